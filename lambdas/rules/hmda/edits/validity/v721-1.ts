import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isNoAge = oneOf('9999 1111');

export const v721_1: LarEdit = {
  id: 'V721-1',
  kind: 'validity',
  text: 'If Age of Applicant or Borrower is not 8888, indicating Not Applicable, it must be the applicant or borrower’s age and cannot be 9999 or 1111.',
  fields: ['applicantAge'],
  fails: ({ applicantAge }) => isNoAge(applicantAge),
};
