import * as z from 'zod';
import { addMs, type Instant } from '../../shared/clock.ts';

/** Closed while `openUntil` is absent. */
export const BreakerState = z.object({
  /** Failures within the window. */
  failedAt: z.array(z.iso.datetime()),
  openUntil: z.iso.datetime().optional(),
  /** Until then one worker probes whether the partner is back. */
  probeUntil: z.iso.datetime().optional(),
  /** Openings in a row. */
  trips: z.int(),
});
export type BreakerState = z.infer<typeof BreakerState>;

export const closed: BreakerState = { failedAt: [], trips: 0 };

export interface BreakerRules {
  failures: number;
  windowMs: number;
  openMs: number;
  longestOpenMs: number;
  /** Longer than a call may take. */
  probeMs: number;
}

export type Admission = { admit: 'call' } | { admit: 'probe'; elected: BreakerState } | { admit: 'nobody' };

export function admission(state: BreakerState, now: Instant, { probeMs }: BreakerRules): Admission {
  if (state.openUntil === undefined) return { admit: 'call' };
  if (now < state.openUntil || (state.probeUntil !== undefined && now < state.probeUntil))
    return { admit: 'nobody' };
  return { admit: 'probe', elected: { ...state, probeUntil: addMs(now, probeMs) } };
}

/** A failed probe opens for twice as long as before; enough failures within the window open at all. */
export function afterFailure(
  { failedAt, openUntil, trips }: BreakerState,
  now: Instant,
  rules: BreakerRules,
): BreakerState {
  const recent = [...failedAt.filter((at) => at > addMs(now, -rules.windowMs)), now];
  if (openUntil === undefined && recent.length < rules.failures) return { failedAt: recent, trips };
  const openMs = Math.min(rules.openMs * 2 ** trips, rules.longestOpenMs);
  return { failedAt: [], openUntil: addMs(now, openMs), trips: trips + 1 };
}
