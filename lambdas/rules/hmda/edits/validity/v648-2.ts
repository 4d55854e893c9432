import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isNotObserved = oneOf('2 3');

export const v648_2: LarEdit = {
  id: 'V648-2',
  kind: 'validity',
  text: 'If Sex of Co-Applicant or Co-Borrower equals 6, then Sex of Co-Applicant or Co-Borrower Collected on the Basis of Visual Observation or Surname must equal 2 or 3.',
  fields: ['coApplicantSex', 'coApplicantSexObserved'],
  fails: ({ coApplicantSex, coApplicantSexObserved }) =>
    coApplicantSex === '6' && !isNotObserved(coApplicantSexObserved),
};
