import type { LarEdit } from '../../edit.ts';

export const v637: LarEdit = {
  id: 'V637',
  kind: 'validity',
  text: 'If Race of Applicant or Borrower: 1 equals 7, then Race of Applicant or Borrower Collected on the Basis of Visual Observation or Surname must equal 3.',
  fields: ['applicantRace1', 'applicantRaceObserved'],
  fails: ({ applicantRace1, applicantRaceObserved }) =>
    applicantRace1 === '7' && applicantRaceObserved !== '3',
};
