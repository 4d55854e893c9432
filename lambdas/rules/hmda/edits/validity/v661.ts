import type { LarEdit } from '../../edit.ts';

export const v661: LarEdit = {
  id: 'V661',
  kind: 'validity',
  text: 'If Credit Score of Applicant or Borrower equals 8888 indicating not applicable, then Applicant or Borrower, Name and Version of Credit Scoring Model must equal 9, and the reverse must be true.',
  fields: ['applicantCreditScore', 'applicantCreditModel'],
  fails: ({ applicantCreditScore, applicantCreditModel }) =>
    (applicantCreditScore === '8888') !== (applicantCreditModel === '9'),
};
