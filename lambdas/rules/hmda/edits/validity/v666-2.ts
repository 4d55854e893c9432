import type { LarEdit } from '../../edit.ts';

export const v666_2: LarEdit = {
  id: 'V666-2',
  kind: 'validity',
  text: 'If Credit Score of Co-Applicant or Co-Borrower equals 9999 indicating no co-applicant, then Co-Applicant or Co-Borrower, Name and Version of Credit Scoring Model must equal 10, and the reverse must be true.',
  fields: ['coApplicantCreditScore', 'coApplicantCreditModel'],
  fails: ({ coApplicantCreditScore, coApplicantCreditModel }) =>
    (coApplicantCreditScore === '9999') !== (coApplicantCreditModel === '10'),
};
