import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';
import { areBlank } from './families/blank-entries.ts';
import { coApplicantEthnicityFields } from './families/ethnicities.ts';

const isNoEthnicity = oneOf('3 4 5');

export const v631_4: LarEdit = {
  id: 'V631-4',
  kind: 'validity',
  text: 'If Ethnicity of Co-Applicant or Co-Borrower: 1 equals 3, 4, or 5; then Ethnicity of Co-Applicant or Co-Borrower: 2; Ethnicity of Co-Applicant or Co-Borrower: 3; Ethnicity of Co-Applicant or Co-Borrower: 4; Ethnicity of Co-Applicant or Co-Borrower: 5 must be left blank.',
  fields: [...coApplicantEthnicityFields],
  fails: ({
    coApplicantEthnicity1,
    coApplicantEthnicity2,
    coApplicantEthnicity3,
    coApplicantEthnicity4,
    coApplicantEthnicity5,
  }) =>
    isNoEthnicity(coApplicantEthnicity1) &&
    !areBlank([coApplicantEthnicity2, coApplicantEthnicity3, coApplicantEthnicity4, coApplicantEthnicity5]),
};
