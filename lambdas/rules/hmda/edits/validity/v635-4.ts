import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';
import { areBlank } from './families/blank-entries.ts';
import { applicantRaceFields } from './families/races.ts';

const isNoRace = oneOf('6 7');

export const v635_4: LarEdit = {
  id: 'V635-4',
  kind: 'validity',
  text: 'If Race of Applicant or Borrower: 1 equals 6 or 7; then Race of Applicant or Borrower: 2; Race of Applicant or Borrower: 3; Race of Applicant or Borrower: 4; Race of Applicant or Borrower: 5 must all be left blank.',
  fields: [...applicantRaceFields],
  fails: ({ applicantRace1, applicantRace2, applicantRace3, applicantRace4, applicantRace5 }) =>
    isNoRace(applicantRace1) && !areBlank([applicantRace2, applicantRace3, applicantRace4, applicantRace5]),
};
