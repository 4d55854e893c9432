import type { LarEdit } from '../../edit.ts';
import { isBlank, isNotApplicableOrExempt } from '../../reported-words.ts';

const LETTER = /\p{Letter}/u;
const DIGIT = /\d/;

export const q660_4: LarEdit = {
  id: 'Q660-4',
  kind: 'quality',
  text: 'The reported Street Address contains either only numbers or only letters, which may indicate that an invalid Street Address was reported. Street Address should generally be alphanumeric, unless the reported value is "Exempt" or "NA".',
  fields: ['streetAddress'],
  fails: ({ streetAddress }) =>
    !isBlank(streetAddress) &&
    !isNotApplicableOrExempt(streetAddress) &&
    !(LETTER.test(streetAddress) && DIGIT.test(streetAddress)),
};
