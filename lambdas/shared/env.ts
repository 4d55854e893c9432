import * as z from 'zod';

/**
 * The function's environment, parsed once on the first call. The stack must supply exactly the schema's keys
 * (it imports `z.input` of it), so a failure here means a hand-edited function.
 */
export function readEnv<S extends z.ZodType>(schema: S): z.output<S> {
  const parsed = schema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new Error(`environment variables missing or malformed: ${names}`);
}

/** The kernel's part of every function that writes: the one transaction and its keys. */
export const KernelEnv = z.object({
  ENTITIES_TABLE: z.string(),
  LEDGER_TABLE: z.string(),
  /** KMS HMAC_256 key: blind indexes and the keyed hashes of idempotency. */
  MAC_KEY_ID: z.string(),
  /** IANA zone of the lender: `America/New_York`. */
  LENDER_ZONE: z.string(),
});
