import * as z from 'zod';
import { CalendarDateSchema, PpmSchema } from '../../shared/value-schemas.ts';
import { isPublishedTerm, primeOfferWeek } from './prime-offer-rates.ts';
import { halfUp, toDecimal } from '../../shared/rounding.ts';
import { invalid } from '../../shared/errors.ts';
import { ppm } from '../../shared/rate.ts';
import { rational } from '../../shared/rational.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Ppm } from '../../shared/rate.ts';
import type { PrimeOfferRates } from './prime-offer-rates.ts';

export const RateSpreadFactsSchema = z.strictObject({
  /** 1 to 8 as the register reports it. */
  actionTaken: z.int().min(1).max(8),
  isReverseMortgage: z.boolean(),
  rateType: z.enum(['fixed', 'variable']),
  /** Whole years to maturity, or to the first adjustment of a variable rate: `comparableTermYears`. */
  termYears: z.int(),
  aprPpm: PpmSchema.nonnegative(),
  /** The day the rate was set for the last time before closing. */
  rateSetOn: CalendarDateSchema,
});

export type RateSpreadFacts = z.output<typeof RateSpreadFactsSchema>;

export interface RateSpread {
  /** As reported: percentage points with three decimals, or `NA`. */
  rateSpread: string;
  averagePrimeOfferRatePpm?: Ppm;
  weekOf?: CalendarDate;
  citation: string;
}

const CITATION = '12 CFR 1003.4(a)(12)';
const PPM_PER_POINT = 10_000;
const MONTHS_PER_YEAR = 12;

/** Originated, or approved and not accepted: the actions of which a spread is reported. */
const priced: ReadonlySet<number> = new Set([1, 2, 8]);

/**
 * The term of the comparable transaction, comment 4(a)(12)-4: whole years nearest to the loan's months to maturity, or
 * to its first scheduled adjustment; of two as near, the shorter; at least one.
 */
export const comparableTermYears = (months: number): number =>
  Math.max(1, Math.ceil((months - MONTHS_PER_YEAR / 2) / MONTHS_PER_YEAR));

/**
 * The annual percentage rate less the average prime offer rate of a comparable transaction on the day the rate was set.
 *
 * @throws invalid BadLoanTerm outside 1 to 50 years, even where no spread is reported; PrimeOfferWeekNotInTable
 */
export function rateSpread(
  { actionTaken, isReverseMortgage, rateType, termYears, aprPpm, rateSetOn }: RateSpreadFacts,
  tables: Readonly<Record<'fixed' | 'variable', PrimeOfferRates>>,
): RateSpread {
  if (!isPublishedTerm(termYears))
    throw invalid('BadLoanTerm', 'a loan term is 1 to 50 whole years', { termYears });
  if (isReverseMortgage || !priced.has(actionTaken)) return { rateSpread: 'NA', citation: CITATION };
  const { weekOf, ratesPpm } = primeOfferWeek(tables[rateType], rateSetOn);
  const averagePrimeOfferRatePpm = ratesPpm[termYears - 1] ?? ppm(0);
  const points = rational(BigInt(aprPpm - averagePrimeOfferRatePpm), BigInt(PPM_PER_POINT));
  return {
    rateSpread: toDecimal(points, 3, halfUp),
    averagePrimeOfferRatePpm,
    weekOf,
    citation: CITATION,
  };
}
