import * as z from 'zod';

/** What the credit is for, as far as the creditor knows; else as the consumer says (comment 37(a)(9)-1). */
export const PurposeFactsSchema = z.strictObject({
  /** Whether it pays for acquiring the property that secures it. */
  acquiresProperty: z.boolean(),
  /** Whether it satisfies and replaces an obligation that the property already secures, 1026.20(a). */
  replacesSecuredObligation: z.boolean().default(false),
  /** Whether it pays for the first construction of a dwelling on the property. */
  buildsDwelling: z.boolean().default(false),
});
export type PurposeFacts = z.input<typeof PurposeFactsSchema>;
export type LoanPurpose = 'Purchase' | 'Refinance' | 'Construction' | 'Home Equity Loan';

/** The first purpose that fits, in the order of 1026.37(a)(9)(i) to (iv). */
export function loanPurpose(input: PurposeFacts): LoanPurpose {
  const facts = PurposeFactsSchema.parse(input);
  if (facts.acquiresProperty) return 'Purchase';
  if (facts.replacesSecuredObligation) return 'Refinance';
  return facts.buildsDwelling ? 'Construction' : 'Home Equity Loan';
}
