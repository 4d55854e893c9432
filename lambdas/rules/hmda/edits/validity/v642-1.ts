import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isSex = oneOf('1 2 3 4 6');

export const v642_1: LarEdit = {
  id: 'V642-1',
  kind: 'validity',
  text: 'Sex of Applicant or Borrower must equal 1, 2, 3, 4, or 6, and cannot be left blank.',
  fields: ['applicantSex'],
  fails: ({ applicantSex }) => !isSex(applicantSex),
};
