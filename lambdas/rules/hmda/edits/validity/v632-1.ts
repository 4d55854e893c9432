import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isEthnicityObserved = oneOf('1 2 3 4');

export const v632_1: LarEdit = {
  id: 'V632-1',
  kind: 'validity',
  text: 'Ethnicity of Co-Applicant or Co-Borrower Collected on the Basis of Visual Observation or Surname must equal 1, 2, 3 or 4, and cannot be left blank.',
  fields: ['coApplicantEthnicityObserved'],
  fails: ({ coApplicantEthnicityObserved }) => !isEthnicityObserved(coApplicantEthnicityObserved),
};
