import * as z from 'zod';

const Name = z.string().regex(/^[\p{L}_][\p{L}\p{N}._:-]*$/u);
const Path = z
  .string()
  .regex(/^(?:[\p{L}_][\p{L}\p{N}._:-]*(?:\/@?[\p{L}_][\p{L}\p{N}._:-]*)*|@[\p{L}_][\p{L}\p{N}._:-]*)?$/u);

/**
 * What a model does not hold, beside the thing it stands in, so that it follows that thing when the model is edited.
 * `at` is a path below that thing's element; empty for the element itself.
 */
export const KeptSchema = z.discriminatedUnion('what', [
  /** An element, comment or instruction to put back as a child of `at`. */
  z.strictObject({
    what: z.literal('xml'),
    at: Path,
    xml: z.string(),
    /** The field whose value this would be, had it been understood: void once the model has one. */
    field: z.string().optional(),
    /** It stood before the element of its name that is held; else after it. */
    isBefore: z.literal(true).optional(),
  }),
  z.strictObject({ what: z.literal('attribute'), at: Path, name: Name, text: z.string() }),
  /** Text beside elements. */
  z.strictObject({ what: z.literal('text'), at: Path, text: z.string() }),
  /** How a held value was written (`456` for 456.00), and where if not in its place; void once the value is another. */
  z.strictObject({
    what: z.literal('written'),
    field: z.string(),
    text: z.string(),
    at: Path.optional(),
  }),
]);
export type Kept = z.infer<typeof KeptSchema>;
