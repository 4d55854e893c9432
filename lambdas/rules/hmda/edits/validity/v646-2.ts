import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isSexObserved = oneOf('1 2 3 4');

export const v646_2: LarEdit = {
  id: 'V646-2',
  kind: 'validity',
  text: 'Sex of Co-Applicant or Co-Borrower Collected on the Basis of Visual Observation or Surname must equal 1, 2, 3, or 4, and cannot be left blank.',
  fields: ['coApplicantSexObserved'],
  fails: ({ coApplicantSexObserved }) => !isSexObserved(coApplicantSexObserved),
};
