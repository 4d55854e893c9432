import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';
import { scoresFrom280 } from './families/credit-models.ts';

const LOWEST_SCORE = 280;

export const v720_2: LarEdit = {
  id: 'V720-2',
  kind: 'validity',
  text: 'If Co-Applicant or Co-Borrower, Name and Version of Credit Scoring Model is 1, 2, 3, 4, 5, 6, 11, or 12 Credit Score of Co-Applicant or Co-Borrower should be 280 or above.',
  fields: ['coApplicantCreditModel', 'coApplicantCreditScore'],
  fails: ({ coApplicantCreditModel, coApplicantCreditScore }) =>
    scoresFrom280(coApplicantCreditModel) && numberOf(coApplicantCreditScore) < LOWEST_SCORE,
};
