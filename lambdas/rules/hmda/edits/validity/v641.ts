import type { LarEdit } from '../../edit.ts';

export const v641: LarEdit = {
  id: 'V641',
  kind: 'validity',
  text: 'If Race of Co-Applicant or Co-Borrower: 1 equals 8, then Race of Co-Applicant or Co-Borrower Collected on the Basis of Visual Observation or Surname must equal 4, and the reverse must be true.',
  fields: ['coApplicantRace1', 'coApplicantRaceObserved'],
  fails: ({ coApplicantRace1, coApplicantRaceObserved }) =>
    (coApplicantRace1 === '8') !== (coApplicantRaceObserved === '4'),
};
