import type { LarEdit } from '../../edit.ts';
import { isNotApplicable } from '../../reported-words.ts';
import { coApplicantPersonFields, isCoApplicantNonNatural } from './families/non-natural-persons.ts';

export const v655_2: LarEdit = {
  id: 'V655-2',
  kind: 'validity',
  text: 'If Ethnicity of Co-Applicant or Co-Borrower: 1 equals 4; and Race of Co-Applicant or Co-Borrower: 1 equals 7; Sex of Co-Applicant or Co-Borrower: 1 equals 4; and Action Taken does not equal 6, indicating that the co-applicant or co-borrower is a non-natural person, then Income must be NA',
  fields: [...coApplicantPersonFields, 'actionTaken', 'income'],
  fails: (row) => row.actionTaken !== '6' && isCoApplicantNonNatural(row) && !isNotApplicable(row.income),
};
