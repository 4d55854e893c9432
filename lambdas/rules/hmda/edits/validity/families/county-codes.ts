import type { ReferenceData } from '../../../filing-context.ts';

const COUNTY = /^\d{5}$/;

/** A five-digit code; and one that exists, where the list of counties is at hand. */
export const isCounty = (text: string, { counties }: ReferenceData): boolean =>
  COUNTY.test(text) && (counties === undefined || counties.has(text));
