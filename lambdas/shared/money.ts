import { invalid } from './errors.ts';
import { rational, times } from './rational.ts';
import type { $brand } from 'zod';
import type { Rational } from './rational.ts';
import type { Rounding } from './rounding.ts';

/** A whole number of US cents, inside and on the wire; at most 2^53 - 1 (about 90 trillion dollars). */
export type Cents = number & $brand<'Cents'>;

/** @throws invalid AmountNotWholeCents */
export function cents(amount: number | bigint): Cents {
  const value = Number(amount);
  if (!Number.isSafeInteger(value)) {
    throw invalid('AmountNotWholeCents', 'an amount is a whole number of cents within safe bounds');
  }
  return (value === 0 ? 0 : value) as Cents; // no negative zero
}

export const zeroCents: Cents = cents(0);

export const addCents = (a: Cents, b: Cents): Cents => cents(a + b);
export const subtractCents = (a: Cents, b: Cents): Cents => cents(a - b);
export const negateCents = (a: Cents): Cents => cents(0 - a);

export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total = cents(total + amount);
  return cents(total);
}

export const lesserOf = (a: Cents, b: Cents): Cents => cents(Math.min(a, b));
export const greaterOf = (a: Cents, b: Cents): Cents => cents(Math.max(a, b));

/** The amount times an exact ratio, rounded to the cent as named. */
export function multiplyByRatio(amount: Cents, ratio: Rational, rounding: Rounding): Cents {
  return roundToCents(times(rational(amount), ratio), rounding);
}

/** An exact number of cents to a whole one. */
export function roundToCents(exactCents: Rational, rounding: Rounding): Cents {
  return cents(rounding(exactCents));
}

/** The exact ratio of two amounts, e.g. loan to value. @throws invalid DivisionByZero */
export const ratioOfCents = (part: Cents, whole: Cents): Rational => rational(part, whole);

const AMOUNT = /^(-?)\$?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/;

/** `'1234.5'`, `'$1,234.56'`, `'-0.07'`; a third decimal is refused, not rounded. @throws invalid NotAnAmount */
export function parseDollars(text: string): Cents {
  const [matched, sign, whole = '', fraction = ''] = AMOUNT.exec(text.trim()) ?? [];
  if (matched === undefined) {
    throw invalid('NotAnAmount', 'an amount is dollars with at most two decimals, such as 1,234.56');
  }
  const value = cents(BigInt(`${whole.replaceAll(',', '')}${fraction.padEnd(2, '0')}`));
  return sign === '-' ? negateCents(value) : value;
}

/** `$1,234.56`; a negative amount is `-$1,234.56`. */
export function formatDollars(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const dollars = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}$${dollars}.${digits.slice(-2)}`;
}
