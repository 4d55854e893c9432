import type { LarEdit } from '../../edit.ts';
import { coApplicantPersonFields, isCoApplicantNonNatural } from './families/non-natural-persons.ts';

export const v652_2: LarEdit = {
  id: 'V652-2',
  kind: 'validity',
  text: 'If the Ethnicity of Co-Applicant or Co-Borrower: 1 equals 4; and Race of Co-Applicant or Co-Borrower: 1 equals 7; and Sex of Co-Applicant or Co-Borrower: 1 equals 4; and Action Taken does not equal 6; indicating that the co-applicant or co-borrower is a non-natural person, then Age of Co-Applicant or Co-Borrower must equal 8888',
  fields: [...coApplicantPersonFields, 'actionTaken', 'coApplicantAge'],
  fails: (row) => row.actionTaken !== '6' && isCoApplicantNonNatural(row) && row.coApplicantAge !== '8888',
};
