import { numberOf } from '../../numbers.ts';

/** A cost that should hold another is not greater than it: both are numbers other than zero. */
export function isNoMoreThanPart(whole: string, part: string): boolean {
  const [wholeValue, partValue] = [numberOf(whole), numberOf(part)];
  return wholeValue !== 0 && partValue !== 0 && wholeValue <= partValue;
}
