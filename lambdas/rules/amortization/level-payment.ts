import { invalid } from '../../shared/errors.ts';
import { roundToCents } from '../../shared/money.ts';
import type { Cents } from '../../shared/money.ts';
import type { Rational } from '../../shared/rational.ts';
import type { Rounding } from '../../shared/rounding.ts';

/**
 * The equal payment that brings a principal to zero in `count` equal periods at the same rate, exactly: it is rounded
 * once, at the end. With rate a/b the payment is P a (a+b)^n / (b ((a+b)^n - b^n)); without interest, P/n.
 * @throws invalid NoPayments
 */
export function levelPayment(
  principal: Cents,
  ratePerPeriod: Rational,
  count: number,
  rounding: Rounding,
): Cents {
  return roundToCents(exactLevelPayment(principal, ratePerPeriod, count), rounding);
}

/** As `levelPayment`, not rounded; the fraction is not in lowest terms, since only its quotient is wanted. */
export function exactLevelPayment(principal: Cents, ratePerPeriod: Rational, count: number): Rational {
  if (!Number.isSafeInteger(count) || count < 1)
    throw invalid('NoPayments', 'a loan has one payment at least', { count });
  const { numerator: a, denominator: b } = ratePerPeriod;
  if (a === 0n) return { numerator: BigInt(principal), denominator: BigInt(count) };
  const [grown, base] = [(a + b) ** BigInt(count), b ** BigInt(count)];
  return positive(BigInt(principal) * a * grown, b * (grown - base));
}

/**
 * The equal payment over periods of unequal length, with each period's interest as a simple part of the balance:
 * P times all growth, over the sum of what each payment would grow to by the end.
 */
export function exactLevelPaymentOver(principal: Cents, ratesPerPeriod: readonly Rational[]): Rational {
  if (ratesPerPeriod.length === 0)
    throw invalid('NoPayments', 'a loan has one payment at least', { count: 0 });
  let grown = 1n; // numerator of the growth over the periods so far seen, from the last backwards
  let scale = 1n; // its denominator
  let sum = 0n; // sum of the growths of each payment, over `scale`
  for (const { numerator, denominator } of ratesPerPeriod.toReversed()) {
    sum = (sum + grown) * denominator;
    grown *= numerator + denominator;
    scale *= denominator;
  }
  return positive(BigInt(principal) * grown, sum);
}

const positive = (numerator: bigint, denominator: bigint): Rational =>
  denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
