import { bracketedNewton } from './bracketed-newton.ts';
import type { ValueAndSlope } from './bracketed-newton.ts';

/** An amount and when it falls, in unit-periods from the first event. Advances are positive, payments negative. */
export interface CashFlow {
  amountCents: number;
  whole: number;
  fraction: number;
}

export type SolvedRate =
  | { kind: 'solved'; ratePerUnitPeriod: number }
  | { kind: 'no-rate'; reason: 'PaymentsBelowAdvances' | 'NoAdvance' | 'NoPayment' | 'NoRateFound' };

/** Ten times the amount in each unit-period: no lawful loan comes near. */
const HIGHEST_RATE = 10;

/**
 * App. J(b)(8): the rate i with sum A / ((1 + e i)(1 + i)^q) = sum P / ((1 + f i)(1 + i)^t): whole unit-periods compound,
 * the fraction bears simple interest. The lowest rate of zero and more is returned, by Newton's steps kept inside a
 * bracket that always holds a root. Amounts are whole cents, so doubles carry ten digits more than are ever printed.
 */
export function solveGeneralEquation(flows: readonly CashFlow[]): SolvedRate {
  if (!flows.some(({ amountCents }) => amountCents > 0)) return { kind: 'no-rate', reason: 'NoAdvance' };
  if (!flows.some(({ amountCents }) => amountCents < 0)) return { kind: 'no-rate', reason: 'NoPayment' };
  const atZero = flows.reduce((sum, { amountCents }) => sum + amountCents, 0);
  if (atZero === 0) return { kind: 'solved', ratePerUnitPeriod: 0 };
  if (atZero > 0) return { kind: 'no-rate', reason: 'PaymentsBelowAdvances' };
  let low = 0;
  let high = 1e-4;
  while (presentValue(flows, high).value < 0) {
    low = high;
    high *= 1.5;
    if (high > HIGHEST_RATE) return { kind: 'no-rate', reason: 'NoRateFound' };
  }
  return {
    kind: 'solved',
    ratePerUnitPeriod: bracketedNewton((rate) => presentValue(flows, rate), low, high),
  };
}

/** The present value of all flows at a rate, and its slope. */
export function presentValue(flows: readonly CashFlow[], rate: number): ValueAndSlope {
  let [value, slope] = [0, 0];
  const growth = 1 + rate;
  for (const { amountCents, whole, fraction } of flows) {
    const simple = 1 + fraction * rate;
    const present = amountCents / (simple * growth ** whole);
    value += present;
    slope -= present * (fraction / simple + whole / growth);
  }
  return { value, slope };
}
