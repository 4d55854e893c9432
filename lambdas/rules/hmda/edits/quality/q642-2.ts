import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isSeveralOrOther = oneOf('7 8');

export const q642_2: LarEdit = {
  id: 'Q642-2',
  kind: 'quality',
  text: 'If Credit Score of Co-Applicant or Co-Borrower equals 7777 indicating a credit score that is not a number, then Co-Applicant or Co-Borrower, Name and Version of Credit Scoring Model should equal 7 or 8.',
  fields: [
    'applicantCreditScore',
    'applicantCreditModel',
    'coApplicantCreditScore',
    'coApplicantCreditModel',
  ],
  fails: ({ coApplicantCreditScore, coApplicantCreditModel }) =>
    coApplicantCreditScore === '7777' && !isSeveralOrOther(coApplicantCreditModel),
};
