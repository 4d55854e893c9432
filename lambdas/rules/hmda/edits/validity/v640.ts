import type { LarEdit } from '../../edit.ts';

export const v640: LarEdit = {
  id: 'V640',
  kind: 'validity',
  text: 'If Race of Co-Applicant or Co-Borrower: 1 equals 7, then Race of Co-Applicant or Co-Borrower Collected on the Basis of Visual Observation or Surname must equal 3.',
  fields: ['coApplicantRace1', 'coApplicantRaceObserved'],
  fails: ({ coApplicantRace1, coApplicantRaceObserved }) =>
    coApplicantRace1 === '7' && coApplicantRaceObserved !== '3',
};
