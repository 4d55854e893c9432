import type { LarEdit } from '../../edit.ts';
import {
  coApplicantEthnicities,
  coApplicantEthnicityFields,
  isObservedEthnicity,
} from './families/ethnicities.ts';

export const v632_2: LarEdit = {
  id: 'V632-2',
  kind: 'validity',
  text: 'If Ethnicity of Co-Applicant or Co-Borrower Collected on the Basis of Visual Observation or Surname equals 1; then Ethnicity of Co-Applicant or Co-Borrower: 1 must equal 1 or 2; and Ethnicity of Co-Applicant or Co-Borrower: 2 must equal 1, 2 or be left blank; and Ethnicity of Co-Applicant or Co-Borrower: 3; Ethnicity of Co-Applicant or Co-Borrower: 4; Ethnicity of Co-Applicant or Co-Borrower: 5 must all be left blank.',
  fields: [...coApplicantEthnicityFields, 'coApplicantEthnicityObserved'],
  fails: (row) =>
    row.coApplicantEthnicityObserved === '1' && !isObservedEthnicity(coApplicantEthnicities(row)),
};
