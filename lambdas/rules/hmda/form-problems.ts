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

/** The rule that a text breaks, or undefined. A blank breaks none: whether a field may be blank is for the edits. */
function brokenRule({ form }: FieldDefinition, text: string): string | undefined {
  if (text === '' || form.kind === 'text') return undefined;
  if (form.kind === 'code') return isInteger(text) ? undefined : 'must be a number of the code list';
  if (form.words.includes(text)) return undefined;
  const orWords = form.words.length === 0 ? '' : ` or ${form.words.join(' or ')}`;
  if (form.kind === 'integer') return isInteger(text) ? undefined : `must be a whole number${orWords}`;
  if (form.kind === 'decimal') return isNumber(text) ? undefined : `must be a number${orWords}`;
  return isFilingDate(text) ? undefined : `must be a day as YYYYMMDD${orWords}`;
}

/** Every value of a line that is not of its field's type. */
export function formProblems(
  fields: readonly FieldDefinition[],
  texts: readonly string[],
  line: number,
): FormProblem[] {
  const problems: FormProblem[] = [];
  fields.forEach((field, index) => {
    const rule = brokenRule(field, texts[index] ?? '');
    if (rule !== undefined) problems.push({ line, position: index + 1, field: field.guideName, rule });
  });
  return problems;
}

/** The problem of a line with more or fewer fields than its kind of row has. */
export const fieldCountProblem = (line: number, expected: number, found: number): FormProblem => ({
  line,
  rule: `must have ${expected} fields, has ${found}`,
});
