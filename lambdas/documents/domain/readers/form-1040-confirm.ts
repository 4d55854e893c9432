import { centsOf } from '../document-reading.ts';
import type { Field } from '../document-reading.ts';
import { confirm, contradict } from './collector.ts';

const SUMS: readonly {
  total: string;
  plus: readonly string[];
  minus: readonly string[];
  neverBelowZero?: boolean;
}[] = [
  {
    total: 'line1z',
    plus: ['line1a', 'line1b', 'line1c', 'line1d', 'line1e', 'line1f', 'line1g', 'line1h'],
    minus: [],
  },
  {
    total: 'line9',
    plus: ['line1z', 'line2b', 'line3b', 'line4b', 'line5b', 'line6b', 'line7', 'line8'],
    minus: [],
  },
  { total: 'line11AGI', plus: ['line9'], minus: ['line10'] },
  { total: 'line14', plus: ['line12', 'line13'], minus: [] },
  { total: 'line15', plus: ['line11AGI'], minus: ['line14'], neverBelowZero: true },
];

/** The form's own instructions ("add lines …", "subtract line …"): sums that come out right confirm their lines. */
export function confirmForm1040(fields: readonly Field[]): Field[] {
  let result = [...fields];
  for (const { total, plus, minus: printed, neverBelowZero } of SUMS) {
    const minus = printed.flatMap((name) => instead(fields, name));
    const cents = centsOf({ fields }, total);
    const read = [...plus, ...minus].filter((name) => centsOf({ fields }, name) !== undefined);
    if (cents === undefined || read.length === 0) continue;
    const sum =
      plus.reduce((all, name) => all + (centsOf({ fields }, name) ?? 0), 0) -
      minus.reduce((all, name) => all + (centsOf({ fields }, name) ?? 0), 0);
    const names = new Set([total, ...read]);
    const right = (neverBelowZero ? Math.max(0, sum) : sum) === cents;
    result = right
      ? confirm(result, names)
      : contradict(result, names, `the lines do not add up to ${total}`);
  }
  return result;
}

/** Line 14 is the sum of 12 and 13; where it is left blank they stand for it. */
export function instead(fields: readonly Field[], name: string): string[] {
  return name === 'line14' && centsOf({ fields }, name) === undefined ? ['line12', 'line13'] : [name];
}
