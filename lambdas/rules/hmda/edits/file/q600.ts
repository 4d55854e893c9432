import type { DuplicateEdit } from '../../duplicate-edit.ts';

export const q600: DuplicateEdit = {
  id: 'Q600',
  kind: 'quality',
  text: 'A duplicate ULI or NULI was reported.',
  fields: ['uli'],
  key: 'uli',
  looksAt: ({ uli }) => uli !== '',
};
