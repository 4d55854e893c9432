import type { LarEdit } from '../../edit.ts';
import { isOutside } from './is-outside.ts';
import { oneOf } from '../../one-of.ts';

const isWithoutScore = oneOf('7777 8888 1111');
const [LOWEST, HIGHEST] = [300, 900];

export const q649_1: LarEdit = {
  id: 'Q649-1',
  kind: 'quality',
  text: 'If Credit Score of Applicant or Borrower does not equal 7777, 8888, or 1111, Credit Score should generally be between 300 and 900.',
  fields: ['applicantCreditScore'],
  fails: ({ applicantCreditScore }) =>
    !isWithoutScore(applicantCreditScore) && isOutside(applicantCreditScore, LOWEST, HIGHEST),
};
