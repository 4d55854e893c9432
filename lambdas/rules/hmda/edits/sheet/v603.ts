import type { SheetEdit } from '../../edit.ts';

const PHONE = /^\d{3}-\d{3}-\d{4}$/;

export const v603: SheetEdit = {
  id: 'V603',
  kind: 'validity',
  text: "The required format for the Contact Person's Telephone Number is 999-999-9999, and it cannot be left blank.",
  fields: ['contactPhone'],
  fails: ({ contactPhone }) => !PHONE.test(contactPhone),
};
