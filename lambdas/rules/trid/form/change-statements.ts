import { cashToCloseChanges } from '../cash-to-close-changes.ts';
import { formatDollars } from '../../../shared/money.ts';
import type { CashChange } from '../cash-to-close-changes.ts';
import type { CashToClose } from '../cash-to-close.ts';
import type { Cents } from '../../../shared/money.ts';
import type { CostSubtotals } from './cost-table.ts';

/** The Loan Estimate's table as it was worked out and as it was printed. */
export interface EstimatedCash {
  exact: CashToClose;
  shown: CashToClose;
}

/** D and I of page 2. */
export type Subtotal = 'Total Loan Costs (D)' | 'Total Other Costs (I)';
const subtotals: readonly Subtotal[] = ['Total Loan Costs (D)', 'Total Other Costs (I)'];

export type DownPaymentDetails = 'Section K' | 'Section L' | 'Sections K and L';

export interface ChangeContext {
  /** What the closing costs exceed the legal limits by, `judgeTolerance`'s cure; zero within them. */
  excessCents: Cents;
  /** How the excess is given back: a lender credit, or a reduction of principal. */
  curedBy: 'lender-credit' | 'principal-reduction';
  /** Where the cause of another down payment is: the price or debts in K, the loan or credits in L. */
  downPaymentDetails: DownPaymentDetails;
  /** Whether the seller pays single costs, in the seller-paid column. */
  hasSellerPaidCosts: boolean;
  /** Which subtotals of page 2 changed; both, where the estimate's are not known. */
  changedSubtotals?: readonly Subtotal[];
}

export interface StatedChange extends CashChange {
  /** What the form says of the change; absent when there is none, and for the total. */
  statement?: string;
}

/** The subtotals to which a change of total closing costs is to be put down (comment 38(e)(2)(iii)(A)-1). */
export const changedSubtotals = (estimate: CostSubtotals, final: CostSubtotals): Subtotal[] =>
  subtotals.filter((name) =>
    name === 'Total Loan Costs (D)'
      ? estimate.loanCostsCents !== final.loanCostsCents
      : estimate.otherCostsCents !== final.otherCostsCents,
  );

/**
 * "Did this change?" of 1026.38(i) and (e). The estimate's column is what the Loan Estimate printed; whether an amount
 * changed goes by exact amounts (comment 38(e)-3, 38(i)-2).
 */
export function changeStatements(
  estimate: EstimatedCash,
  final: CashToClose,
  context: ChangeContext,
): StatedChange[] {
  const printed = new Map(estimate.shown.lines.map(({ line, amountCents }) => [line, amountCents]));
  printed.set('Cash to Close', estimate.shown.cashToCloseCents);
  return cashToCloseChanges(estimate.exact, final).map((change) => {
    const row = { ...change, estimateCents: printed.get(change.line) ?? change.estimateCents };
    const state = statements[change.line];
    const statement = change.changed === 'YES' && state ? state(change, context) : '';
    return statement === '' ? row : { ...row, statement };
  });
}

type Statement = (change: CashChange, context: ChangeContext) => string;

/** Of a line shown as a negative number, more is lower. */
const moved = (difference: number): string => (difference > 0 ? 'increased' : 'decreased');

const statements: Readonly<Partial<Record<string, Statement>>> = {
  'Loan Amount': ({ differenceCents }) => `This amount ${moved(-differenceCents)}`,
  'Total Closing Costs': (_change, { excessCents, curedBy, changedSubtotals = subtotals }) => {
    const see = changedSubtotals.length === 0 ? [] : [`See ${changedSubtotals.join(' and ')}`];
    if (excessCents <= 0) return see.join('');
    const cure =
      curedBy === 'lender-credit' ? 'See Lender Credits on page 2' : 'See Principal Reduction on page 3';
    return [...see, `Increase exceeds legal limits by ${formatDollars(excessCents)}`, cure].join('. ');
  },
  'Closing Costs Paid Before Closing': () => 'You paid these Closing Costs before closing',
  'Closing Costs Financed': ({ differenceCents }) =>
    differenceCents < 0
      ? 'You included these closing costs in your loan amount, which increased it'
      : 'You included less of the closing costs in your loan amount',
  'Total Payoffs and Payments': () => 'See Payoffs and Payments (K)',
  'Down Payment/Funds from Borrower': ({ differenceCents }, { downPaymentDetails }) =>
    `You ${moved(differenceCents)} this payment. See details in ${downPaymentDetails}`,
  Deposit: ({ differenceCents }) => `You ${moved(-differenceCents)} this payment. See Deposit in Section L`,
  'Funds for Borrower': ({ differenceCents }) =>
    `Your available funds from your loan amount have ${moved(-differenceCents)}`,
  'Seller Credits': (_change, { hasSellerPaidCosts }) =>
    hasSellerPaidCosts
      ? 'See Seller-Paid column on page 2 and Seller Credits in Section L'
      : 'See Seller Credits in Section L',
  'Adjustments and Other Credits': () => 'See details in Sections K and L',
};
