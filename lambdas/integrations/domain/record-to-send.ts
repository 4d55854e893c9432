import * as z from 'zod';

/** Where a sent value came from: which view of which item, at which version where the item counts them. */
export const FieldLineage = z.strictObject({
  field: z.string(),
  from: z.enum(['loan-summary', 'contact-channels', 'partner-record', 'lender']),
  itemId: z.string(),
  version: z.int().optional(),
});
export type FieldLineage = z.infer<typeof FieldLineage>;

export const recordKinds = ['contact', 'loan'] as const;
export type RecordKind = (typeof recordKinds)[number];

export type FieldValue = string | Readonly<Record<string, string>>;
export interface MappedField extends FieldLineage {
  value: FieldValue;
}

/** One record as the partner should hold it; `recordId` is ours, and its external id over there. */
export interface RecordToSend {
  kind: RecordKind;
  recordId: string;
  fields: readonly MappedField[];
}

export type Payload = Readonly<Record<string, FieldValue>>;

export const payloadOf = ({ fields }: RecordToSend): Payload =>
  Object.fromEntries(fields.map(({ field, value }) => [field, value]));

export const lineageOf = ({ fields }: RecordToSend): FieldLineage[] =>
  fields.map(({ field, from, itemId, version }) => ({
    field,
    from,
    itemId,
    ...(version === undefined ? {} : { version }),
  }));
