import type { LarEdit } from '../../edit.ts';
import { isCoApplicantModel } from './families/credit-models.ts';

export const v665_2: LarEdit = {
  id: 'V665-2',
  kind: 'validity',
  text: 'Co-Applicant or Co-Borrower, Name and Version of Credit Scoring Model must equal 1111, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, or 15 and cannot be left blank.',
  fields: ['coApplicantCreditModel'],
  fails: ({ coApplicantCreditModel }) => !isCoApplicantModel(coApplicantCreditModel),
};
