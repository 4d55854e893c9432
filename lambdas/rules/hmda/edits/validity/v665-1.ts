import type { LarEdit } from '../../edit.ts';
import { isInteger } from '../../numbers.ts';

export const v665_1: LarEdit = {
  id: 'V665-1',
  kind: 'validity',
  text: 'Credit Score of Co-Applicant or Co-Borrower must be a number, and cannot be left blank.',
  fields: ['coApplicantCreditScore'],
  fails: ({ coApplicantCreditScore }) => !isInteger(coApplicantCreditScore),
};
