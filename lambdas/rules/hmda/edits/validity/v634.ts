import type { LarEdit } from '../../edit.ts';

export const v634: LarEdit = {
  id: 'V634',
  kind: 'validity',
  text: 'If Ethnicity of Co-Applicant or Co-Borrower: 1 equals 5, then Ethnicity of Co-Applicant or Co-Borrower Collected on the Basis of Visual Observation or Surname must equal 4, and the reverse must be true.',
  fields: ['coApplicantEthnicity1', 'coApplicantEthnicityObserved'],
  fails: ({ coApplicantEthnicity1, coApplicantEthnicityObserved }) =>
    (coApplicantEthnicity1 === '5') !== (coApplicantEthnicityObserved === '4'),
};
