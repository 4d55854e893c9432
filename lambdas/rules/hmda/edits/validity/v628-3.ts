import type { LarEdit } from '../../edit.ts';
import { applicantEthnicities, applicantEthnicityFields } from './families/ethnicities.ts';
import { repeatsACode } from './families/repeated-code.ts';

export const v628_3: LarEdit = {
  id: 'V628-3',
  kind: 'validity',
  text: 'Each Ethnicity of Applicant or Borrower code can only be reported once',
  fields: [...applicantEthnicityFields],
  fails: (row) => repeatsACode(applicantEthnicities(row)),
};
