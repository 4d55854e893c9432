import { type Figure, rounded } from '../figure.ts';
import { microsecondsPerCall } from './pace.ts';

/** Our call and the plainest correct one for the same answer, in the same run: two figures, ours with its ratio. */
export function compared(
  name: string,
  ours: () => unknown,
  baseline: { name: string; call: () => unknown },
): Figure[] {
  const base = microsecondsPerCall(baseline.call);
  const time = microsecondsPerCall(ours);
  return [
    { name: baseline.name, value: rounded(base, 2), unit: 'us' },
    { name, value: rounded(time), unit: 'us', ratio: rounded(time / base) },
  ];
}
