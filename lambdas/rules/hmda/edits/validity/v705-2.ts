import type { LarEdit } from '../../edit.ts';
import {
  applicantPersonFields,
  coApplicantPersonFields,
  isApplicantNonNatural,
  isCoApplicantNonNatural,
} from './families/non-natural-persons.ts';
import { isNoResult, isNoSystem } from './families/underwriting-systems.ts';

export const v705_2: LarEdit = {
  id: 'V705-2',
  kind: 'validity',
  text: 'If the Ethnicity of Applicant or Borrower: 1 equals 4; and Race of Applicant or Borrower: 1 equals 7; and Sex of Applicant or Borrower equals 4 indicating the applicant or borrower is a non-natural person; and Ethnicity of Co-Applicant or Co-Borrower: 1 equals 4; and Race of Co-Applicant or Co-Borrower: 1 equals 7; and Sex of Co-Applicant or Co-Borrower equals 4 indicating that the co-applicant or co-borrower is also a non-natural person, then Automated Underwriting System: 1 must equal 1111 or 6; and Automated Underwriting System Result: 1 must equal 1111 or 17.',
  fields: [...applicantPersonFields, ...coApplicantPersonFields, 'aus1', 'ausResult1'],
  fails: (row) =>
    isApplicantNonNatural(row) &&
    isCoApplicantNonNatural(row) &&
    !(isNoSystem(row.aus1) && isNoResult(row.ausResult1)),
};
