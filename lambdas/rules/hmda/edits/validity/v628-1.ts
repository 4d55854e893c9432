import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';
import { isCodeOrWritten } from './families/code-or-written.ts';

const isFirstEthnicity = oneOf('1 11 12 13 14 2 3 4');

export const v628_1: LarEdit = {
  id: 'V628-1',
  kind: 'validity',
  text: 'Ethnicity of Applicant or Borrower: 1 must equal 1, 11, 12, 13, 14, 2, 3, or 4, and cannot be left blank, unless an ethnicity is provided in Ethnicity of Applicant or Borrower: Free Form Text Field for Other Hispanic or Latino.',
  fields: ['applicantEthnicity1', 'applicantEthnicityOther'],
  fails: ({ applicantEthnicity1, applicantEthnicityOther }) =>
    !isCodeOrWritten(applicantEthnicity1, isFirstEthnicity, [applicantEthnicityOther]),
};
