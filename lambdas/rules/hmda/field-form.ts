/**
 * What the guide lets stand in a data field. A form is what the field's type allows at all; whether a value is right
 * for its row is for the edits to say.
 */
export type FieldForm =
  | { kind: 'code'; codes: readonly string[]; mayBeBlank: boolean }
  | { kind: 'integer' | 'decimal' | 'date'; words: readonly string[]; mayBeBlank: boolean }
  | { kind: 'text'; maximumLength?: number };

/** A data field of a row: our name, the guide's name, and what may stand in it. */
export interface FieldDefinition<N extends string = string> {
  name: N;
  guideName: string;
  form: FieldForm;
}

export const field = <const N extends string>(
  name: N,
  guideName: string,
  form: FieldForm,
): FieldDefinition<N> => ({ name, guideName, form });

const listed = (values: string): string[] => values.split(' ').filter((value) => value !== '');

/** One of the codes, separated by blanks. */
export const codes = (values: string): FieldForm => ({
  kind: 'code',
  codes: listed(values),
  mayBeBlank: false,
});

export const codesOrBlank = (values: string): FieldForm => ({
  kind: 'code',
  codes: listed(values),
  mayBeBlank: true,
});

/** A whole number, or one of the words (`NA`, `Exempt`, 8888). */
export const integer = (words = ''): FieldForm => ({
  kind: 'integer',
  words: listed(words),
  mayBeBlank: false,
});

export const decimal = (words = ''): FieldForm => ({
  kind: 'decimal',
  words: listed(words),
  mayBeBlank: false,
});

export const decimalOrBlank = (words: string): FieldForm => ({
  kind: 'decimal',
  words: listed(words),
  mayBeBlank: true,
});

/** A day as YYYYMMDD, or one of the words. */
export const date = (words = ''): FieldForm => ({ kind: 'date', words: listed(words), mayBeBlank: false });

export const text = (maximumLength?: number): FieldForm =>
  maximumLength === undefined ? { kind: 'text' } : { kind: 'text', maximumLength };
