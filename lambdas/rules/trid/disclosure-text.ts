import { cents, formatDollars, roundToCents } from '../../shared/money.ts';
import { formatPercent, ppm } from '../../shared/rate.ts';
import { halfUp } from '../../shared/rounding.ts';
import { rational } from '../../shared/rational.ts';
import type { Cents } from '../../shared/money.ts';
import type { Ppm } from '../../shared/rate.ts';
import type { Rational } from '../../shared/rational.ts';

/** 1026.37(o)(4)(i)(A): to the nearest whole dollar, still in cents; 164.50 is 165. */
export const toWholeDollars = (amount: Cents): Cents => cents(halfUp(rational(amount, 100)) * 100n);

/** A whole-dollar amount as the Loan Estimate shows it: `$1,050`. */
export const wholeDollarText = (amount: Cents): string =>
  formatDollars(toWholeDollars(amount)).replace(/\.00$/, '');

/** 1026.37(o)(4)(i)(B), 38(t)(4)(i)(B): the loan amount without cents when there are none: `$481,516`, `$481,516.23`. */
export const loanAmountText = (amount: Cents): string => formatDollars(amount).replace(/\.00$/, '');

/** Interest of a day to the nearest cent (comment 37(o)(4)(i)(A)-1 lets cents be rounded or cut). */
export const perDiemCents = (exactCents: Rational): Cents => roundToCents(exactCents, halfUp);

/** 1026.37(o)(4)(ii), 38(t)(4)(ii): to three decimals, without zeros at the end: `2.5%`, `7.005%`, `7%`. */
export const percentText = (rate: Ppm): string => formatPercent(ppm(halfUp(rational(rate, 10)) * 10n));
