import type { LarEdit } from '../../edit.ts';
import { isNoScore } from './families/credit-models.ts';
import { applicantPersonFields, isApplicantNonNatural } from './families/non-natural-persons.ts';

export const v668_1: LarEdit = {
  id: 'V668-1',
  kind: 'validity',
  text: 'If Ethnicity of Applicant or Borrower: 1 equals 4; and Race of Applicant or Borrower: 1 equals 7; and Sex of Applicant or Borrower equals 4 indicating the applicant is a non-natural person then Credit Score of Applicant or Borrower must equal 8888, indicating not applicable, or 1111.',
  fields: [...applicantPersonFields, 'applicantCreditScore'],
  fails: (row) => isApplicantNonNatural(row) && !isNoScore(row.applicantCreditScore),
};
