import { numberOf } from '../../../numbers.ts';

export const isAtLeastZero = (text: string): boolean => numberOf(text) >= 0;

export const isAboveZero = (text: string): boolean => numberOf(text) > 0;
