import { rational, times } from './rational.ts';
import type { Rational } from './rational.ts';

/** Rounding is always an argument: which of these applies is a term of the note or of the regulation. */
export type Rounding = (value: Rational) => bigint;

export const truncate: Rounding = ({ numerator, denominator }) => numerator / denominator;

export const floor: Rounding = ({ numerator, denominator }) => {
  const quotient = numerator / denominator;
  return numerator < 0n && numerator % denominator !== 0n ? quotient - 1n : quotient;
};

export const ceiling: Rounding = ({ numerator, denominator }) =>
  -floor({ numerator: -numerator, denominator });

export const awayFromZero: Rounding = (value) => (value.numerator < 0n ? floor(value) : ceiling(value));

/** Ties go away from zero, as people round dollars: 0.5 to 1, -0.5 to -1. */
export const halfUp: Rounding = (value) => nearest(value, awayFromZero);

/** Ties go toward zero. */
export const halfDown: Rounding = (value) => nearest(value, truncate);

/** Ties go to the even neighbour (banker's rounding). */
export const halfEven: Rounding = (value) =>
  nearest(value, (tie) => {
    const below = floor(tie);
    return below % 2n === 0n ? below : below + 1n;
  });

/** To the nearest multiple of `step`, e.g. an ARM rate to the nearest 1/8 of a point. */
export function toMultipleOf(step: Rational, rounding: Rounding): (value: Rational) => Rational {
  const inverse = rational(step.denominator, step.numerator);
  return (value) => times(rational(rounding(times(value, inverse))), step);
}

/** Fixed decimals as text: `toDecimal(rational(1, 3), 4, halfUp)` is `'0.3333'`. */
export function toDecimal(value: Rational, places: number, rounding: Rounding): string {
  const units = rounding(times(value, rational(10n ** BigInt(places))));
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${units < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${digits.slice(-places)}`}`;
}

function nearest(value: Rational, ties: Rounding): bigint {
  const below = floor(value);
  const twiceOver = 2n * (value.numerator - below * value.denominator);
  if (twiceOver === value.denominator) return ties(value);
  return twiceOver > value.denominator ? below + 1n : below;
}

const named = {
  'half-up': halfUp,
  'half-down': halfDown,
  'half-even': halfEven,
  floor,
  ceiling,
  truncate,
  'away-from-zero': awayFromZero,
} as const satisfies Record<string, Rounding>;

/** A rounding as a term of a note, where it must be data. */
export type RoundingName = keyof typeof named;

export const roundingNames = Object.keys(named) as [RoundingName, ...RoundingName[]];

export const roundingNamed = (name: RoundingName): Rounding => named[name];
