import type { DuplicateEdit } from '../../duplicate-edit.ts';

export const s305: DuplicateEdit = {
  id: 'S305',
  kind: 'syntactical',
  text: 'A duplicate transaction has been reported. Please review and update your file accordingly.',
  fields: [],
  key: 'line',
  looksAt: () => true,
};
