import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isSeveralOrOther = oneOf('7 8');

export const q642_1: LarEdit = {
  id: 'Q642-1',
  kind: 'quality',
  text: 'If Credit Score of Applicant or Borrower equals 7777 indicating a credit score that is not a number, then Applicant or Borrower, Name and Version of Credit Scoring Model should equal 7 or 8.',
  fields: [
    'applicantCreditScore',
    'applicantCreditModel',
    'coApplicantCreditScore',
    'coApplicantCreditModel',
  ],
  fails: ({ applicantCreditScore, applicantCreditModel }) =>
    applicantCreditScore === '7777' && !isSeveralOrOther(applicantCreditModel),
};
