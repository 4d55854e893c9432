import type { LarEdit } from '../../edit.ts';
import { isExemptCode } from '../../reported-words.ts';

export const v721_2: LarEdit = {
  id: 'V721-2',
  kind: 'validity',
  text: 'If Age of Co-Applicant is not 8888, indicating Not Applicable, or 9999, indicating No Co-Applicant, it must be the co-applicant or co-borrower’s age and cannot be 1111.',
  fields: ['coApplicantAge'],
  fails: ({ coApplicantAge }) => isExemptCode(coApplicantAge),
};
