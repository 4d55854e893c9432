import type { SheetEdit } from '../../edit.ts';

const TAX_NUMBER = /^\d{2}-\d{7}$/;

export const v607: SheetEdit = {
  id: 'V607',
  kind: 'validity',
  text: 'The required format for the Federal Taxpayer Identification Number is 99-9999999, and it cannot be left blank.',
  fields: ['taxpayerIdentification'],
  fails: ({ taxpayerIdentification }) => !TAX_NUMBER.test(taxpayerIdentification),
};
