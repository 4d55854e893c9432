import { cents, negateCents } from '../../../shared/money.ts';
import type { Cents } from '../../../shared/money.ts';
import type { CashToClose } from '../../trid/cash-to-close.ts';
import type { ClosingLoan } from './closing.ts';
import type { ParsedClosingFacts } from './closing-facts.ts';

type Item = NonNullable<ClosingLoan['cashToClose']>[number];

/** The form's lines by the UCD's names. */
const types: ReadonlyMap<string, string> = new Map([
  ['Total Closing Costs', 'TotalClosingCosts'],
  ['Closing Costs Paid Before Closing', 'ClosingCostsPaidBeforeClosing'],
  ['Closing Costs Financed', 'ClosingCostsFinanced'],
  ['Down Payment/Funds from Borrower', 'DownPayment'],
  ['Deposit', 'Deposit'],
  ['Funds for Borrower', 'FundsForBorrower'],
  ['Seller Credits', 'SellerCredits'],
  ['Adjustments and Other Credits', 'AdjustmentsAndOtherCredits'],
  ['Loan Amount', 'LoanAmount'],
  ['Total Payoffs and Payments', 'TotalPayoffsAndPayments'],
]);

/**
 * "Calculating cash to close" with its estimates. The alternative table counts towards the borrower, so that its loan
 * amount is positive and its costs are negative (H-25(E)); the engine counts from the borrower in both.
 */
export function cashItems(
  cash: CashToClose,
  { disclosure, estimates, estimatedCashToCloseCents }: ParsedClosingFacts,
): Item[] {
  const isAlternative = disclosure.cash.table === 'alternative';
  const shown = (amount: Cents): Cents => (isAlternative ? negateCents(amount) : amount);
  const lines = cash.lines.map(({ line, amountCents }): Item => {
    const estimate = estimates.find((each) => each.line === line);
    return {
      type: types.get(line) ?? 'Other',
      finalCents: shown(amountCents),
      ...(estimate
        ? {
            estimateCents: estimate.amountCents,
            hasChanged: estimate.amountCents !== shown(amountCents),
            ...(estimate.change === undefined ? {} : { change: estimate.change }),
          }
        : {}),
    };
  });
  const financed: Item[] =
    cash.closingCostsFinancedCents === undefined
      ? []
      : [{ type: 'ClosingCostsFinanced', finalCents: cash.closingCostsFinancedCents }];
  const total = (amount: Cents, key: 'estimateCents' | 'finalCents'): Item => ({
    type: 'CashToCloseTotal',
    [key]: isAlternative ? cents(Math.abs(amount)) : amount,
    ...(isAlternative ? { direction: amount > 0 ? 'FromBorrower' : 'ToBorrower' } : {}),
  });
  return [
    ...lines,
    ...financed,
    ...(estimatedCashToCloseCents === undefined ? [] : [total(estimatedCashToCloseCents, 'estimateCents')]),
    total(cash.cashToCloseCents, 'finalCents'),
  ];
}
