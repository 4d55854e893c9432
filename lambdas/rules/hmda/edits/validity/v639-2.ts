import type { LarEdit } from '../../edit.ts';
import { coApplicantRaceFields, coApplicantRaces, isObservedRace } from './families/races.ts';

export const v639_2: LarEdit = {
  id: 'V639-2',
  kind: 'validity',
  text: 'If Race of Co-Applicant or Co-Borrower Collected on the Basis of Visual Observation or Surname equals 1, then Race of Co-Applicant or Co-Borrower: 1 must equal 1, 2, 3, 4, or 5; and Race of Co-Applicant or Co-Borrower: 2; Race of Co-Applicant or Co-Borrower: 3; Race of Co-Applicant or Co-Borrower: 4; Race of Co-Applicant or Co-Borrower: 5 must equal 1, 2, 3, 4, or 5, or be left blank.',
  fields: [...coApplicantRaceFields, 'coApplicantRaceObserved'],
  fails: (row) => row.coApplicantRaceObserved === '1' && !isObservedRace(coApplicantRaces(row)),
};
