import type { LarEdit } from '../../edit.ts';
import { isStatedEthnicity } from './families/ethnicities.ts';

export const v632_3: LarEdit = {
  id: 'V632-3',
  kind: 'validity',
  text: 'If Ethnicity of Co-Applicant or Co-Borrower Collected on the Basis of Visual Observation or Surname equals 2; then Ethnicity of Co-Applicant or Co-Borrower: 1 must equal 1, 11, 12, 13, 14, 2 or 3, and cannot be left blank, unless an ethnicity is provided in Ethnicity of Co-Applicant or Co-Borrower: Free Form Text Field for Other Hispanic or Latino',
  fields: ['coApplicantEthnicity1', 'coApplicantEthnicityOther', 'coApplicantEthnicityObserved'],
  fails: ({ coApplicantEthnicity1, coApplicantEthnicityOther, coApplicantEthnicityObserved }) =>
    coApplicantEthnicityObserved === '2' &&
    !isStatedEthnicity(coApplicantEthnicity1, coApplicantEthnicityOther),
};
