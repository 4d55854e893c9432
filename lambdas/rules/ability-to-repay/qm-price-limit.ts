import { ppm } from '../../shared/rate.ts';
import { thresholdsOn } from './thresholds.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { Ppm } from '../../shared/rate.ts';

export type Lien = 'first' | 'subordinate';

export interface PriceLimit {
  /** The annual percentage rate must be less than this above the average prime offer rate. */
  lessThanPpm: Ppm;
  source: string;
  citation: string;
}

export interface PricedLoan {
  lien: Lien;
  noteAmountCents: Cents;
  isManufacturedHome: boolean;
  consummationOn: CalendarDate;
}

const [LOWEST, MIDDLE, HIGHEST] = [ppm(22_500), ppm(35_000), ppm(65_000)];

/** The price of a General qualified mortgage, 1026.43(e)(2)(vi); small loans may cost more. */
export function qmPriceLimit(loan: PricedLoan): PriceLimit {
  const { qmTierCents, source } = thresholdsOn(loan.consummationOn);
  const [first, second] = qmTierCents;
  const amount = loan.noteAmountCents;
  const limit = (lessThanPpm: Ppm, letter: string): PriceLimit => ({
    lessThanPpm,
    source,
    citation: `1026.43(e)(2)(vi)(${letter})`,
  });
  if (loan.lien === 'subordinate') return amount >= second ? limit(MIDDLE, 'E') : limit(HIGHEST, 'F');
  if (amount >= first) return limit(LOWEST, 'A');
  if (loan.isManufacturedHome) return limit(HIGHEST, 'D');
  return amount >= second ? limit(MIDDLE, 'B') : limit(HIGHEST, 'C');
}
