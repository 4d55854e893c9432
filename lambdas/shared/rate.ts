import { invalid } from './errors.ts';
import { dividedBy, parseDecimal, rational, times } from './rational.ts';
import { halfUp, toDecimal } from './rounding.ts';
import type { $brand } from 'zod';
import type { Rational } from './rational.ts';
import type { Rounding } from './rounding.ts';

/** Whole parts per million: 6.875 % is 68,750. One basis point is 100. */
export type Ppm = number & $brand<'Ppm'>;

const PPM_PER_UNIT = 1_000_000n;
const PPM_PER_PERCENT = 10_000n;

/** @throws invalid RateNotWholePpm */
export function ppm(value: number | bigint): Ppm {
  const whole = Number(value);
  if (!Number.isSafeInteger(whole))
    throw invalid('RateNotWholePpm', 'a rate is a whole number of parts per million');
  return (whole === 0 ? 0 : whole) as Ppm;
}

/** `'6.875'` or `'6.875%'` to 68,750. Finer than a part per million is refused. @throws invalid RateTooFine, NotADecimal */
export function ppmFromPercent(text: string): Ppm {
  const exact = times(parseDecimal(text.trim().replace(/%$/, '')), rational(PPM_PER_PERCENT));
  if (exact.denominator !== 1n) throw invalid('RateTooFine', 'a percentage has at most four decimals');
  return ppm(exact.numerator);
}

/** 68,750 to 11/160: the rate as a plain number, exactly. */
export const rateOf = (rate: Ppm): Rational => rational(BigInt(rate), PPM_PER_UNIT);

/** The rate of one of `periodsPerYear` equal periods, exactly: 6 % monthly is 1/200. */
export const periodicRate = (rate: Ppm, periodsPerYear: number): Rational =>
  dividedBy(rateOf(rate), rational(periodsPerYear));

/** A plain exact rate to the nearest part per million, as named. */
export const roundToPpm = (rate: Rational, rounding: Rounding): Ppm =>
  ppm(rounding(times(rate, rational(PPM_PER_UNIT))));

/** `6.875%`; zeros at the end are dropped: `7%` (comment 37(o)(4)(ii)-1). */
export function formatPercent(rate: Ppm): string {
  const text = toDecimal(rational(BigInt(rate), PPM_PER_PERCENT), 4, halfUp);
  return `${text.replace(/\.?0+$/, '')}%`;
}
