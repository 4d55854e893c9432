import * as z from 'zod';
import { LatePaymentSchema, assumptionText, latePaymentText } from './late-payment.ts';
import { loanAcceptance } from './signature.ts';
import type { LoanPurpose } from './loan-purpose.ts';

export const ConsiderationsSchema = z.strictObject({
  /** Whether the appraisal rules of 1026.35(c) or 1002.14 apply: then a copy is owed, even if the loan does not close. */
  appraisalRulesApply: z.boolean(),
  assumptionAllowed: z.boolean(),
  /** Whether the loan requires property insurance whose provider the consumer may choose. */
  requiresInsurance: z.boolean().default(true),
  latePayment: LatePaymentSchema,
  intendsToService: z.boolean(),
  /** New construction whose settlement is more than 60 days off: estimates may be revised, 1026.19(e)(3)(iv)(F). */
  mayReviseConstructionEstimate: z.boolean().default(false),
});

export interface Statement {
  heading: string;
  text: string;
  citation: string;
}

/** "Other Considerations" on page 3 of the Loan Estimate, 1026.37(m); those that do not apply are left out. */
export function otherConsiderations(
  input: z.input<typeof ConsiderationsSchema>,
  purpose: LoanPurpose,
  isSigned: boolean,
): Statement[] {
  const facts = ConsiderationsSchema.parse(input);
  const all: (Statement & { applies: boolean })[] = [
    {
      applies: facts.appraisalRulesApply,
      heading: 'Appraisal',
      text: 'We may order an appraisal to determine the property’s value and charge you for this appraisal. We will promptly give you a copy of any appraisal, even if your loan does not close. You can pay for an additional appraisal for your own use at your own cost.',
      citation: '1026.37(m)(1)',
    },
    {
      applies: true,
      heading: 'Assumption',
      text: assumptionText(facts.assumptionAllowed, 'we'),
      citation: '1026.37(m)(2)',
    },
    {
      applies: facts.mayReviseConstructionEstimate,
      heading: 'Construction',
      text: 'You may receive a revised Loan Estimate at any time prior to 60 days before consummation.',
      citation: '1026.37(m)(8), 1026.19(e)(3)(iv)(F)',
    },
    {
      applies: facts.requiresInsurance,
      heading: 'Homeowner’s Insurance',
      text: 'This loan requires homeowner’s insurance on the property, which you may obtain from a company of your choice that we find acceptable.',
      citation: '1026.37(m)(3)',
    },
    {
      applies: true,
      heading: 'Late Payment',
      text: latePaymentText(facts.latePayment, 'we'),
      citation: '1026.37(m)(4)',
    },
    {
      applies: purpose === 'Refinance',
      heading: 'Liability after Foreclosure',
      text: 'Taking this loan could end any state law protection you may currently have against liability for unpaid debt if your lender forecloses on your home. If you lose this protection, you may have to pay any debt remaining even after foreclosure. You may want to consult a lawyer for more information.',
      citation: '1026.37(m)(7)',
    },
    { applies: !isSigned, ...loanAcceptance('loan-estimate') },
    {
      applies: true,
      heading: 'Refinance',
      text: 'Refinancing this loan will depend on your future financial situation, the property value, and market conditions. You may not be able to refinance this loan.',
      citation: '1026.37(m)(5)',
    },
    {
      applies: true,
      heading: 'Servicing',
      text: facts.intendsToService
        ? 'We intend to service your loan. If so, you will make your payments to us.'
        : 'We intend to transfer servicing of your loan.',
      citation: '1026.37(m)(6)',
    },
  ];
  return all.flatMap(({ applies, ...statement }) => (applies ? [statement] : []));
}
