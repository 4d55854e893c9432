import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emptyWindow, takeOne, type Window } from '../../../../lambdas/integrations/connector/window.ts';
import { addMs, epochMs, type Instant } from '../../../../lambdas/shared/clock.ts';

const start = '2026-11-21T15:00:03.217Z' as Instant;

it('never lets more than the limit into any minute, wherever it begins', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.integer({ min: 0, max: 25_000 }), { maxLength: 80 }),
      (limit, gapsMs) => {
        const taken = takeAll(limit, gapsMs);
        for (const at of taken) {
          expect(taken.filter((other) => other >= at && other < at + 60_000).length).toBeLessThanOrEqual(
            limit,
          );
        }
      },
    ),
  );
});

it('lets the limit through again at the latest seventy seconds later', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 9999 }), (limit, offsetMs) => {
      const burst = Array.from({ length: limit }, () => 0);
      expect(takeAll(limit, [offsetMs, ...burst.slice(1), 70_000])).toHaveLength(limit + 1);
    }),
  );
});

it('lets nobody through while the partner asks for a pause', () => {
  const paused: Window = { buckets: {}, pausedUntil: addMs(start, 1000) };
  expect(takeOne(paused, start, 5)).toEqual({ refused: 'PartnerPaused' });
  expect(takeOne(paused, addMs(start, 1000), 5)).toHaveProperty('taken');
});

it('keeps no bucket that no minute reaches any more', () => {
  let window = emptyWindow;
  for (let second = 0; second < 600; second += 5) {
    const taking = takeOne(window, addMs(start, second * 1000), 100);
    if ('taken' in taking) window = taking.taken;
  }
  expect(Object.keys(window.buckets).length).toBeLessThanOrEqual(8);
});

function takeAll(limit: number, gapsMs: number[]): number[] {
  let window = emptyWindow;
  let now = start;
  const taken: number[] = [];
  for (const gap of gapsMs) {
    now = addMs(now, gap);
    const taking = takeOne(window, now, limit);
    if ('refused' in taking) continue;
    window = taking.taken;
    taken.push(epochMs(now));
  }
  return taken;
}
