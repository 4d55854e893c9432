import type { LarEdit } from '../../edit.ts';
import { isInteger } from '../../numbers.ts';

export const v660_1: LarEdit = {
  id: 'V660-1',
  kind: 'validity',
  text: 'Credit Score of Applicant or Borrower must be a number, and cannot be left blank.',
  fields: ['applicantCreditScore'],
  fails: ({ applicantCreditScore }) => !isInteger(applicantCreditScore),
};
