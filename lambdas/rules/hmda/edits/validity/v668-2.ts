import type { LarEdit } from '../../edit.ts';
import { isNoScore } from './families/credit-models.ts';
import { coApplicantPersonFields, isCoApplicantNonNatural } from './families/non-natural-persons.ts';

export const v668_2: LarEdit = {
  id: 'V668-2',
  kind: 'validity',
  text: 'If Ethnicity of Co-Applicant or Co-Borrower: 1 equals 4; and Race of Co-Applicant or Co-Borrower: 1 equals 7; and Sex of Co-Applicant or Co-Borrower equals 4 indicating that the co-applicant is a non-natural person, then Credit Score of Co-Applicant or Co-Borrower must equal 8888, indicating not applicable, or 1111.',
  fields: [...coApplicantPersonFields, 'coApplicantCreditScore'],
  fails: (row) => isCoApplicantNonNatural(row) && !isNoScore(row.coApplicantCreditScore),
};
