import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isSex = oneOf('1 2 3 4 5 6');

export const v646_1: LarEdit = {
  id: 'V646-1',
  kind: 'validity',
  text: 'Sex of Co-Applicant or Co-Borrower must equal 1, 2, 3, 4, 5, or 6, and cannot be left blank.',
  fields: ['coApplicantSex'],
  fails: ({ coApplicantSex }) => !isSex(coApplicantSex),
};
