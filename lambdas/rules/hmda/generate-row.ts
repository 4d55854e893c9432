import { invalid } from '../../shared/errors.ts';
import { isCalendarDate } from '../../shared/calendar.ts';
import { formProblems } from './form-problems.ts';
import { larFields } from './lar-fields.ts';
import { larRow } from './lar-row.ts';
import { tsFields } from './ts-fields.ts';
import { tsRow } from './ts-row.ts';
import type { FieldDefinition } from './field-form.ts';
import type { LarFieldName } from './lar-fields.ts';
import type { LarRow } from './lar-row.ts';
import type { TsFieldName } from './ts-fields.ts';
import type { TsRow } from './ts-row.ts';

/** A field's value: a code or number, a calendar date where the field is a date, or a text or word (`NA`, `Exempt`). */
export type FieldValue = string | number;

const FORBIDDEN = /[|\r\n]/;

function textOf({ form, name }: FieldDefinition, value: FieldValue = ''): string {
  const text = String(value);
  if (FORBIDDEN.test(text))
    throw invalid('FieldHasSeparator', 'a row has a value that would break its line', {}, [
      { field: name, rule: 'has neither a bar nor a line break' },
    ]);
  return form.kind === 'date' && isCalendarDate(text) ? text.replaceAll('-', '') : text;
}

/** @throws invalid FieldNotOfItsType with every such field, FieldHasSeparator */
function textsFor<N extends string>(
  fields: readonly FieldDefinition<N>[],
  values: Partial<Record<N, FieldValue>>,
): string[] {
  const texts = fields.map((field) => textOf(field, values[field.name]));
  const problems = formProblems(fields, texts, 1);
  if (problems.length > 0)
    throw invalid(
      'FieldNotOfItsType',
      'a row has values that are not of their fields’ types',
      {},
      problems.map(({ position = 1, rule }) => ({ field: fields[position - 1]?.name ?? '(root)', rule })),
    );
  return texts;
}

/** A row of the register from its values; fields that are absent are blank. @throws as textsFor */
export const generateLar = (values: Partial<Record<LarFieldName, FieldValue>>): LarRow =>
  larRow(textsFor(larFields, { recordIdentifier: '2', ...values }));

/** A transmittal sheet from its values; fields that are absent are blank. @throws as textsFor */
export const generateTs = (values: Partial<Record<TsFieldName, FieldValue>>): TsRow =>
  tsRow(textsFor(tsFields, { recordIdentifier: '1', ...values }));
