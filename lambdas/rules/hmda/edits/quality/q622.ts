import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

const LEAST_AGE = 62;

export const q622: LarEdit = {
  id: 'Q622',
  kind: 'quality',
  text: 'If Reverse Mortgage equals 1, then the Age of Applicant or Borrower generally should be greater than or equal to 62. Your data indicates a number outside this range.',
  fields: ['reverseMortgage', 'applicantAge'],
  fails: ({ reverseMortgage, applicantAge }) => reverseMortgage === '1' && numberOf(applicantAge) < LEAST_AGE,
};
