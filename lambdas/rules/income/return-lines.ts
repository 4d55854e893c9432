import { rational, times } from '../../shared/rational.ts';
import { halfUp } from '../../shared/rounding.ts';
import { roundToCents, sumCents, cents } from '../../shared/money.ts';
import { input } from './income-result.ts';
import type { Cents } from '../../shared/money.ts';
import type { TaxYearFacts } from './income-facts.ts';
import type { MissingFact, WorksheetInput } from './income-result.ts';

/** One line of a tax return in the cash flow of a business, in the manner of Form 1084. */
export interface ReturnLine {
  field: string;
  /** Where it stands on the return. */
  line: string;
  /** `adds` income or adds back an expense that took no cash; `lowers` takes out what will not recur or was spent. */
  effect: 'adds' | 'lowers';
  /**
   * Whether the figure is refused without it. The result of the business always is needed, and so is every line that
   * lowers income: left out it would raise the figure. A blank line of a filed return is a cited zero.
   */
  needed: boolean;
}

export const adds = (field: string, line: string): ReturnLine => ({
  field,
  line,
  effect: 'adds',
  needed: false,
});
export const result = (field: string, line: string): ReturnLine => ({
  field,
  line,
  effect: 'adds',
  needed: true,
});
export const lowers = (field: string, line: string): ReturnLine => ({
  field,
  line,
  effect: 'lowers',
  needed: true,
});

export function missingLines(
  table: readonly ReturnLine[],
  year: TaxYearFacts,
  citation: string,
): MissingFact[] {
  return table
    .filter(({ field, needed }) => needed && !year.lines[field])
    .map(({ field, line }) => ({
      field: `${year.year}.${field}`,
      reason: `${line} is not in evidence`,
      citation,
    }));
}

/** Lines that the table does not know: a misread form, never ignored silently. */
export function unknownLines(
  tables: readonly (readonly ReturnLine[])[],
  year: TaxYearFacts,
  citation: string,
): MissingFact[] {
  const known = new Set(tables.flat().map(({ field }) => field));
  return Object.keys(year.lines)
    .filter((field) => !known.has(field))
    .map((field) => ({
      field: `${year.year}.${field}`,
      reason: 'this line is not part of the form',
      citation,
    }));
}

export function cashFlow(
  table: readonly ReturnLine[],
  year: TaxYearFacts,
): { amountCents: Cents; inputs: WorksheetInput[] } {
  const present = table.flatMap((line) => {
    const fact = year.lines[line.field];
    return fact ? [{ ...line, fact }] : [];
  });
  const amountCents = sumCents(
    present.map(({ effect, fact }) => (effect === 'adds' ? fact.value : cents(0 - fact.value))),
  );
  return { amountCents, inputs: present.map(({ field, fact }) => input(`${year.year}.${field}`, fact)) };
}

/** Depreciation inside the IRS standard mileage rate, tenths of a cent a mile (IRS Notices of each year). */
const mileageDepreciation: Readonly<Record<number, number>> = {
  2018: 250, // Notice 2018-03
  2019: 260, // Notice 2019-02
  2020: 270, // Notice 2020-05
  2021: 260, // Notice 2021-02
  2022: 260, // Notice 2022-03
  2023: 280, // Notice 2023-03
  2024: 300, // Notice 2024-08
  2025: 330, // Notice 2025-05
};

/** The add-back for miles driven, or undefined for a year whose rate is not listed. */
export function mileageAddBack(year: number, miles: number): Cents | undefined {
  const tenths = mileageDepreciation[year];
  return tenths === undefined
    ? undefined
    : roundToCents(times(rational(tenths, 10), rational(miles)), halfUp);
}
