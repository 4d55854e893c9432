import type { LarEdit } from '../../edit.ts';
import {
  applicantEthnicities,
  applicantEthnicityFields,
  isObservedEthnicity,
} from './families/ethnicities.ts';

export const v629_2: LarEdit = {
  id: 'V629-2',
  kind: 'validity',
  text: 'If Ethnicity of Applicant or Borrower Collected on the Basis of Visual Observation or Surname equals 1, then Ethnicity of Applicant or Borrower: 1 must equal 1 or 2; and Ethnicity of Applicant or Borrower: 2 must equal 1, 2 or be left blank; and Ethnicity of Applicant or Borrower: 3; Ethnicity of Applicant or Borrower: 4; and Ethnicity of Applicant or Borrower: 5 must all be left blank.',
  fields: [...applicantEthnicityFields, 'applicantEthnicityObserved'],
  fails: (row) => row.applicantEthnicityObserved === '1' && !isObservedEthnicity(applicantEthnicities(row)),
};
