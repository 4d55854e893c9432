import type { LarEdit } from '../../edit.ts';
import { areCodesOrBlank } from './families/blank-entries.ts';
import { isRace } from './families/races.ts';

export const v635_2: LarEdit = {
  id: 'V635-2',
  kind: 'validity',
  text: 'Race of Applicant or Borrower: 2; Race of Applicant or Borrower: 3; Race of Applicant or Borrower: 4; Race of Applicant or Borrower: 5 must equal 1, 2, 21, 22, 23, 24, 25, 26, 27, 3, 4, 41, 42, 43, 44, 5, or be left blank.',
  fields: ['applicantRace2', 'applicantRace3', 'applicantRace4', 'applicantRace5'],
  fails: ({ applicantRace2, applicantRace3, applicantRace4, applicantRace5 }) =>
    !areCodesOrBlank([applicantRace2, applicantRace3, applicantRace4, applicantRace5], isRace),
};
