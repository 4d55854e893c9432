import type { LarEdit } from '../../edit.ts';
import { areCodesOrBlank } from './families/blank-entries.ts';
import { isEthnicity } from './families/ethnicities.ts';

export const v628_2: LarEdit = {
  id: 'V628-2',
  kind: 'validity',
  text: 'Ethnicity of Applicant or Borrower: 2; Ethnicity of Applicant or Borrower: 3; Ethnicity of Applicant or Borrower: 4; Ethnicity of Applicant or Borrower: 5 must equal 1, 11, 12, 13, 14, 2, or be left blank.',
  fields: ['applicantEthnicity2', 'applicantEthnicity3', 'applicantEthnicity4', 'applicantEthnicity5'],
  fails: ({ applicantEthnicity2, applicantEthnicity3, applicantEthnicity4, applicantEthnicity5 }) =>
    !areCodesOrBlank(
      [applicantEthnicity2, applicantEthnicity3, applicantEthnicity4, applicantEthnicity5],
      isEthnicity,
    ),
};
