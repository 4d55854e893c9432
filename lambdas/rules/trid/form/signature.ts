import type { Form } from '../projected-payments.ts';
import type { Statement } from './other-considerations.ts';

export interface SignatureBlock extends Statement {
  /** A line for each consumer; none when the creditor asks for no signature. */
  lines: readonly string[];
}

/** "Confirm Receipt", 1026.37(n) and 1026.38(s): the creditor chooses whether to ask for signatures. */
export function confirmReceipt(consumers: readonly string[], isSigned: boolean, form: Form): SignatureBlock {
  const received = isSigned
    ? 'By signing, you are only confirming that you have received this form. You do not have to accept this loan because you have signed or received this form.'
    : 'You do not have to accept this loan because you have received this form or signed a loan application.';
  const isEstimate = form === 'loan-estimate';
  return {
    heading: isSigned ? 'Confirm Receipt' : 'Loan Acceptance',
    text: received,
    lines: isSigned ? [...consumers] : [],
    citation: isEstimate ? '1026.37(n)' : '1026.38(s)',
  };
}
