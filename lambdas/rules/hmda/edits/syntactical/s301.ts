import type { LarEdit } from '../../edit.ts';

export const s301: LarEdit = {
  id: 'S301',
  kind: 'syntactical',
  text: 'The LEI in this row does not match the reported LEI in the transmittal sheet (the first row of your file). Please update your file accordingly.',
  fields: ['lei'],
  fails: ({ lei }, { sheet }) => lei.toUpperCase() !== sheet.lei.toUpperCase(),
};
