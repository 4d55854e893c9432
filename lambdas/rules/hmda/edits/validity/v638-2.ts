import type { LarEdit } from '../../edit.ts';
import { areCodesOrBlank } from './families/blank-entries.ts';
import { isRace } from './families/races.ts';

export const v638_2: LarEdit = {
  id: 'V638-2',
  kind: 'validity',
  text: 'Race of Co-Applicant or Co-Borrower: 2; Race of Co-Applicant or Co-Borrower: 3; Race of Co-Applicant or Co-Borrower: 4; Race of Co-Applicant or Co-Borrower: 5 must equal 1, 2, 21, 22, 23, 24, 25, 26, 27, 3, 4, 41, 42, 43, 44, 5, or be left blank.',
  fields: ['coApplicantRace2', 'coApplicantRace3', 'coApplicantRace4', 'coApplicantRace5'],
  fails: ({ coApplicantRace2, coApplicantRace3, coApplicantRace4, coApplicantRace5 }) =>
    !areCodesOrBlank([coApplicantRace2, coApplicantRace3, coApplicantRace4, coApplicantRace5], isRace),
};
