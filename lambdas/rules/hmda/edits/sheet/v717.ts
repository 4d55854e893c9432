import type { SheetEdit } from '../../edit.ts';

/** `name@example.com`, as the guide shows it. */
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;

export const v717: SheetEdit = {
  id: 'V717',
  kind: 'validity',
  text: 'An invalid Contact Person’s Email Address was provided.',
  fields: ['contactEmail'],
  fails: ({ contactEmail }) => !EMAIL.test(contactEmail),
};
