import type { LarEdit } from '../../edit.ts';

export const v630: LarEdit = {
  id: 'V630',
  kind: 'validity',
  text: 'If Ethnicity of Applicant or Borrower: 1 equals 4, then Ethnicity of Applicant or Borrower Collected on the Basis of Visual Observation or Surname must equal 3.',
  fields: ['applicantEthnicity1', 'applicantEthnicityObserved'],
  fails: ({ applicantEthnicity1, applicantEthnicityObserved }) =>
    applicantEthnicity1 === '4' && applicantEthnicityObserved !== '3',
};
