import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isStatedSex = oneOf('1 2 3 6');

export const v648_1: LarEdit = {
  id: 'V648-1',
  kind: 'validity',
  text: 'If Sex of Co-Applicant or Co-Borrower Collected on the Basis of Visual Observation or Surname equals 2, then Sex of Co-Applicant or Co-Borrower must equal 1, 2, 3 or 6.',
  fields: ['coApplicantSex', 'coApplicantSexObserved'],
  fails: ({ coApplicantSex, coApplicantSexObserved }) =>
    coApplicantSexObserved === '2' && !isStatedSex(coApplicantSex),
};
