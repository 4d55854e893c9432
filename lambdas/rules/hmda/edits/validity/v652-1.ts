import type { LarEdit } from '../../edit.ts';
import { isPositiveInteger } from '../../numbers.ts';

export const v652_1: LarEdit = {
  id: 'V652-1',
  kind: 'validity',
  text: 'Age of Co-Applicant or Co-Borrower must be a whole number greater than zero, and cannot be left blank.',
  fields: ['coApplicantAge'],
  fails: ({ coApplicantAge }) => !isPositiveInteger(coApplicantAge),
};
