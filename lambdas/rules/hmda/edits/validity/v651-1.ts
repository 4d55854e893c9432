import type { LarEdit } from '../../edit.ts';
import { isPositiveInteger } from '../../numbers.ts';

export const v651_1: LarEdit = {
  id: 'V651-1',
  kind: 'validity',
  text: 'Age of Applicant or Borrower must be a whole number greater than zero, and cannot be left blank.',
  fields: ['applicantAge'],
  fails: ({ applicantAge }) => !isPositiveInteger(applicantAge),
};
