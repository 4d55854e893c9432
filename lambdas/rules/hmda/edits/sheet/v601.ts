import type { SheetEdit } from '../../edit.ts';

export const v601: SheetEdit = {
  id: 'V601',
  kind: 'validity',
  text: "Financial Institution Name, Contact Person's Name, Contact Person's E-mail Address, Contact Person's Office Street Address, and Contact Person's Office City are required and must not be left blank.",
  fields: ['institutionName', 'contactName', 'contactEmail', 'contactStreet', 'contactCity'],
  fails: ({ institutionName, contactName, contactEmail, contactStreet, contactCity }) =>
    [institutionName, contactName, contactEmail, contactStreet, contactCity].some(
      (text) => text.trim() === '',
    ),
};
