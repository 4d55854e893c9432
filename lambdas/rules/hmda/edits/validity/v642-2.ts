import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isSexObserved = oneOf('1 2 3');

export const v642_2: LarEdit = {
  id: 'V642-2',
  kind: 'validity',
  text: 'Sex of Applicant or Borrower Collected on the Basis of Visual Observation or Surname must equal 1, 2, or 3, and cannot be left blank.',
  fields: ['applicantSexObserved'],
  fails: ({ applicantSexObserved }) => !isSexObserved(applicantSexObserved),
};
