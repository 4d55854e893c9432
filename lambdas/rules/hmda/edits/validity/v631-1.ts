import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';
import { isCodeOrWritten } from './families/code-or-written.ts';

const isFirstEthnicity = oneOf('1 11 12 13 14 2 3 4 5');

export const v631_1: LarEdit = {
  id: 'V631-1',
  kind: 'validity',
  text: 'Ethnicity of Co-Applicant or Co-Borrower: 1 must equal 1, 11, 12, 13, 14, 2, 3, 4, or 5, and cannot be left blank, unless an ethnicity is provided in Ethnicity of Co-Applicant or Co-Borrower: Free Form Text Field for Other Hispanic or Latino.',
  fields: ['coApplicantEthnicity1', 'coApplicantEthnicityOther'],
  fails: ({ coApplicantEthnicity1, coApplicantEthnicityOther }) =>
    !isCodeOrWritten(coApplicantEthnicity1, isFirstEthnicity, [coApplicantEthnicityOther]),
};
