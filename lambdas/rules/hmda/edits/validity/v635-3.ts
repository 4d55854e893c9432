import type { LarEdit } from '../../edit.ts';
import { applicantRaceFields, applicantRaces } from './families/races.ts';
import { repeatsACode } from './families/repeated-code.ts';

export const v635_3: LarEdit = {
  id: 'V635-3',
  kind: 'validity',
  text: 'Each Race of Applicant or Borrower code can only be reported once.',
  fields: [...applicantRaceFields],
  fails: (row) => repeatsACode(applicantRaces(row)),
};
