import * as z from 'zod';

/** Where a value came from: a place on a page, a person, or a partner's reply. Every number shown carries one. */
export const Provenance = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('document'),
    documentId: z.string(),
    page: z.int().positive(),
    field: z.string(),
    box: z
      .strictObject({ left: z.number(), top: z.number(), width: z.number(), height: z.number() })
      .optional(),
    engine: z.string(),
    confidence: z.number().min(0).max(100),
  }),
  z.strictObject({ kind: z.literal('person'), actor: z.string(), at: z.iso.datetime() }),
  z.strictObject({
    kind: z.literal('partner'),
    partner: z.string(),
    reference: z.string(),
    at: z.iso.datetime(),
  }),
  z.strictObject({ kind: z.literal('calculation'), calculation: z.string(), at: z.iso.datetime() }),
]);
export type Provenance = z.infer<typeof Provenance>;
