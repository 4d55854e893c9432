import type { SheetEdit } from '../../edit.ts';
import { isPositiveInteger } from '../../numbers.ts';

export const v606: SheetEdit = {
  id: 'V606',
  kind: 'validity',
  text: 'The required format for the Total Number of Entries Contained in Submission is a whole number that is greater than zero, and it cannot be left blank.',
  fields: ['totalEntries'],
  fails: ({ totalEntries }) => !isPositiveInteger(totalEntries),
};
