import type { LarEdit } from '../../edit.ts';
import { isNotApplicable } from '../../reported-words.ts';
import { applicantPersonFields, isApplicantNonNatural } from './families/non-natural-persons.ts';

export const v655_1: LarEdit = {
  id: 'V655-1',
  kind: 'validity',
  text: 'If Ethnicity of Applicant or Borrower: 1 equals 4; and Race of Applicant or Borrower: 1 equals 7; Sex of Applicant or Borrower: 1 equals 4; and Action Taken does not equal 6, indicating the applicant is a non-natural person, then Income must be NA',
  fields: [...applicantPersonFields, 'actionTaken', 'income'],
  fails: (row) => row.actionTaken !== '6' && isApplicantNonNatural(row) && !isNotApplicable(row.income),
};
