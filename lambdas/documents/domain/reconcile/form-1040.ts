import { centsOf, textOfField } from '../document-reading.ts';
import type { DocumentReading } from '../document-reading.ts';
import { instead } from '../readers/form-1040-confirm.ts';
import { decimalOf } from '../values/parse-money.ts';
import { finding } from './finding.ts';
import type { Finding, LoanFacts } from './finding.ts';
import { checkPerson } from './parties.ts';

const TOTALS: readonly {
  rule: string;
  total: string;
  plus: readonly string[];
  minus: readonly string[];
  floor?: boolean;
}[] = [
  {
    rule: 'form-1040.wages-total',
    total: 'line1z',
    plus: ['line1a', 'line1b', 'line1c', 'line1d', 'line1e', 'line1f', 'line1g', 'line1h'],
    minus: [],
  },
  {
    rule: 'form-1040.total-income',
    total: 'line9',
    plus: ['line1z', 'line2b', 'line3b', 'line4b', 'line5b', 'line6b', 'line7', 'line8'],
    minus: [],
  },
  { rule: 'form-1040.adjusted-gross-income', total: 'line11AGI', plus: ['line9'], minus: ['line10'] },
  { rule: 'form-1040.deductions', total: 'line14', plus: ['line12', 'line13'], minus: [] },
  { rule: 'form-1040.taxable-income', total: 'line15', plus: ['line11AGI'], minus: ['line14'], floor: true },
];

export function reconcileForm1040(reading: DocumentReading, facts: LoanFacts): Finding[] {
  const sums = TOTALS.flatMap(({ rule, total, plus, minus: asPrinted, floor }) => {
    const minus = asPrinted.flatMap((name) => instead(reading.fields, name));
    const printed = centsOf(reading, total);
    const used = [...plus, ...minus].filter((name) => centsOf(reading, name) !== undefined);
    if (printed === undefined || used.length === 0) return [];
    const part = (names: readonly string[]): number =>
      names.reduce((sum, name) => sum + (centsOf(reading, name) ?? 0), 0);
    const expected = floor ? Math.max(0, part(plus) - part(minus)) : part(plus) - part(minus);
    return expected === printed
      ? []
      : [
          finding(
            rule,
            'warning',
            [total, ...used],
            `The lines come to ${decimalOf(expected)}; printed is ${decimalOf(printed)}.`,
          ),
        ];
  });
  return [...sums, ...checkYear(reading, facts), ...checkPerson(reading, facts, ['taxpayer'])];
}

function checkYear(reading: DocumentReading, facts: LoanFacts): Finding[] {
  const year = Number.parseInt(textOfField(reading, 'year') ?? '', 10);
  const now = Number.parseInt(facts.asOf.slice(0, 4), 10);
  if (Number.isNaN(year)) return [];
  if (year >= now)
    return [
      finding(
        'form-1040.in-the-future',
        'blocking',
        ['year'],
        'A return for this year cannot have been filed yet.',
      ),
    ];
  return year < now - 3
    ? [finding('form-1040.too-old', 'blocking', ['year'], 'The return is not one of the most recent years.')]
    : [];
}
