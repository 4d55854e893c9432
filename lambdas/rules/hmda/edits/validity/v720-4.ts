import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';
import { scoresFrom300 } from './families/credit-models.ts';

const LOWEST_SCORE = 300;

export const v720_4: LarEdit = {
  id: 'V720-4',
  kind: 'validity',
  text: 'If Co-Applicant or Co-Borrower, Name and Version of Credit Scoring Model is 13, 14, or 15 Credit Score of Co-Applicant or Co-Borrower should be 300 or above.',
  fields: ['coApplicantCreditModel', 'coApplicantCreditScore'],
  fails: ({ coApplicantCreditModel, coApplicantCreditScore }) =>
    scoresFrom300(coApplicantCreditModel) && numberOf(coApplicantCreditScore) < LOWEST_SCORE,
};
