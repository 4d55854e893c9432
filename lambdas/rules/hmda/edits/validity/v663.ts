import type { LarEdit } from '../../edit.ts';
import { isBlank } from '../../reported-words.ts';
import { isUndecidedOrPurchased } from './families/actions-taken.ts';
import { isNoModel, isNoScore } from './families/credit-models.ts';

export const v663: LarEdit = {
  id: 'V663',
  kind: 'validity',
  text: 'If Action Taken equals 4, 5, or 6, then Credit Score of Applicant or Borrower must equal 8888 or 1111; and Applicant or Borrower, Name and Version of Credit Scoring Model must equal 9 or 1111; and Applicant or Borrower, Name and Version of Credit Scoring Model: Conditional Free Form Text Field for Code 8 must be left blank.',
  fields: ['actionTaken', 'applicantCreditScore', 'applicantCreditModel', 'applicantCreditModelOther'],
  fails: ({ actionTaken, applicantCreditScore, applicantCreditModel, applicantCreditModelOther }) =>
    isUndecidedOrPurchased(actionTaken) &&
    !(
      isNoScore(applicantCreditScore) &&
      isNoModel(applicantCreditModel) &&
      isBlank(applicantCreditModelOther)
    ),
};
