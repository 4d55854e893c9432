import type { LarEdit } from '../../edit.ts';
import { coApplicantRaceFields, coApplicantRaces } from './families/races.ts';
import { repeatsACode } from './families/repeated-code.ts';

export const v638_3: LarEdit = {
  id: 'V638-3',
  kind: 'validity',
  text: 'Each Race of Co-Applicant or Co-Borrower code can only be reported once.',
  fields: [...coApplicantRaceFields],
  fails: (row) => repeatsACode(coApplicantRaces(row)),
};
