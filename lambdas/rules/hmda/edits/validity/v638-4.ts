import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';
import { areBlank } from './families/blank-entries.ts';
import { coApplicantRaceFields } from './families/races.ts';

const isNoRace = oneOf('6 7 8');

export const v638_4: LarEdit = {
  id: 'V638-4',
  kind: 'validity',
  text: 'If Race of Co-Applicant or Co-Borrower: 1 equals 6, 7, or 8, then Race of Co-Applicant or Co-Borrower: 2; Race of Co-Applicant or Co-Borrower: 3; Race of Co-Applicant or Co-Borrower: 4; and Race of Co-Applicant or Co-Borrower: 5 must be left blank.',
  fields: [...coApplicantRaceFields],
  fails: ({ coApplicantRace1, coApplicantRace2, coApplicantRace3, coApplicantRace4, coApplicantRace5 }) =>
    isNoRace(coApplicantRace1) &&
    !areBlank([coApplicantRace2, coApplicantRace3, coApplicantRace4, coApplicantRace5]),
};
