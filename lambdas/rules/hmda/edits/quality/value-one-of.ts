import { isNumber, numberOf } from '../../numbers.ts';

/** Whether a field holds one of the values, however many zeros follow its point: `1111` is also `1111.00`. */
export function valueOneOf(values: string): (text: string) => boolean {
  const numbers = new Set(values.split(' ').map(numberOf));
  return (text) => isNumber(text) && numbers.has(numberOf(text));
}
