import type { Box, ReadingEngine } from './page-words.ts';

export type DocumentType =
  | 'pay-stub'
  | 'w2'
  | 'bank-statement'
  | 'driver-licence'
  | 'urla'
  | 'form-1040'
  | 'unknown';

/**
 * How far a value may be relied upon: `confirmed` by arithmetic or by an equal second printing, `clear` by the engine's
 * confidence alone, `doubtful` when a person has to look.
 */
export type Trust = 'confirmed' | 'clear' | 'doubtful';

/** `money` is signed integer cents, `date` YYYY-MM-DD, `decimal` a plain decimal (rates, hours), `flag` a check box. */
export type FieldKind = 'money' | 'date' | 'decimal' | 'text' | 'identifier' | 'flag';

export interface Field {
  name: string;
  kind: FieldKind;
  /** Exactly as on the page. */
  printed: string;
  value: number | string | boolean;
  page: number;
  box: Box;
  /** 0 to 100, the least certain word's. */
  confidence: number;
  engine: ReadingEngine;
  trust: Trust;
  /** Why it is doubtful. */
  doubt?: string;
}

/** A field of the type's catalogue that was looked for and not read. */
export interface Absent {
  name: string;
  reason: string;
}

export interface StatementRow {
  on: string;
  description: string;
  /** Positive cents came in, negative went out. */
  amountCents: number;
  balanceCents?: number;
}

/** One document found in an upload: its pages, what was read, what was not, and how well the pages could be read. */
export interface DocumentReading {
  type: DocumentType;
  pages: readonly number[];
  evidence: readonly string[];
  fields: readonly Field[];
  absent: readonly Absent[];
  rows: readonly StatementRow[];
  /** Mean word confidence over the pages, 0 to 100. */
  meanConfidence: number;
  engine: ReadingEngine;
}

export function fieldNamed(reading: Pick<DocumentReading, 'fields'>, name: string): Field | undefined {
  return reading.fields.find((field) => field.name === name);
}

/** Integer cents of a money field, or nothing. */
export function centsOf(reading: Pick<DocumentReading, 'fields'>, name: string): number | undefined {
  const field = fieldNamed(reading, name);
  return field?.kind === 'money' && typeof field.value === 'number' ? field.value : undefined;
}

export function textOfField(reading: Pick<DocumentReading, 'fields'>, name: string): string | undefined {
  const field = fieldNamed(reading, name);
  return typeof field?.value === 'string' ? field.value : undefined;
}
