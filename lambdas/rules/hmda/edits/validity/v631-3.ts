import type { LarEdit } from '../../edit.ts';
import { coApplicantEthnicities, coApplicantEthnicityFields } from './families/ethnicities.ts';
import { repeatsACode } from './families/repeated-code.ts';

export const v631_3: LarEdit = {
  id: 'V631-3',
  kind: 'validity',
  text: 'Each Ethnicity of Co-Applicant or Co-Borrower code can only be reported once.',
  fields: [...coApplicantEthnicityFields],
  fails: (row) => repeatsACode(coApplicantEthnicities(row)),
};
