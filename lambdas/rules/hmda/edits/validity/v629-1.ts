import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isEthnicityObserved = oneOf('1 2 3');

export const v629_1: LarEdit = {
  id: 'V629-1',
  kind: 'validity',
  text: 'Ethnicity of Applicant or Borrower Collected on the Basis of Visual Observation or Surname must equal 1, 2, or 3, and cannot be left blank.',
  fields: ['applicantEthnicityObserved'],
  fails: ({ applicantEthnicityObserved }) => !isEthnicityObserved(applicantEthnicityObserved),
};
