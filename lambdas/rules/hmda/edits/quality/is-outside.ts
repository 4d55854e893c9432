import { numberOf } from '../../numbers.ts';

/** Below the least or above the most; a text that is no number is neither. */
export function isOutside(text: string, least: number, most: number): boolean {
  const value = numberOf(text);
  return value < least || value > most;
}
