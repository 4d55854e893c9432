import { median } from '../figure.ts';

const warmUpMs = 300;
const batches = 9;
const batchMs = 120;

/** Microseconds one call takes on this thread: the median of nine batches after a warm-up. */
export function microsecondsPerCall(call: () => unknown): number {
  const perWarmUp = timesWithin(call, warmUpMs);
  const perBatch = Math.max(1, Math.round((perWarmUp * batchMs) / warmUpMs));
  return median(Array.from({ length: batches }, () => timeOf(call, perBatch) / perBatch)) * 1_000;
}

function timesWithin(call: () => unknown, ms: number): number {
  const until = performance.now() + ms;
  let times = 0;
  do {
    call();
    times += 1;
  } while (performance.now() < until);
  return times;
}

/** Milliseconds of so many calls. */
function timeOf(call: () => unknown, times: number): number {
  const started = performance.now();
  for (let time = 0; time < times; time += 1) call();
  return performance.now() - started;
}
