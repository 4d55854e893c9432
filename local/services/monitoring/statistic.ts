import { AwsError } from '../service.ts';
import type { Minute } from './metric-store.ts';

/** `Sum`, `Average`, `Minimum`, `Maximum`, `SampleCount` or a percentile such as `p99` over minutes; undefined over none. */
export function statistic(name: string, minutes: readonly Minute[]): number | undefined {
  if (minutes.length === 0) return undefined;
  const total = (pick: (minute: Minute) => number): number =>
    minutes.reduce((sum, minute) => sum + pick(minute), 0);
  switch (name) {
    case 'Sum':
      return total(({ sum }) => sum);
    case 'SampleCount':
      return total(({ count }) => count);
    case 'Average':
      return total(({ sum }) => sum) / total(({ count }) => count);
    case 'Minimum':
      return Math.min(...minutes.map(({ min }) => min));
    case 'Maximum':
      return Math.max(...minutes.map(({ max }) => max));
    default:
      return percentile(name, minutes);
  }
}

/** Nearest rank over the kept values. */
function percentile(name: string, minutes: readonly Minute[]): number {
  const rank = /^p(\d+(\.\d+)?)$/.exec(name)?.[1];
  if (rank === undefined)
    throw new AwsError('InvalidParameterValue', `The statistic ${name} is not supported`);
  const values = minutes.flatMap((minute) => minute.values).sort(([left], [right]) => left - right);
  const count = values.reduce((sum, [, times]) => sum + times, 0);
  let left = Math.max(1, Math.ceil((Number(rank) / 100) * count));
  for (const [value, times] of values) {
    left -= times;
    if (left <= 0) return value;
  }
  return values.at(-1)![0];
}
