import type { LarEdit } from '../../edit.ts';
import {
  coApplicantRaceFields,
  coApplicantRaces,
  coApplicantWrittenRaceFields,
  coApplicantWrittenRaces,
  isStatedRace,
} from './families/races.ts';

export const v639_3: LarEdit = {
  id: 'V639-3',
  kind: 'validity',
  text: 'If Race of Co-Applicant or Co-Borrower Collected on the Basis of Visual Observation or Surname equals 2, then Race of Co-Applicant or Co-Borrower: 1 must equal 1, 2, 21, 22, 23, 24, 25, 26, 27, 3, 4, 41, 42, 43, 44, 5 or 6, and cannot be left blank, unless a race is provided in Race of Co-Applicant or Co-Borrower: Free Form Text Field for American Indian or Alaska Native Enrolled or Principal Tribe, Race of Co-Applicant or Co-Borrower: Free Form Text Field for Other Asian, or Race of Co-Applicant or Co-Borrower: Free Form Text Field for Other Pacific Islander; and Race of Co-Applicant or Co-Borrower: 2; Race of Co-Applicant or Co-Borrower: 3; Race of Co-Applicant or Co-Borrower: 4; Race of Co-Applicant or Co-Borrower: 5 must equal 1, 2, 21, 22, 23, 24, 25, 26, 27, 3, 4, 41, 42, 43, 44, 5, or be left blank.',
  fields: [...coApplicantRaceFields, ...coApplicantWrittenRaceFields, 'coApplicantRaceObserved'],
  fails: (row) =>
    row.coApplicantRaceObserved === '2' && !isStatedRace(coApplicantRaces(row), coApplicantWrittenRaces(row)),
};
