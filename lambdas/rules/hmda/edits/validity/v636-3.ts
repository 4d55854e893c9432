import type { LarEdit } from '../../edit.ts';
import {
  applicantRaceFields,
  applicantRaces,
  applicantWrittenRaceFields,
  applicantWrittenRaces,
  isStatedRace,
} from './families/races.ts';

export const v636_3: LarEdit = {
  id: 'V636-3',
  kind: 'validity',
  text: 'If Race of Applicant or Borrower Collected on the Basis of Visual Observation or Surname equals 2, Race of Applicant or Borrower: 1 must equal 1, 2, 21, 22, 23, 24, 25, 26, 27, 3, 4, 41, 42, 43, 44, 5 or 6, and cannot be left blank, unless a race is provided in Race of Applicant or Borrower: Free Form Text Field for American Indian or Alaska Native Enrolled or Principal Tribe, Race of Applicant or Borrower: Free Form Text Field for Other Asian, or Race of Applicant or Borrower: Free Form Text Field for Other Pacific Islander; and Race of Applicant or Borrower: 2; Race of Applicant or Borrower: 3; Race of Applicant or Borrower: 4; Race of Applicant or Borrower: 5 must equal 1, 2, 21, 22, 23, 24, 25, 26, 27, 3, 4, 41, 42, 43, 44, 5, or be left blank.',
  fields: [...applicantRaceFields, ...applicantWrittenRaceFields, 'applicantRaceObserved'],
  fails: (row) =>
    row.applicantRaceObserved === '2' && !isStatedRace(applicantRaces(row), applicantWrittenRaces(row)),
};
