import { anyField } from '../../any-field.ts';
import type { LarEdit } from '../../edit.ts';
import { notApplicableFields } from './not-applicable-fields.ts';
import { valueOneOf } from './value-one-of.ts';

const isWrongNotApplicable = valueOneOf('888 88888');

export const q659_1: LarEdit = {
  id: 'Q659-1',
  kind: 'quality',
  text: 'The values 888 or 88888 were entered in a field that accepts 8888 or NA as a value, which may indicate that an incorrect value is being used.',
  fields: notApplicableFields,
  fails: anyField(notApplicableFields, isWrongNotApplicable),
};
