import type { LarEdit } from '../../edit.ts';
import { areCodesOrBlank } from './families/blank-entries.ts';
import { isEthnicity } from './families/ethnicities.ts';

export const v631_2: LarEdit = {
  id: 'V631-2',
  kind: 'validity',
  text: 'Ethnicity of Co-Applicant or Co-Borrower: 2; Ethnicity of Co-Applicant or Co-Borrower: 3; Ethnicity of Co-Applicant or Co-Borrower: 4; Ethnicity of Co-Applicant or Co-Borrower: 5 must equal 1, 11, 12, 13, 14, 2, or be left blank.',
  fields: [
    'coApplicantEthnicity2',
    'coApplicantEthnicity3',
    'coApplicantEthnicity4',
    'coApplicantEthnicity5',
  ],
  fails: ({ coApplicantEthnicity2, coApplicantEthnicity3, coApplicantEthnicity4, coApplicantEthnicity5 }) =>
    !areCodesOrBlank(
      [coApplicantEthnicity2, coApplicantEthnicity3, coApplicantEthnicity4, coApplicantEthnicity5],
      isEthnicity,
    ),
};
