import type { Form } from '../projected-payments.ts';
import type { Statement } from './other-considerations.ts';

export interface SignatureBlock extends Statement {
  /** A line for each consumer. */
  lines: readonly string[];
}

/** "Confirm Receipt", 1026.37(n)(1) and 1026.38(s)(1), where the creditor chooses to ask for signatures. */
export const confirmReceipt = (consumers: readonly string[], form: Form): SignatureBlock => ({
  heading: 'Confirm Receipt',
  text: 'By signing, you are only confirming that you have received this form. You do not have to accept this loan because you have signed or received this form.',
  lines: [...consumers],
  citation: form === 'loan-estimate' ? '1026.37(n)(1)' : '1026.38(s)(1)',
});

/** Where it does not: among "Other Considerations" of the Loan Estimate, "Other Disclosures" of the Closing Disclosure. */
export const loanAcceptance = (form: Form): Statement => ({
  heading: 'Loan Acceptance',
  text: 'You do not have to accept this loan because you have received this form or signed a loan application.',
  citation: form === 'loan-estimate' ? '1026.37(n)(2)' : '1026.38(s)(2)',
});
