import type { CountEdit } from '../../count-edit.ts';
import { numberOf } from '../../numbers.ts';

export const s304: CountEdit = {
  id: 'S304',
  kind: 'syntactical',
  text: 'The reported Total Number of Entries Contained in Submission does not match the total number of LARs in the HMDA file.',
  fields: [],
  isPart: () => false,
  isWhole: () => true,
  fails: (_part, rows, { sheet }) => numberOf(sheet.totalEntries) !== rows,
};
