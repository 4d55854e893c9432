import type { LarEdit } from '../../edit.ts';
import { isOutside } from './is-outside.ts';
import { oneOf } from '../../one-of.ts';

const isWithoutScore = oneOf('7777 8888 9999 1111');
const [LOWEST, HIGHEST] = [300, 900];

export const q649_2: LarEdit = {
  id: 'Q649-2',
  kind: 'quality',
  text: 'If Credit Score of Co-Applicant or Co-Borrower does not equal 7777, 8888, 9999, or 1111, Credit Score should generally be between 300 and 900.',
  fields: ['coApplicantCreditScore'],
  fails: ({ coApplicantCreditScore }) =>
    !isWithoutScore(coApplicantCreditScore) && isOutside(coApplicantCreditScore, LOWEST, HIGHEST),
};
