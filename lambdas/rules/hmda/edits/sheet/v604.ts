import type { SheetEdit } from '../../edit.ts';
import { isStateCode } from '../../state-codes.ts';

export const v604: SheetEdit = {
  id: 'V604',
  kind: 'validity',
  text: "Contact Person's Office State must be a two letter state code, and cannot be left blank.",
  fields: ['contactState'],
  fails: ({ contactState }) => !isStateCode(contactState),
};
