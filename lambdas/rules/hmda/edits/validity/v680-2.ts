import type { LarEdit } from '../../edit.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';
import {
  applicantPersonFields,
  coApplicantPersonFields,
  isApplicantNonNatural,
  isCoApplicantNonNatural,
} from './families/non-natural-persons.ts';

export const v680_2: LarEdit = {
  id: 'V680-2',
  kind: 'validity',
  text: 'If Ethnicity of Applicant or Borrower: 1 equals 4; and Race of Applicant or Borrower: 1 equals 7; and Sex of Applicant or Borrower equals 4 indicating the applicant or borrower is a non-natural person; and the Ethnicity of Co-Applicant or Co-Borrower: 1 equals 4; and Race of Co-Applicant or Co-Borrower: 1 equals 7; and Sex of Co-Applicant or Co-Borrower equals 4 indicating that the co-applicant or co-borrower is also a non-natural person, then Debt-to-Income Ratio must be Exempt or NA.',
  fields: [...applicantPersonFields, ...coApplicantPersonFields, 'debtToIncomeRatio'],
  fails: (row) =>
    isApplicantNonNatural(row) &&
    isCoApplicantNonNatural(row) &&
    !isNotApplicableOrExempt(row.debtToIncomeRatio),
};
