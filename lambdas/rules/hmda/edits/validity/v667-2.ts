import type { LarEdit } from '../../edit.ts';
import { isBlank } from '../../reported-words.ts';
import { OTHER_MODEL } from './families/credit-models.ts';

export const v667_2: LarEdit = {
  id: 'V667-2',
  kind: 'validity',
  text: 'If Co-Applicant or Co-Borrower, Name and Version of Credit Scoring Model equals 8, then Co-Applicant or Co-Borrower, Name and Version of Credit Scoring Model: Conditional Free Form Text Field for Code 8 must not be left blank, and the reverse must be true.',
  fields: ['coApplicantCreditModel', 'coApplicantCreditModelOther'],
  fails: ({ coApplicantCreditModel, coApplicantCreditModelOther }) =>
    (coApplicantCreditModel === OTHER_MODEL) === isBlank(coApplicantCreditModelOther),
};
