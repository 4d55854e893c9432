import type { LarEdit } from '../../edit.ts';

export const v645: LarEdit = {
  id: 'V645',
  kind: 'validity',
  text: 'If Sex of Applicant or Borrower equals 4, then Sex of Applicant or Borrower Collected on the Basis of Visual Observation or Surname must equal 3.',
  fields: ['applicantSex', 'applicantSexObserved'],
  fails: ({ applicantSex, applicantSexObserved }) => applicantSex === '4' && applicantSexObserved !== '3',
};
