import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

const MOST_MONTHS = 600;

export const q658: LarEdit = {
  id: 'Q658',
  kind: 'quality',
  text: 'If Loan Term is not NA or Exempt, the Loan Term should generally be 600 or less.',
  fields: ['loanTerm'],
  fails: ({ loanTerm }) => numberOf(loanTerm) > MOST_MONTHS,
};
