import * as z from 'zod';
import { PpmSchema } from '../../shared/value-schemas.ts';
import { percentText } from './disclosure-text.ts';
import { ppm } from '../../shared/rate.ts';

/** The terms of an adjustable note that the AIR table shows. */
export const RateTermsSchema = z.strictObject({
  indexName: z.string().min(1).max(60),
  marginPpm: PpmSchema,
  initialRatePpm: PpmSchema.nonnegative(),
  /** Never below; the margin when the note says nothing else. */
  floorPpm: PpmSchema.nonnegative().optional(),
  lifetimeCapPpm: PpmSchema.nonnegative(),
  firstCapPpm: PpmSchema.nonnegative(),
  /** Later limits in order; the greatest is shown (comment 37(j)(6)-1). */
  laterCapsPpm: z.array(PpmSchema.nonnegative()).min(1),
  /** The payment number at whose beginning the rate first changes, and how often after. */
  firstChangeMonth: z.int().min(1),
  changeEveryMonths: z.int().min(1),
});

export interface InterestRateTable {
  /** Of an adjustable rate; a step rate has its adjustments in this place. */
  indexAndMargin?: string;
  adjustments?: string;
  initialRate: string;
  minimumAndMaximum: string;
  firstChange: string;
  laterChanges: string;
  firstLimit: string;
  laterLimit: string;
  citation: '1026.37(j)';
}

/** The adjustable interest rate table of 1026.37(j), 1026.38(n), as printed. */
export function interestRateTable(input: z.input<typeof RateTermsSchema>): InterestRateTable {
  const terms = RateTermsSchema.parse(input);
  const least = terms.floorPpm ?? terms.marginPpm;
  const most = ppm(terms.initialRatePpm + terms.lifetimeCapPpm);
  const later = ppm(Math.max(...terms.laterCapsPpm));
  const every = terms.changeEveryMonths;
  return {
    indexAndMargin: `${terms.indexName} + ${percentText(terms.marginPpm)}`,
    initialRate: percentText(terms.initialRatePpm),
    minimumAndMaximum: `${percentText(least)}/${percentText(most)}`,
    firstChange: `Beginning of ${ordinal(terms.firstChangeMonth)} month`,
    laterChanges: `Every ${every === 1 ? 'month' : `${ordinal(every)} month`} after first change`,
    firstLimit: percentText(terms.firstCapPpm),
    laterLimit: percentText(later),
    citation: '1026.37(j)',
  };
}

/** `1st`, `12th`, `61st`, `112th`. */
export function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
