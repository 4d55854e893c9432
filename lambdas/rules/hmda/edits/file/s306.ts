import type { DuplicateEdit } from '../../duplicate-edit.ts';

/** Two rows that each report an origination share an identifier. */
export const s306: DuplicateEdit = {
  id: 'S306',
  kind: 'syntactical',
  text: 'If Action Taken equals 1, a duplicate ULI cannot be reported.',
  fields: ['uli', 'actionTaken'],
  key: 'uli',
  looksAt: ({ actionTaken }) => actionTaken === '1',
};
