import type { LarEdit } from '../../edit.ts';
import { isBlank, isNotApplicable, isNotApplicableOrExempt } from '../../reported-words.ts';

const isProvided = (text: string): boolean => !isBlank(text) && !isNotApplicableOrExempt(text);

export const q602: LarEdit = {
  id: 'Q602',
  kind: 'quality',
  text: 'Street Address was reported NA, however City, State and Zip Code were provided.',
  fields: ['streetAddress', 'city', 'state', 'zipCode'],
  fails: ({ streetAddress, city, state, zipCode }) =>
    isNotApplicable(streetAddress) && [city, state, zipCode].every(isProvided),
};
