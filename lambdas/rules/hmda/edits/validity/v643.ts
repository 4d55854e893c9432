import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isObservableSex = oneOf('1 2');

export const v643: LarEdit = {
  id: 'V643',
  kind: 'validity',
  text: 'If Sex of Applicant or Borrower Collected on the Basis of Visual Observation or Surname equals 1, then Sex of Applicant or Borrower must equal 1 or 2.',
  fields: ['applicantSex', 'applicantSexObserved'],
  fails: ({ applicantSex, applicantSexObserved }) =>
    applicantSexObserved === '1' && !isObservableSex(applicantSex),
};
