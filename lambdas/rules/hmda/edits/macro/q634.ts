import type { CountEdit } from '../../count-edit.ts';
import { isOverPercent } from '../../count-edit.ts';

const ENOUGH_LOANS = 25;
const MOST_PERCENT = 95;

export const q634: CountEdit = {
  id: 'Q634',
  kind: 'macro',
  text: 'If more than 25 loans reported Action Taken equals 1 and Loan Purpose equals 1, then the number of these loans should be less than or equal to 95% of the loans reported with Loan Purpose equals 1. Your data indicates a percentage outside of this range.',
  fields: ['actionTaken', 'loanPurpose'],
  isPart: ({ actionTaken, loanPurpose }) => actionTaken === '1' && loanPurpose === '1',
  isWhole: ({ loanPurpose }) => loanPurpose === '1',
  fails: (part, whole) => part > ENOUGH_LOANS && isOverPercent(part, whole, MOST_PERCENT),
};
