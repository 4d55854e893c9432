import * as z from 'zod';

/**
 * What a model does not hold, beside the thing it stands in, so that it follows that thing when the model is edited.
 * `at` is a path below that thing's element; empty for the element itself.
 */
export const KeptSchema = z.discriminatedUnion('what', [
  /** An element, comment or instruction to put back as a child of `at`. */
  z.strictObject({
    what: z.literal('xml'),
    at: z.string(),
    xml: z.string(),
    /** The field whose value this would be, had it been understood: void once the model has one. */
    field: z.string().optional(),
  }),
  z.strictObject({ what: z.literal('attribute'), at: z.string(), name: z.string(), text: z.string() }),
  /** Text beside elements. */
  z.strictObject({ what: z.literal('text'), at: z.string(), text: z.string() }),
  /** How a held value was written (`456` for 456.00), and where if not in its place; void once the value is another. */
  z.strictObject({
    what: z.literal('written'),
    field: z.string(),
    text: z.string(),
    at: z.string().optional(),
  }),
]);
export type Kept = z.infer<typeof KeptSchema>;
