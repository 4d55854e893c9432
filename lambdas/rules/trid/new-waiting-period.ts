import * as z from 'zod';
import { PpmSchema } from '../../shared/value-schemas.ts';
import { judgeApr } from '../apr/apr-accuracy.ts';

/** What differs between the disclosure the consumer has and the loan as it will close. */
export const DisclosureChangeSchema = z.strictObject({
  apr: z
    .strictObject({
      disclosedPpm: PpmSchema.nonnegative(),
      actualPpm: PpmSchema.nonnegative(),
      isIrregular: z.boolean().default(false),
      /** Mortgage extra of 1026.22(a)(4) and (5): a finance charge that was disclosed wrongly, within its tolerance. */
      mortgage: z
        .strictObject({
          financeChargeIsAccurate: z.boolean(),
          rateOfDisclosedFinanceChargePpm: PpmSchema.nonnegative(),
        })
        .optional(),
    })
    .optional(),
  /** The description of 1026.37(a)(10), such as `Fixed Rate` or `5/1 Adjustable Rate`. */
  product: z.strictObject({ disclosed: z.string().min(1), actual: z.string().min(1) }).optional(),
  prepaymentPenalty: z.strictObject({ disclosed: z.boolean(), actual: z.boolean() }).optional(),
  /** Anything else: fees, cash to close, names. */
  otherTerms: z.boolean().default(false),
});
export type DisclosureChange = z.infer<typeof DisclosureChangeSchema>;

export interface WaitingPeriodJudgement {
  needsNewWait: boolean;
  needsCorrectedDisclosure: boolean;
  reasons: readonly { reason: string; citation: string }[];
}

/** Whether a change before consummation starts the three business days anew: three causes and no others. */
export function judgeChange(change: DisclosureChange): WaitingPeriodJudgement {
  const reasons = [...aprReason(change), ...productReason(change), ...penaltyReason(change)];
  const needsNewWait = reasons.length > 0;
  const needsCorrectedDisclosure = needsNewWait || differs(change);
  if (!needsNewWait && needsCorrectedDisclosure) {
    const reason = 'a corrected disclosure is received at or before consummation, without a new wait';
    return { needsNewWait, needsCorrectedDisclosure, reasons: [{ reason, citation: '1026.19(f)(2)(i)' }] };
  }
  return { needsNewWait, needsCorrectedDisclosure, reasons };
}

const aprReason = ({ apr }: DisclosureChange) => {
  if (!apr) return [];
  const { mortgage, ...rates } = apr;
  const { isAccurate, citation } = judgeApr({ ...rates, ...(mortgage ? { mortgage } : {}) });
  if (isAccurate) return [];
  const reason = `the annual percentage rate became inaccurate by ${citation}`;
  return [{ reason, citation: '1026.19(f)(2)(ii)(A)' }];
};

const productReason = ({ product }: DisclosureChange) =>
  product && product.disclosed !== product.actual
    ? [{ reason: 'the loan product changed', citation: '1026.19(f)(2)(ii)(B)' }]
    : [];

const penaltyReason = ({ prepaymentPenalty: penalty }: DisclosureChange) =>
  penalty && !penalty.disclosed && penalty.actual
    ? [{ reason: 'a prepayment penalty was added', citation: '1026.19(f)(2)(ii)(C)' }]
    : [];

const differs = ({ apr, product, prepaymentPenalty, otherTerms }: DisclosureChange): boolean =>
  otherTerms ||
  (apr !== undefined && apr.disclosedPpm !== apr.actualPpm) ||
  (product !== undefined && product.disclosed !== product.actual) ||
  (prepaymentPenalty !== undefined && prepaymentPenalty.disclosed !== prepaymentPenalty.actual);
