/**
 * Numbers as texts of a file. A text is turned into a floating number only to be compared: rounding keeps order, so a
 * comparison with a threshold of a few digits is exact. Nothing is added up this way.
 */

const DIGITS = /^\d+$/;
const INTEGER = /^-?\d+$/;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;

/** Digits alone: `0`, `007`. */
export const isDigits = (text: string): boolean => DIGITS.test(text);

/** A whole number with or without a minus: `-36`. */
export const isInteger = (text: string): boolean => INTEGER.test(text);

/** A whole or decimal number: `110500`, `110500.00`, `-0.428`, `.5`; no exponent, plus, comma or blank. */
export function isNumber(text: string): boolean {
  let digits = 0;
  let points = 0;
  for (let index = text.charCodeAt(0) === MINUS ? 1 : 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= ZERO && code <= NINE) digits += 1;
    else if (code === POINT) points += 1;
    else return false;
  }
  return digits > 0 && points <= 1;
}

/** For comparing; NaN, which no comparison holds of, for a text that is no number. */
export const numberOf = (text: string): number => (isNumber(text) ? Number(text) : Number.NaN);

/** A whole number greater than zero. */
export const isPositiveInteger = (text: string): boolean => DIGITS.test(text) && Number(text) > 0;

/** How many digits stand after the decimal point: 3 for `4.125`, 0 for `4`. */
export function decimalPlaces(text: string): number {
  const point = text.indexOf('.');
  return point === -1 ? 0 : text.length - point - 1;
}
