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
  /** The same entries in the archive, under its signed hourly roots and addenda. */
  archive: z.strictObject({
    signed: z.int(),
    /** Not archived or not signed yet: an hour is signed two hours after it, a late entry by the run that follows. */
    awaiting: z.int(),
    /** Of hours with more objects than one request looks at: check those with `tools/verify-audit --archive`. */
    notLookedAt: z.int(),
    breaks: z.array(z.string()),
  }),
});

const Signature = z.strictObject({
  algorithm: z.literal('ECDSA_SHA_256'),
  keyId: z.string(),
  /** SPKI, PEM. Compare it with the one published by the lender before trusting it. */
  publicKey: z.string(),
  /** DER, base64, over the canonical JSON of what is signed. */
  value: z.string(),
});

/**
 * A document of the archive's chain: the root of an hour, or an addendum for entries archived after that root was
 * signed. A root's `previous` is the hash of the root before it; an addendum's, of the hour's document before it.
 */
export const SignedRoot = z.strictObject({
  hour: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d$/),
  objects: z.array(z.string()),
  entries: z.int(),
  /** RFC 6962 over the lines of the objects, in order. */
  merkleRoot: z.string(),
  previous: z.string().nullable(),
  /** An addendum's number within its hour, from 1. */
  addendum: z.int().optional(),
  /** A root's: the addenda signed since the root before, so that none can be dropped unseen. */
  addenda: z.array(z.strictObject({ key: z.string(), hash: z.string() })).optional(),
  signature: Signature,
});
export type SignedRoot = z.infer<typeof SignedRoot>;

/** A subject's chain with its head signed: what `tools/verify-audit` checks with nothing but this file. */
export const AuditExport = z.strictObject({
  format: z.literal('keyturn-audit-export'),
  version: z.literal(1),
  subject: z.string(),
  exportedAt: z.iso.datetime(),
  /** Strict: what the hash does not cover does not belong in an entry. */
  entries: z.array(z.strictObject(AuditEntry.shape)),
  head: z.strictObject({ seq: z.int(), hash: z.string() }),
  /** Over `{subject, exportedAt, head}`. */
  signature: Signature,
});
export type AuditExport = z.infer<typeof AuditExport>;
