import * as z from 'zod';
import { addMs, type Instant } from '../../shared/clock.ts';

/** Calls of the last minute, counted in buckets of ten seconds by the bucket's first instant. */
export const Window = z.object({
  buckets: z.record(z.iso.datetime(), z.int()),
  /** The partner answered 429: nobody calls before. */
  pausedUntil: z.iso.datetime().optional(),
});
export type Window = z.infer<typeof Window>;

export const emptyWindow: Window = { buckets: {} };

const minuteMs = 60_000;

export type Taking = { taken: Window } | { refused: 'PartnerPaused' | 'CallsSpent' };

/**
 * One more call, if the partner's limit allows it. Whole buckets are counted that reach into the last minute, so that no
 * minute, wherever it begins, ever holds more than the limit.
 */
export function takeOne({ buckets, pausedUntil }: Window, now: Instant, perMinute: number): Taking {
  if (pausedUntil !== undefined && now < pausedUntil) return { refused: 'PartnerPaused' };
  const live = Object.entries(buckets).filter(([from]) => addMs(from as Instant, 10_000 + minuteMs) > now);
  if (live.reduce((sum, [, count]) => sum + count, 0) >= perMinute) return { refused: 'CallsSpent' };
  const bucket = `${now.slice(0, 18)}0.000Z`;
  const counted = Object.fromEntries(live);
  return { taken: { buckets: { ...counted, [bucket]: (counted[bucket] ?? 0) + 1 } } };
}
