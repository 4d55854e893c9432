import { exactLevelPayment } from '../amortization/level-payment.ts';
import { halfUp } from '../../shared/rounding.ts';
import { minus, one, plus, power, rational, times, zero } from '../../shared/rational.ts';
import { periodicRate } from '../../shared/rate.ts';
import { roundToCents, subtractCents } from '../../shared/money.ts';
import type { Cents } from '../../shared/money.ts';
import type { Ppm } from '../../shared/rate.ts';
import type { Rational } from '../../shared/rational.ts';

export interface LevelLoan {
  principalCents: Cents;
  ratePpm: Ppm;
  months: number;
}

export interface PaidSoFar {
  paymentsCents: Cents;
  principalCents: Cents;
  interestCents: Cents;
  citation: '1026.17(c)(3)(i)';
}

/**
 * What has been paid on a level loan after some payments, each taken as if it were not in whole cents. A creditor may
 * disregard that payments are collected in whole cents, and the sample forms H-24 and H-25 do: sums rounded once.
 */
export function paidDisregardingCents(loan: LevelLoan, payments: number): PaidSoFar {
  const { principalCents, ratePpm, months } = loan;
  const rate = periodicRate(ratePpm, 12);
  const level = exactLevelPayment(principalCents, rate, months);
  const payment = rational(level.numerator, level.denominator);
  const total = times(payment, rational(payments));
  const paid = minus(
    rational(principalCents),
    balanceAfter(rational(principalCents), rate, payment, payments),
  );
  const paymentsCents = roundToCents(total, halfUp);
  const principal = roundToCents(paid, halfUp);
  return {
    paymentsCents,
    principalCents: principal,
    interestCents: subtractCents(paymentsCents, principal),
    citation: '1026.17(c)(3)(i)',
  };
}

/** P (1 + r)^k - p ((1 + r)^k - 1) / r; without interest P - p k. */
function balanceAfter(principal: Rational, rate: Rational, payment: Rational, count: number): Rational {
  if (rate.numerator === zero.numerator) return minus(principal, times(payment, rational(count)));
  const growth = power(plus(one, rate), count);
  const perRate = rational(rate.denominator, rate.numerator);
  return minus(times(principal, growth), times(times(payment, perRate), minus(growth, one)));
}
