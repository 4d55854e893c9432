import type { SheetEdit } from '../../edit.ts';

const ZIP_CODE = /^\d{5}(?:-\d{4})?$/;

export const v605: SheetEdit = {
  id: 'V605',
  kind: 'validity',
  text: "The required format for the Contact Person's ZIP Code is 12345-1010 or 12345, and it cannot be left blank.",
  fields: ['contactZipCode'],
  fails: ({ contactZipCode }) => !ZIP_CODE.test(contactZipCode),
};
