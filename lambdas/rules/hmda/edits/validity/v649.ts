import type { LarEdit } from '../../edit.ts';

export const v649: LarEdit = {
  id: 'V649',
  kind: 'validity',
  text: 'If Sex of Co-Applicant or Co-Borrower equals 4, then Sex of Co-Applicant or Co-Borrower Collected on the Basis of Visual Observation or Surname must equal 3.',
  fields: ['coApplicantSex', 'coApplicantSexObserved'],
  fails: ({ coApplicantSex, coApplicantSexObserved }) =>
    coApplicantSex === '4' && coApplicantSexObserved !== '3',
};
