import type { LarEdit } from '../../edit.ts';
import { isStatedEthnicity } from './families/ethnicities.ts';

export const v629_3: LarEdit = {
  id: 'V629-3',
  kind: 'validity',
  text: 'If Ethnicity of Applicant or Borrower Collected on the Basis of Visual Observation or Surname equals 2, then Ethnicity of Applicant or Borrower: 1 must equal 1, 11, 12, 13, 14, 2 or 3, and cannot be left blank, unless an ethnicity is provided in Ethnicity of Applicant or Borrower: Free Form Text Field for Other Hispanic or Latino',
  fields: ['applicantEthnicity1', 'applicantEthnicityOther', 'applicantEthnicityObserved'],
  fails: ({ applicantEthnicity1, applicantEthnicityOther, applicantEthnicityObserved }) =>
    applicantEthnicityObserved === '2' && !isStatedEthnicity(applicantEthnicity1, applicantEthnicityOther),
};
