import type { LarEdit } from '../../edit.ts';
import {
  applicantPersonFields,
  coApplicantPersonFields,
  hasNoCoApplicant,
  isApplicantNonNatural,
} from './families/non-natural-persons.ts';
import { isNoResult, isNoSystem } from './families/underwriting-systems.ts';

export const v705_1: LarEdit = {
  id: 'V705-1',
  kind: 'validity',
  text: 'If Ethnicity of Applicant or Borrower: 1 equals 4; and Race of Applicant or Borrower: 1 equals 7; and Sex of Applicant or Borrower equals 4 indicating the applicant is a non-natural person; and the Ethnicity of Co-Applicant or Co-Borrower: 1 equals 5; and Race of Co-Applicant or Co-Borrower: 1 equals 8; and Sex of Co-Applicant or Co-Borrower equals 5 indicating that there is no co-applicant or co-borrower, then Automated Underwriting System: 1 must equal 1111 or 6; and Automated Underwriting System Result: 1 must equal 1111 or 17.',
  fields: [...applicantPersonFields, ...coApplicantPersonFields, 'aus1', 'ausResult1'],
  fails: (row) =>
    isApplicantNonNatural(row) &&
    hasNoCoApplicant(row) &&
    !(isNoSystem(row.aus1) && isNoResult(row.ausResult1)),
};
