import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';
import { areBlank } from './families/blank-entries.ts';
import { applicantEthnicityFields } from './families/ethnicities.ts';

const isNoEthnicity = oneOf('3 4');

export const v628_4: LarEdit = {
  id: 'V628-4',
  kind: 'validity',
  text: 'If Ethnicity of Applicant or Borrower: 1 equals 3 or 4; then Ethnicity of Applicant or Borrower: 2; Ethnicity of Applicant or Borrower: 3; Ethnicity of Applicant or Borrower: 4; Ethnicity of Applicant or Borrower: 5 must be left blank.',
  fields: [...applicantEthnicityFields],
  fails: ({
    applicantEthnicity1,
    applicantEthnicity2,
    applicantEthnicity3,
    applicantEthnicity4,
    applicantEthnicity5,
  }) =>
    isNoEthnicity(applicantEthnicity1) &&
    !areBlank([applicantEthnicity2, applicantEthnicity3, applicantEthnicity4, applicantEthnicity5]),
};
