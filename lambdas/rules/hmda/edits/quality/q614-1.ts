import type { LarEdit } from '../../edit.ts';
import { isOutside } from './is-outside.ts';
import { oneOf } from '../../one-of.ts';

const isWithoutAge = oneOf('8888');
const [YOUNGEST, OLDEST] = [18, 100];

export const q614_1: LarEdit = {
  id: 'Q614-1',
  kind: 'quality',
  text: 'The Age of Applicant or Borrower generally should be between 18 and 100 unless the Age of Applicant or Borrower is reported 8888 indicating NA. Your data indicates a number outside of this range.',
  fields: ['uli', 'applicantAge'],
  fails: ({ applicantAge }) => !isWithoutAge(applicantAge) && isOutside(applicantAge, YOUNGEST, OLDEST),
};
