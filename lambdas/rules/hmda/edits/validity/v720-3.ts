import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';
import { scoresFrom300 } from './families/credit-models.ts';

const LOWEST_SCORE = 300;

export const v720_3: LarEdit = {
  id: 'V720-3',
  kind: 'validity',
  text: 'If Applicant or Borrower, Name and Version of Credit Scoring Model is 13, 14 or 15 Credit Score of Applicant or Borrower should be 300 or above.',
  fields: ['applicantCreditModel', 'applicantCreditScore'],
  fails: ({ applicantCreditModel, applicantCreditScore }) =>
    scoresFrom300(applicantCreditModel) && numberOf(applicantCreditScore) < LOWEST_SCORE,
};
