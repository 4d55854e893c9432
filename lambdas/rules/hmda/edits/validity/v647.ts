import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isObservableSex = oneOf('1 2');

export const v647: LarEdit = {
  id: 'V647',
  kind: 'validity',
  text: 'If Sex of Co-Applicant or Co-Borrower Collected on the Basis of Visual Observation or Surname equals 1, then Sex of Co-Applicant or Co-Borrower must equal 1 or 2.',
  fields: ['coApplicantSex', 'coApplicantSexObserved'],
  fails: ({ coApplicantSex, coApplicantSexObserved }) =>
    coApplicantSexObserved === '1' && !isObservableSex(coApplicantSex),
};
