import type { LarEdit } from '../../edit.ts';
import { isApplicantModel } from './families/credit-models.ts';

export const v660_2: LarEdit = {
  id: 'V660-2',
  kind: 'validity',
  text: 'Applicant or Borrower, Name and Version of Credit Scoring Model must equal 1111, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, or 15 .',
  fields: ['applicantCreditModel'],
  fails: ({ applicantCreditModel }) => !isApplicantModel(applicantCreditModel),
};
