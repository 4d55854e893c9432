import { isFilingDate } from './filing-dates.ts';
import { isInteger, isNumber } from './numbers.ts';
import type { FieldDefinition } from './field-form.ts';

/** A value that is not of its field's type, so that no edit can weigh it. */
export interface FormProblem {
  /** 1 for the transmittal sheet. */
  line: number;
  /** Counted from 1; absent where the whole line is meant. */
  position?: number;
  /** The guide's name of the field. */
  field?: string;
  rule: string;
}

/** A field whose values have a type to be of: the place of its text, and the rule where a text is not of it. */
interface TypedField {
  index: number;
  field: FieldDefinition;
  usual: ReadonlySet<string>;
}

/** A blank breaks no rule: whether a field may be blank is for the edits. So do codes and words of the field not. */
const typedFields = (fields: readonly FieldDefinition[]): TypedField[] =>
  fields.flatMap((field, index) => {
    const { form } = field;
    if (form.kind === 'text') return [];
    return [{ index, field, usual: new Set(['', ...(form.kind === 'code' ? form.codes : form.words)]) }];
  });

const known = new Map<readonly FieldDefinition[], TypedField[]>();

function typedFieldsOf(fields: readonly FieldDefinition[]): TypedField[] {
  const typed = known.get(fields) ?? typedFields(fields);
  known.set(fields, typed);
  return typed;
}

const isOfType = {
  code: isInteger,
  integer: isInteger,
  decimal: isNumber,
  date: isFilingDate,
};

const typeNames = {
  code: 'a number of the code list',
  integer: 'a whole number',
  decimal: 'a number',
  date: 'a day as YYYYMMDD',
};

/** The rule that a text breaks, or undefined. */
function brokenRule({ form }: FieldDefinition, text: string): string | undefined {
  if (form.kind === 'text' || isOfType[form.kind](text)) return undefined;
  const words = form.kind === 'code' ? [] : form.words;
  return `must be ${[typeNames[form.kind], ...words].join(' or ')}`;
}

/** What is left of bytes that are no UTF-8 text: the mark that decoding puts in their place, and NUL. */
export const isSpoiled = (text: string): boolean => text.includes('\uFFFD') || text.includes('\0');

/** The problem of a line that was not written as UTF-8 text: of its first such field, since one encoding spoils many. */
export function textProblems(
  fields: readonly FieldDefinition[],
  texts: readonly string[],
  line: number,
): FormProblem[] {
  const index = texts.findIndex(isSpoiled);
  const field = fields[index];
  const rule = 'must be UTF-8 text, has bytes that are none';
  return field ? [{ line, position: index + 1, field: field.guideName, rule }] : [];
}

/** Every value of a line that is not of its field's type. */
export function formProblems(
  fields: readonly FieldDefinition[],
  texts: readonly string[],
  line: number,
): FormProblem[] {
  const problems: FormProblem[] = [];
  for (const { index, field, usual } of typedFieldsOf(fields)) {
    const text = texts[index] ?? '';
    const rule = usual.has(text) ? undefined : brokenRule(field, text);
    if (rule !== undefined) problems.push({ line, position: index + 1, field: field.guideName, rule });
  }
  return problems;
}

/** The problem of a line with more or fewer fields than its kind of row has. */
export const fieldCountProblem = (line: number, expected: number, found: number): FormProblem => ({
  line,
  rule: `must have ${expected} fields, has ${found}`,
});
