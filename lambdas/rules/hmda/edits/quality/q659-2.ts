import { anyField } from '../../any-field.ts';
import type { LarEdit } from '../../edit.ts';
import { notApplicableFields } from './not-applicable-fields.ts';
import { valueOneOf } from './value-one-of.ts';

const isWrongNoCoApplicant = valueOneOf('999 99999');

export const q659_2: LarEdit = {
  id: 'Q659-2',
  kind: 'quality',
  text: 'The values 999 or 99999 were entered in a field that accepts 9999 or NA as a value, which may indicate that an incorrect value is being used.',
  fields: notApplicableFields,
  fails: anyField(notApplicableFields, isWrongNoCoApplicant),
};
