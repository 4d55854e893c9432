import type { LarEdit } from '../../edit.ts';
import { isBlank } from '../../reported-words.ts';
import { OTHER_MODEL, isCoApplicantModel } from './families/credit-models.ts';

export const v667_1: LarEdit = {
  id: 'V667-1',
  kind: 'validity',
  text: 'If Co-Applicant or Co-Borrower, Name and Version of Credit Scoring Model equals 1111, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, or 15 then Co-Applicant or Co-Borrower, Name and Version of Credit Scoring Model: Conditional Free Form Text Field for Code 8 must be left blank, and the reverse must be true.',
  fields: ['coApplicantCreditModel', 'coApplicantCreditModelOther'],
  fails: ({ coApplicantCreditModel, coApplicantCreditModelOther }) =>
    (isCoApplicantModel(coApplicantCreditModel) && coApplicantCreditModel !== OTHER_MODEL) !==
    isBlank(coApplicantCreditModelOther),
};
