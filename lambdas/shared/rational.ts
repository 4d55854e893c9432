import { invalid } from './errors.ts';

/** An exact fraction in lowest terms with a positive denominator; only `rational` makes one. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [abs(a), abs(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** @throws invalid DivisionByZero; whole numbers handed as `number` must be safe integers. */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
  if (bottom === 0n) throw invalid('DivisionByZero', 'a fraction needs a denominator other than zero');
  const divisor = greatestCommonDivisor(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { numerator: top / divisor, denominator: bottom / divisor };
}

export const zero: Rational = rational(0n);
export const one: Rational = rational(1n);

export const plus = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const negated = (a: Rational): Rational => ({ numerator: -a.numerator, denominator: a.denominator });

export const minus = (a: Rational, b: Rational): Rational => plus(a, negated(b));

export const times = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);

export const dividedBy = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);

/** Whole exponents of zero and more: powers of a fraction in lowest terms stay in lowest terms. */
export function power(base: Rational, exponent: number): Rational {
  if (!Number.isSafeInteger(exponent) || exponent < 0) {
    throw invalid('ExponentNotWhole', 'an exponent is a whole number of zero or more', { exponent });
  }
  const wide = BigInt(exponent);
  return { numerator: base.numerator ** wide, denominator: base.denominator ** wide };
}

/** Negative when a < b, zero when equal, positive when a > b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** `'6.875'` to 55/8. @throws invalid NotADecimal */
export function parseDecimal(text: string): Rational {
  const [matched, sign, whole, fraction = ''] = DECIMAL.exec(text.trim()) ?? [];
  if (matched === undefined)
    throw invalid('NotADecimal', 'a decimal number is digits with at most one point');
  const value = rational(BigInt(`${whole}${fraction}`), 10n ** BigInt(fraction.length));
  return sign === '-' ? negated(value) : value;
}

/** The nearest double: for display and for first guesses, never for money. */
export function approximately(value: Rational): number {
  const bits = Math.max(bitLength(value.numerator), bitLength(value.denominator)) - 1000;
  if (bits <= 0) return Number(value.numerator) / Number(value.denominator);
  return Number(value.numerator >> BigInt(bits)) / Number(value.denominator >> BigInt(bits));
}

const bitLength = (value: bigint): number => abs(value).toString(16).length * 4;
