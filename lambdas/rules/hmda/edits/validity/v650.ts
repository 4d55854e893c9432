import type { LarEdit } from '../../edit.ts';

export const v650: LarEdit = {
  id: 'V650',
  kind: 'validity',
  text: 'If Sex of Co-Applicant or Co-Borrower Collected on the Basis of Visual Observation or Surname equals 4, then Sex of Co-Applicant or Co-Borrower must equal 5, and the reverse must be true.',
  fields: ['coApplicantSex', 'coApplicantSexObserved'],
  fails: ({ coApplicantSex, coApplicantSexObserved }) =>
    (coApplicantSex === '5') !== (coApplicantSexObserved === '4'),
};
