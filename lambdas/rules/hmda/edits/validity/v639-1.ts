import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isRaceObserved = oneOf('1 2 3 4');

export const v639_1: LarEdit = {
  id: 'V639-1',
  kind: 'validity',
  text: 'Race of Co-Applicant or Co-Borrower Collected on the Basis of Visual Observation or Surname must equal 1, 2, 3, or 4, and cannot be left blank.',
  fields: ['coApplicantRaceObserved'],
  fails: ({ coApplicantRaceObserved }) => !isRaceObserved(coApplicantRaceObserved),
};
