import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';
import { scoresFrom280 } from './families/credit-models.ts';

const LOWEST_SCORE = 280;

export const v720_1: LarEdit = {
  id: 'V720-1',
  kind: 'validity',
  text: 'If Applicant or Borrower, Name and Version of Credit Scoring Model is 1, 2, 3, 4, 5, 6, 11, or 12 Credit Score of Applicant or Borrower should be 280 or above.',
  fields: ['applicantCreditModel', 'applicantCreditScore'],
  fails: ({ applicantCreditModel, applicantCreditScore }) =>
    scoresFrom280(applicantCreditModel) && numberOf(applicantCreditScore) < LOWEST_SCORE,
};
