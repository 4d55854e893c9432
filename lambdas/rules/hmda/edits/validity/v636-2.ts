import type { LarEdit } from '../../edit.ts';
import { applicantRaceFields, applicantRaces, isObservedRace } from './families/races.ts';

export const v636_2: LarEdit = {
  id: 'V636-2',
  kind: 'validity',
  text: 'If Race of Applicant or Borrower Collected on the Basis of Visual Observation or Surname equals 1; then Race of Applicant or Borrower: 1 must equal 1, 2, 3, 4, or 5, and Race of Applicant or Borrower: 2; Race of Applicant or Borrower: 3; Race of Applicant or Borrower: 4; Race of Applicant or Borrower: 5 must equal 1, 2, 3, 4, or 5, or be left blank.',
  fields: [...applicantRaceFields, 'applicantRaceObserved'],
  fails: (row) => row.applicantRaceObserved === '1' && !isObservedRace(applicantRaces(row)),
};
