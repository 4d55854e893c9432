import type { LarEdit } from '../../edit.ts';

export const v666_1: LarEdit = {
  id: 'V666-1',
  kind: 'validity',
  text: 'If Credit Score of Co-Applicant or Co-Borrower equals 8888 indicating not applicable, then Co-Applicant or Co-Borrower, Name and Version of Credit Scoring Model must equal 9, and the reverse must be true.',
  fields: ['coApplicantCreditScore', 'coApplicantCreditModel'],
  fails: ({ coApplicantCreditScore, coApplicantCreditModel }) =>
    (coApplicantCreditScore === '8888') !== (coApplicantCreditModel === '9'),
};
