import type { LarEdit } from '../../edit.ts';
import { isBlank } from '../../reported-words.ts';
import { OTHER_MODEL } from './families/credit-models.ts';

export const v662_2: LarEdit = {
  id: 'V662-2',
  kind: 'validity',
  text: 'If Applicant or Borrower, Name and Version of Credit Scoring Model equals 8, then Applicant or Borrower, Name and Version of Credit Scoring Model: Conditional Free Form Text Field for Code 8 must not be blank, and the reverse must be true.',
  fields: ['applicantCreditModel', 'applicantCreditModelOther'],
  fails: ({ applicantCreditModel, applicantCreditModelOther }) =>
    (applicantCreditModel === OTHER_MODEL) === isBlank(applicantCreditModelOther),
};
