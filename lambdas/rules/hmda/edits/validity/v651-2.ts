import type { LarEdit } from '../../edit.ts';
import { applicantPersonFields, isApplicantNonNatural } from './families/non-natural-persons.ts';

export const v651_2: LarEdit = {
  id: 'V651-2',
  kind: 'validity',
  text: 'If the Ethnicity of Applicant or Borrower: 1 equals 4; and Race of Applicant or Borrower: 1 equals 7; Sex of Applicant or Borrower equals 4; and Action Taken does not equal 6, indicating the applicant or borrower is a non-natural person, then Age of Applicant or Borrower must equal 8888',
  fields: [...applicantPersonFields, 'actionTaken', 'applicantAge'],
  fails: (row) => row.actionTaken !== '6' && isApplicantNonNatural(row) && row.applicantAge !== '8888',
};
