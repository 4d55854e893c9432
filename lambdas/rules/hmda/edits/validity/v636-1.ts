import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isRaceObserved = oneOf('1 2 3');

export const v636_1: LarEdit = {
  id: 'V636-1',
  kind: 'validity',
  text: 'Race of Applicant or Borrower Collected on the Basis of Visual Observation or Surname must equal 1, 2, or 3, and cannot be left blank.',
  fields: ['applicantRaceObserved'],
  fails: ({ applicantRaceObserved }) => !isRaceObserved(applicantRaceObserved),
};
