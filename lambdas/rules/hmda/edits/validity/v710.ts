import type { LarEdit } from '../../edit.ts';
import { isExemptCode } from '../../reported-words.ts';
import { areBlank } from './families/blank-entries.ts';

export const v710: LarEdit = {
  id: 'V710',
  kind: 'validity',
  text: 'If the Credit Score exemption election is taken, Credit Score of Applicant or Borrower, Credit Score of Co-Applicant or Co-Borrower, Applicant or Borrower, Name and Version of Credit Scoring Model, and Co-Applicant or Co-Borrower, Name and Version of Credit Scoring Model must be reported 1111; and Applicant or Borrower, Name and Version of Credit Scoring Model: Conditional Free Form Text Field for Code 8 and Co-Applicant or Co-Borrower, Name and Version of Credit Scoring Model: Conditional Free Form Text Field for Code 8 must be left blank.',
  fields: [
    'applicantCreditScore',
    'coApplicantCreditScore',
    'applicantCreditModel',
    'coApplicantCreditModel',
    'applicantCreditModelOther',
    'coApplicantCreditModelOther',
  ],
  fails: (row) => {
    const codes = [
      row.applicantCreditScore,
      row.coApplicantCreditScore,
      row.applicantCreditModel,
      row.coApplicantCreditModel,
    ];
    const areTextsBlank = areBlank([row.applicantCreditModelOther, row.coApplicantCreditModelOther]);
    return codes.some(isExemptCode) && !(codes.every(isExemptCode) && areTextsBlank);
  },
};
