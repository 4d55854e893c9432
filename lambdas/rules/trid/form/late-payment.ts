import * as z from 'zod';
import { NonNegativeCentsSchema, PpmSchema } from '../../../shared/value-schemas.ts';
import { formatDollars } from '../../../shared/money.ts';
import { percentText } from '../disclosure-text.ts';

export const LatePaymentSchema = z.strictObject({
  /** Days after the due date, when a charge may first be made. */
  graceDays: z.int().min(0).max(60),
  charge: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('part'),
      partPpm: PpmSchema.refine(
        (part) => part > 0 && part <= 1_000_000,
        'a part is over 0 % and at most 100 %',
      ),
      of: z.enum(['principal and interest payment', 'overdue payment']),
    }),
    z.strictObject({ kind: z.literal('amount'), amountCents: NonNegativeCentsSchema }),
  ]),
});
export type LatePayment = z.infer<typeof LatePaymentSchema>;

const parts = {
  'principal and interest payment': 'monthly principal and interest payment',
  'overdue payment': 'overdue payment of principal and interest',
} as const;

/** The Loan Estimate speaks as the creditor, the Closing Disclosure of it. */
type Speaker = 'we' | 'your lender';

/** The late payment of 1026.37(m)(4) and 1026.38(l)(3). */
export function latePaymentText({ graceDays, charge }: LatePayment, speaker: Speaker): string {
  const fee =
    charge.kind === 'amount'
      ? formatDollars(charge.amountCents)
      : `${percentText(charge.partPpm)} of the ${parts[charge.of]}`;
  const late = graceDays === 1 ? '1 day' : `${graceDays} days`;
  return `If your payment is more than ${late} late, ${speaker} will charge a late fee of ${fee}.`;
}

/** Assumption by another, 1026.37(m)(2), 1026.38(l)(1). */
export const assumptionText = (isAllowed: boolean, speaker: Speaker): string =>
  isAllowed
    ? `If you sell or transfer this property to another person, ${speaker} will allow, under certain conditions, this person to assume this loan on the original terms.`
    : `If you sell or transfer this property to another person, ${speaker} will not allow assumption of this loan on the original terms.`;
