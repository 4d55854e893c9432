import type { LarEdit } from '../../edit.ts';
import { isBlank } from '../../reported-words.ts';
import { isUndecidedOrPurchased } from './families/actions-taken.ts';
import { isNoModel, isNoScore } from './families/credit-models.ts';

/** As the guide has it, 9999 and 10 (no co-applicant) do not do for these actions. */
export const v664: LarEdit = {
  id: 'V664',
  kind: 'validity',
  text: 'If Action Taken equals 4, 5, or 6, then Credit Score of Co-Applicant or Co-Borrower must equal 8888 or 1111; and Co-Applicant or Co-Borrower, Name and Version of Credit Scoring Model must equal 9 or 1111; and Co-Applicant or Co-Borrower, Name and Version of Credit Scoring Model: Conditional Free Form Text Field for Code 8 must be left blank.',
  fields: ['actionTaken', 'coApplicantCreditScore', 'coApplicantCreditModel', 'coApplicantCreditModelOther'],
  fails: ({ actionTaken, coApplicantCreditScore, coApplicantCreditModel, coApplicantCreditModelOther }) =>
    isUndecidedOrPurchased(actionTaken) &&
    !(
      isNoScore(coApplicantCreditScore) &&
      isNoModel(coApplicantCreditModel) &&
      isBlank(coApplicantCreditModelOther)
    ),
};
