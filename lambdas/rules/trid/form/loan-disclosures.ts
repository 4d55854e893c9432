import * as z from 'zod';
import { LatePaymentSchema, assumptionText, latePaymentText } from './late-payment.ts';
import type { Statement } from './other-considerations.ts';

export const LoanDisclosuresSchema = z.strictObject({
  assumptionAllowed: z.boolean(),
  hasDemandFeature: z.boolean(),
  latePayment: LatePaymentSchema,
  negativeAmortization: z.enum(['none', 'possible', 'scheduled']),
  partialPayments: z
    .array(z.enum(['applied', 'held', 'refused']))
    .min(1)
    .max(2)
    .refine(
      (policy) =>
        new Set(policy).size === policy.length && (policy.length === 1 || !policy.includes('refused')),
      'partial payments are refused, or they are applied or held',
    ),
  /** Where the property is: what the consumer may lose. */
  propertyAddress: z.string().min(1).max(200),
});
export type LoanDisclosureFacts = z.infer<typeof LoanDisclosuresSchema>;

const negative: Record<LoanDisclosureFacts['negativeAmortization'], string> = {
  scheduled:
    'Under your loan terms, you are scheduled to make monthly payments that do not pay all of the interest due that month. As a result, your loan amount will increase (negatively amortize), and your loan amount will likely become larger than your original loan amount. Increases in your loan amount lower the equity you have in this property.',
  possible:
    'Under your loan terms, you may have monthly payments that do not pay all of the interest due that month. If you do, your loan amount will increase (negatively amortize), and, as a result, your loan amount may become larger than your original loan amount. Increases in your loan amount lower the equity you have in this property.',
  none: 'Under your loan terms, you do not have a negative amortization feature.',
};
const partial: Record<LoanDisclosureFacts['partialPayments'][number], string> = {
  applied:
    'Your lender may accept payments that are less than the full amount due (partial payments) and apply them to your loan.',
  held: 'Your lender may hold them in a separate account until you pay the rest of the payment, and then apply the full payment to your loan.',
  refused: 'Your lender does not accept any partial payments.',
};

/** "Loan Disclosures" on page 4 of the Closing Disclosure, without the escrow account: 1026.38(l)(1) to (6). */
export function loanDisclosures(input: z.input<typeof LoanDisclosuresSchema>): Statement[] {
  const facts = LoanDisclosuresSchema.parse(input);
  return [
    {
      heading: 'Assumption',
      text: assumptionText(facts.assumptionAllowed, 'your lender'),
      citation: '1026.38(l)(1)',
    },
    {
      heading: 'Demand Feature',
      text: facts.hasDemandFeature
        ? 'Your loan has a demand feature, which permits your lender to require early repayment of the loan. You should review your note for details.'
        : 'Your loan does not have a demand feature.',
      citation: '1026.38(l)(2)',
    },
    {
      heading: 'Late Payment',
      text: latePaymentText(facts.latePayment, 'your lender'),
      citation: '1026.38(l)(3)',
    },
    {
      heading: 'Negative Amortization (Increase in Loan Amount)',
      text: negative[facts.negativeAmortization],
      citation: '1026.38(l)(4)',
    },
    {
      heading: 'Partial Payments',
      text: `${facts.partialPayments.map((policy) => partial[policy]).join(' ')} If this loan is sold, your new lender may have a different policy.`,
      citation: '1026.38(l)(5)',
    },
    {
      heading: 'Security Interest',
      text: `You are granting a security interest in ${facts.propertyAddress}. You may lose this property if you do not make your payments or satisfy other obligations for this loan.`,
      citation: '1026.38(l)(6)',
    },
  ];
}
