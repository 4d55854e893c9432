import * as z from 'zod';
import { loanAcceptance } from './signature.ts';
import type { Statement } from './other-considerations.ts';

export const OtherDisclosuresSchema = z.strictObject({
  /** Whether the appraisal rules of 1026.35(c) or 1002.14 apply. */
  appraisalRulesApply: z.boolean(),
  /** Whether state law may protect the consumer from liability for what foreclosure leaves unpaid. */
  stateLawMayProtect: z.boolean(),
});

/** "Other Disclosures" on page 5 of the Closing Disclosure, 1026.38(p). */
export function otherDisclosures(
  input: z.input<typeof OtherDisclosuresSchema>,
  isSigned: boolean,
): Statement[] {
  const { appraisalRulesApply, stateLawMayProtect } = OtherDisclosuresSchema.parse(input);
  const appraisal: Statement = {
    heading: 'Appraisal',
    text: 'If the property was appraised for your loan, your lender is required to give you a copy at no additional cost at least 3 days before closing. If you have not yet received it, please contact your lender at the information listed below.',
    citation: '1026.38(p)(1)',
  };
  const liability = stateLawMayProtect
    ? 'State law may protect you from liability for the unpaid balance. If you refinance or take on any additional debt on this property, you may lose this protection and have to pay any debt remaining even after foreclosure. You may want to consult a lawyer for more information.'
    : 'State law does not protect you from liability for the unpaid balance.';
  return [
    ...(appraisalRulesApply ? [appraisal] : []),
    {
      heading: 'Contract Details',
      text: 'See your note and security instrument for information about what happens if you fail to make your payments, what is a default on the loan, situations in which your lender can require early repayment of the loan, and the rules for making payments before they are due.',
      citation: '1026.38(p)(2)',
    },
    {
      heading: 'Liability after Foreclosure',
      text: `If your lender forecloses on this property and the foreclosure does not cover the amount of unpaid balance on this loan, ${liability.replace(/^S/, 's')}`,
      citation: '1026.38(p)(3)',
    },
    ...(isSigned ? [] : [loanAcceptance('closing-disclosure')]),
    {
      heading: 'Refinance',
      text: 'Refinancing this loan will depend on your future financial situation, the property value, and market conditions. You may not be able to refinance this loan.',
      citation: '1026.38(p)(4)',
    },
    {
      heading: 'Tax Deductions',
      text: 'If you borrow more than this property is worth, the interest on the loan amount above this property’s fair market value is not deductible from your federal income taxes. You should consult a tax advisor for more information.',
      citation: '1026.38(p)(5)',
    },
  ];
}
