import * as z from 'zod';
import { LoanIdSchema } from '../shared/ids.ts';

/** One entry as compliance sees it: a change of the chain, or a read. */
export const AuditEntry = z.object({
  entryId: z.string(),
  subject: z.string(),
  kind: z.enum(['change', 'read']),
  at: z.iso.datetime(),
  actor: z.string(),
  action: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  correlationId: z.string(),
  /** Changes only. */
  seq: z.int().optional(),
  prevHash: z.string().optional(),
  hash: z.string().optional(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** One of `loanId`, `actor` or a period; a period alone spans at most 31 days. */
export const SearchAudit = z.strictObject({
  loanId: LoanIdSchema.optional(),
  actor: z
    .string()
    .regex(/^(user|cont)_[0-9A-Z]{26}$|^system:[a-z0-9-]{1,60}$/, 'must be user_…, cont_… or system:…')
    .optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  /** With `loanId`: `changes` (the default) or `reads`. */
  kind: z.enum(['changes', 'reads']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
});

export const AuditPage = z.strictObject({ items: z.array(AuditEntry), next: z.string().optional() });

export const LoanParams = z.strictObject({ loanId: LoanIdSchema });

export const Verification = z.strictObject({
  loanId: LoanIdSchema,
  verified: z.boolean(),
  entries: z.int(),
  headHash: z.string(),
  /** The first entry that does not fit, and why. */
  firstBreak: z.strictObject({ seq: z.int(), reason: z.string() }).optional(),
});

/** A subject's chain with its head signed: what `tools/verify-audit` checks with nothing but this file. */
export const AuditExport = z.strictObject({
  format: z.literal('keyturn-audit-export'),
  version: z.literal(1),
  subject: z.string(),
  exportedAt: z.iso.datetime(),
  /** Strict: what the hash does not cover does not belong in an entry. */
  entries: z.array(z.strictObject(AuditEntry.shape)),
  head: z.strictObject({ seq: z.int(), hash: z.string() }),
  signature: z.strictObject({
    algorithm: z.literal('ECDSA_SHA_256'),
    keyId: z.string(),
    /** SPKI, PEM. Compare it with the one published by the lender before trusting it. */
    publicKey: z.string(),
    /** DER, base64, over the canonical JSON of `{subject, exportedAt, head}`. */
    value: z.string(),
  }),
});
export type AuditExport = z.infer<typeof AuditExport>;
