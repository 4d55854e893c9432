import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isStatedSex = oneOf('1 2 3 6');

export const v644_1: LarEdit = {
  id: 'V644-1',
  kind: 'validity',
  text: 'If Sex of Applicant or Borrower Collected on the Basis of Visual Observation or Surname equals 2, then Sex of Applicant or Borrower must equal 1, 2, 3, or 6.',
  fields: ['applicantSex', 'applicantSexObserved'],
  fails: ({ applicantSex, applicantSexObserved }) =>
    applicantSexObserved === '2' && !isStatedSex(applicantSex),
};
