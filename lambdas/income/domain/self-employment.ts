import { calculateIncome } from '../../rules/income/calculate-income.ts';
import type { MissingFact } from '../../rules/income/income-result.ts';
import type { DocumentFacts } from '../../shared/views/document-facts.v1.ts';
import { factNamed } from './pay-evidence.ts';

export interface Business {
  /** What the rule needs and the file has not: nothing is worked out of Form 1040 alone. */
  missing: MissingFact[];
  /** The return shows a loss, which would lower the income: without its schedules there is no total. */
  isLoss: boolean;
}

const yearsAsked = 2;

/**
 * Income beside wages that the newest return shows on its line 8 (from Schedule 1, where the result of a business stands).
 * The schedules themselves are not read, so it is never counted: what a person has to bring is named.
 * @param returns newest first
 */
export function businessOf(returns: readonly DocumentFacts[]): Business | undefined {
  const shown = returns
    .slice(0, yearsAsked)
    .map((one) => ({
      year: Number.parseInt(factNamed(one, 'year')?.value ?? '', 10),
      line8: factNamed(one, 'line8')?.value ?? '0',
    }))
    .filter(({ year, line8 }) => Number.isInteger(year) && /^-?[1-9]\d*$/.test(line8));
  if (shown.length === 0) return undefined;
  const years = shown.map(({ year }) => ({ year, lines: {} }));
  const result = calculateIncome({ kind: 'schedule-c', years });
  const missing = result.missing.map((fact) => ({ ...fact, field: `self-employment.${fact.field}` }));
  return { missing, isLoss: shown.some(({ line8 }) => line8.startsWith('-')) };
}
