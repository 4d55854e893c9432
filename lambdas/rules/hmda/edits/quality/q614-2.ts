import type { LarEdit } from '../../edit.ts';
import { isOutside } from './is-outside.ts';
import { oneOf } from '../../one-of.ts';

const isWithoutAge = oneOf('8888 9999');
const [YOUNGEST, OLDEST] = [18, 100];

export const q614_2: LarEdit = {
  id: 'Q614-2',
  kind: 'quality',
  text: 'The Age of Co-Applicant or Co-Borrower generally should be between 18 and 100 unless the Age of Co-Applicant or Co-Borrower is reported 8888 indicating NA or 9999 indicating no co-applicant or co-borrower. Your data indicates a number outside of this range.',
  fields: ['uli', 'coApplicantAge'],
  fails: ({ coApplicantAge }) => !isWithoutAge(coApplicantAge) && isOutside(coApplicantAge, YOUNGEST, OLDEST),
};
