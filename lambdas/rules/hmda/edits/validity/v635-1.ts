import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';
import { isCodeOrWritten } from './families/code-or-written.ts';
import { applicantWrittenRaceFields, applicantWrittenRaces } from './families/races.ts';

const isFirstRace = oneOf('1 2 21 22 23 24 25 26 27 3 4 41 42 43 44 5 6 7');

export const v635_1: LarEdit = {
  id: 'V635-1',
  kind: 'validity',
  text: 'Race of Applicant or Borrower: 1 must equal 1, 2, 21, 22, 23, 24, 25, 26, 27, 3, 4, 41, 42, 43, 44, 5, 6, or 7, and cannot be left blank, unless a race is provided in Race of Applicant or Borrower: Free Form Text Field for American Indian or Alaska Native Enrolled or Principal Tribe, Race of Applicant or Borrower: Free Form Text Field for Other Asian, or Race of Applicant or Borrower: Free Form Text Field for Other Pacific Islander.',
  fields: ['applicantRace1', ...applicantWrittenRaceFields],
  fails: (row) => !isCodeOrWritten(row.applicantRace1, isFirstRace, applicantWrittenRaces(row)),
};
