import type { SheetEdit } from '../../edit.ts';

export const v719_2: SheetEdit = {
  id: 'V719-2',
  kind: 'validity',
  text: 'The Financial Institution Name provided matches the LEI provided. Please update the Financial Institution Name.',
  fields: ['institutionName', 'lei'],
  fails: ({ institutionName, lei }) => institutionName !== '' && institutionName === lei,
};
