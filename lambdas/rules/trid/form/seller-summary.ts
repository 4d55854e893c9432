import { cents, negateCents } from '../../../shared/money.ts';
import { fixedLine, lineIfAny, namedLine, prorationLines, summary } from './summary-lines.ts';
import type { Cents } from '../../../shared/money.ts';
import type { Sale } from './sale.ts';
import type { Summary } from './summary-lines.ts';

export interface SellerSummary {
  /** M: due to seller at closing. */
  due: Summary;
  /** N: due from seller at closing. */
  owed: Summary;
  calculation: {
    totalDueToSellerCents: Cents;
    /** As shown: negative. */
    totalDueFromSellerCents: Cents;
    /** Positive to the seller, negative from the seller. */
    cashCents: Cents;
    direction: 'From Seller' | 'To Seller';
    citation: '1026.38(k)(3)';
  };
}

/** The summary of the seller's transaction, 1026.38(k): price, prorations and credits are the borrower's own. */
export function sellerSummary(sale: Sale, closingCostsAtClosingCents: Cents): SellerSummary {
  const { seller } = sale;
  const due = summary(
    'Due to Seller at Closing',
    [
      fixedLine('Sale Price of Property', sale.priceCents, '1026.38(k)(1)(ii)'),
      fixedLine(
        'Sale Price of Any Personal Property Included in Sale',
        sale.personalPropertyCents,
        '1026.38(k)(1)(iii)',
      ),
      ...seller.otherDueToSeller.map((other) => namedLine(other, '1026.38(k)(1)(iv)')),
      ...prorationLines(sale.paidBySellerInAdvance, '1026.38(k)(1)(v)-(ix)'),
    ],
    '1026.38(k)(1)',
  );
  const owed = summary(
    'Due from Seller at Closing',
    [
      fixedLine('Excess Deposit', sale.excessDepositCents, '1026.38(k)(2)(ii)'),
      fixedLine('Closing Costs Paid at Closing (J)', closingCostsAtClosingCents, '1026.38(k)(2)(iii)'),
      ...lineIfAny(
        'Existing Loan(s) Assumed or Taken Subject to',
        sale.assumedLoansCents,
        '1026.38(k)(2)(iv)',
      ),
      fixedLine('Payoff of First Mortgage Loan', seller.firstMortgagePayoffCents, '1026.38(k)(2)(v)'),
      fixedLine('Payoff of Second Mortgage Loan', seller.secondMortgagePayoffCents, '1026.38(k)(2)(vi)'),
      fixedLine('Seller Credit', sale.sellerCreditsCents, '1026.38(k)(2)(vii)'),
      ...seller.otherDueFromSeller.map((other) => namedLine(other, '1026.38(k)(2)(viii)')),
      ...prorationLines(sale.unpaidBySeller, '1026.38(k)(2)(ix)-(xiii)'),
    ],
    '1026.38(k)(2)',
  );
  const cashCents = cents(due.totalCents - owed.totalCents);
  return {
    due,
    owed,
    calculation: {
      totalDueToSellerCents: due.totalCents,
      totalDueFromSellerCents: negateCents(owed.totalCents),
      cashCents,
      direction: cashCents < 0 ? 'From Seller' : 'To Seller',
      citation: '1026.38(k)(3)',
    },
  };
}
