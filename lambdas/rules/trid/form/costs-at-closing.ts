import { cents, formatDollars } from '../../../shared/money.ts';
import { wholeDollarText } from '../disclosure-text.ts';
import type { CashToClose } from '../cash-to-close.ts';
import type { Cents } from '../../../shared/money.ts';
import type { ClosingCosts } from '../closing-costs.ts';
import type { Form } from '../projected-payments.ts';

export interface CostsAtClosing {
  closingCostsCents: Cents;
  /** `Includes $5,672 in Loan Costs + $2,382 in Other Costs - $0 in Lender Credits. See page 2 for details.` */
  closingCostsText: string;
  cashToCloseCents: Cents;
  cashToCloseText: string;
  /** The boxes of the alternative table. */
  direction?: 'From Borrower' | 'To Borrower';
  citation: '1026.37(d)' | '1026.38(d)';
}

/** "Costs at Closing" at the foot of page 1: the totals of the cost and cash tables, and nothing of its own. */
export function costsAtClosing(costs: ClosingCosts, cash: CashToClose, form: Form): CostsAtClosing {
  const isEstimate = form === 'loan-estimate';
  const text = isEstimate ? wholeDollarText : formatDollars;
  const { loanCostsCents, otherCostsCents, lenderCreditsCents } = costs;
  const credits = text(cents(Math.abs(lenderCreditsCents)));
  const isAlternative = cash.closingCostsFinancedCents !== undefined;
  return {
    closingCostsCents: costs.totalClosingCostsCents,
    closingCostsText: `Includes ${text(loanCostsCents)} in Loan Costs + ${text(otherCostsCents)} in Other Costs - ${credits} in Lender Credits. See page 2 for details.`,
    cashToCloseCents: isAlternative ? cents(Math.abs(cash.cashToCloseCents)) : cash.cashToCloseCents,
    cashToCloseText: `Includes Closing Costs. See Calculating Cash to Close on page ${isEstimate ? 2 : 3} for details.`,
    ...(isAlternative
      ? { direction: cash.cashToCloseCents < 0 ? ('To Borrower' as const) : ('From Borrower' as const) }
      : {}),
    citation: isEstimate ? '1026.37(d)' : '1026.38(d)',
  };
}
