import * as z from 'zod';
import { CentsSchema, NonNegativeCentsSchema } from '../../shared/value-schemas.ts';

/** A closing cost as estimated and as charged, with the facts that put it in a bucket. Amounts are not rounded. */
export const EstimatedChargeSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.enum([
    'fee',
    'recording-fee',
    'transfer-tax',
    'prepaid-interest',
    'property-insurance',
    'escrow-deposit',
    'property-tax',
  ]),
  /** Who keeps the money (comment 19(e)(3)(i)-3): what is passed on, or repaid, is paid to the last. */
  paidTo: z.enum(['creditor', 'mortgage-broker', 'affiliate', 'third-party']).default('third-party'),
  requiredByCreditor: z.boolean().default(true),
  mayShop: z.boolean().default(false),
  /** Whether the written list of providers of 1026.19(e)(1)(vi)(C) was given. */
  providerListGiven: z.boolean().default(false),
  provider: z.enum(['from-list', 'off-list', 'not-chosen']).default('not-chosen'),
  /** Whether the estimate was the best information reasonably available when it was given. */
  isBestInformation: z.boolean().default(true),
  /** Zero when the disclosure left it out. */
  estimateCents: NonNegativeCentsSchema,
  /** Absent when the service was not performed, or nothing was charged for it. */
  actualCents: CentsSchema.optional(),
});
export type EstimatedCharge = z.infer<typeof EstimatedChargeSchema>;

export type Bucket = 'zero' | 'ten-percent' | 'no-limit';

export interface BucketChoice {
  bucket: Bucket;
  reason: string;
  citation: string;
}

const zero = (reason: string, citation = '1026.19(e)(3)(i)'): BucketChoice => ({
  bucket: 'zero',
  reason,
  citation,
});

/** Which limit of 1026.19(e)(3) a charge is under. */
export function bucketOf(charge: EstimatedCharge): BucketChoice {
  const { kind, paidTo, requiredByCreditor, mayShop, providerListGiven, provider } = charge;
  if (kind === 'transfer-tax') return zero('transfer taxes may not rise');
  if (kind === 'recording-fee') return tenPercent('recording fees');
  const variable = variableKinds[kind];
  if (variable) return ifBestInformation(charge, variable.reason, variable.citation);
  if (!requiredByCreditor)
    return ifBestInformation(charge, 'a service the creditor does not require', '1026.19(e)(3)(iii)(E)');
  if (paidTo !== 'third-party') return zero(`kept by the creditor, a broker or an affiliate: ${paidTo}`);
  if (!mayShop) return zero('a required service for which the consumer may not shop');
  if (providerListGiven && provider === 'off-list')
    return ifBestInformation(charge, 'a provider that is not on the list', '1026.19(e)(3)(iii)(D)');
  return tenPercent('a required service of a third party, with leave to shop');
}

const tenPercent = (reason: string): BucketChoice => ({
  bucket: 'ten-percent',
  reason,
  citation: '1026.19(e)(3)(ii)',
});

/** Charges that may change without limit so long as their estimate was honest; property taxes since 2017-10-10. */
const variableKinds: Partial<Record<EstimatedCharge['kind'], { reason: string; citation: string }>> = {
  'prepaid-interest': { reason: 'prepaid interest', citation: '1026.19(e)(3)(iii)(A)' },
  'property-insurance': { reason: 'property insurance premiums', citation: '1026.19(e)(3)(iii)(B)' },
  'escrow-deposit': { reason: 'amounts placed in escrow', citation: '1026.19(e)(3)(iii)(C)' },
  'property-tax': { reason: 'property taxes', citation: '1026.19(e)(3)(iii)(E)' },
};

/** Comment 19(e)(3)(iii)-2: an estimate that ignored what was known falls back on the zero bucket. */
function ifBestInformation(charge: EstimatedCharge, reason: string, citation: string): BucketChoice {
  if (charge.isBestInformation) return { bucket: 'no-limit', reason, citation };
  return zero('not the best information reasonably available', 'comment 19(e)(3)(iii)-2');
}
