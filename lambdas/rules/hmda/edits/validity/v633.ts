import type { LarEdit } from '../../edit.ts';

export const v633: LarEdit = {
  id: 'V633',
  kind: 'validity',
  text: 'If Ethnicity of Co-Applicant or Co-Borrower: 1 equals 4, then Ethnicity of Co-Applicant or Co-Borrower Collected on the Basis of Visual Observation or Surname must equal 3.',
  fields: ['coApplicantEthnicity1', 'coApplicantEthnicityObserved'],
  fails: ({ coApplicantEthnicity1, coApplicantEthnicityObserved }) =>
    coApplicantEthnicity1 === '4' && coApplicantEthnicityObserved !== '3',
};
