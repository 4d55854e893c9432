import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';
import { isCodeOrWritten } from './families/code-or-written.ts';
import { coApplicantWrittenRaceFields, coApplicantWrittenRaces } from './families/races.ts';

const isFirstRace = oneOf('1 2 21 22 23 24 25 26 27 3 4 41 42 43 44 5 6 7 8');

export const v638_1: LarEdit = {
  id: 'V638-1',
  kind: 'validity',
  text: 'Race of Co-Applicant or Co-Borrower: 1 must equal 1, 2, 21, 22, 23, 24, 25, 26, 27, 3, 4, 41, 42, 43, 44, 5, 6, 7, or 8, and cannot be left blank, unless a race is provided in Race of Co-Applicant or Co-Borrower: Free Form Text Field for American Indian or Alaska Native Enrolled or Principal Tribe, Race of Co-Applicant or Co-Borrower: Free Form Text Field for Other Asian, or Race of Co-Applicant or Co-Borrower: Free Form Text Field for Other Pacific Islander.',
  fields: ['coApplicantRace1', ...coApplicantWrittenRaceFields],
  fails: (row) => !isCodeOrWritten(row.coApplicantRace1, isFirstRace, coApplicantWrittenRaces(row)),
};
