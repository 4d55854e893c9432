import type { EstimatedCharge } from './charge-bucket.ts';

/** What becomes of a fee in the hands of whoever collects it. */
export type FeeUse = 'kept' | 'passed-on' | 'kept-as-reimbursement';

/**
 * To whom a fee is paid, for the tolerance buckets: one who passes it on, or keeps it for what was paid out before, is
 * not paid (comment 19(e)(3)(i)-3).
 */
export const feeRecipient = (
  collectedBy: EstimatedCharge['paidTo'],
  use: FeeUse,
): EstimatedCharge['paidTo'] => (use === 'kept' ? collectedBy : 'third-party');
