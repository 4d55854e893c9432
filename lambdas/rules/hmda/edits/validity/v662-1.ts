import type { LarEdit } from '../../edit.ts';
import { isBlank } from '../../reported-words.ts';
import { OTHER_MODEL, isApplicantModel } from './families/credit-models.ts';

export const v662_1: LarEdit = {
  id: 'V662-1',
  kind: 'validity',
  text: 'If Applicant or Borrower, Name and Version of Credit Scoring Model equals 1111, 1, 2, 3, 4, 5, 6, 7, 9, 11, 12, 13, 14, or 15 then Applicant or Borrower, Name and Version of Credit Scoring Model: Conditional Free Form Text Field for Code 8 must be left blank, and the reverse must be true.',
  fields: ['applicantCreditModel', 'applicantCreditModelOther'],
  fails: ({ applicantCreditModel, applicantCreditModelOther }) =>
    (isApplicantModel(applicantCreditModel) && applicantCreditModel !== OTHER_MODEL) !==
    isBlank(applicantCreditModelOther),
};
