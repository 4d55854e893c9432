/** One measured number. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** Times the base of the same run. */
  ratio?: number;
  /** What the project holds itself to, in the same unit, on an idle machine of two cores. */
  target?: number;
  note?: string;
}

/** The value below which this share of the sample lies (nearest rank). Throws on an empty sample. */
export function percentile(sample: readonly number[], share: number): number {
  const sorted = sample.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new Error('an empty sample has no percentile');
  return found;
}

export const median = (sample: readonly number[]): number => percentile(sample, 0.5);

export const rounded = (value: number, digits = 1): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** One line for the terminal. */
export function lineOf({ name, value, unit, ratio, target, note }: Figure): string {
  const parts = [
    name.padEnd(58),
    String(value).padStart(9),
    unit.padEnd(10),
    ratio === undefined ? '' : `${ratio} x`,
    target === undefined ? '' : `target ${target} ${unit}${value > target ? ', MISSED' : ''}`,
    note ?? '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
