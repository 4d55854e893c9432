import type { LarEdit } from '../../edit.ts';
import { isBlank, isNotApplicable, isNotApplicableOrExempt } from '../../reported-words.ts';

/** Exempt in the city or the ZIP code counts as provided here; V709 asks for all three. */
export const v622: LarEdit = {
  id: 'V622',
  kind: 'validity',
  text: 'If Street Address was not reported NA or Exempt, then City, State and Zip Code must be provided, and not reported NA.',
  fields: ['streetAddress', 'city', 'state', 'zipCode'],
  fails: ({ streetAddress, city, state, zipCode }) =>
    !isNotApplicableOrExempt(streetAddress) &&
    [city, state, zipCode].some((text) => isBlank(text.trim()) || isNotApplicable(text)),
};
