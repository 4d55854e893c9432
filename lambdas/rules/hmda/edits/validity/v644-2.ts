import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isNotObserved = oneOf('2 3');

export const v644_2: LarEdit = {
  id: 'V644-2',
  kind: 'validity',
  text: 'If Sex of Applicant or Borrower equals 6, then Sex of Applicant or Borrower Collected on the Basis of Visual Observation or Surname must equal 2 or 3.',
  fields: ['applicantSex', 'applicantSexObserved'],
  fails: ({ applicantSex, applicantSexObserved }) =>
    applicantSex === '6' && !isNotObserved(applicantSexObserved),
};
