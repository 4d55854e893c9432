import { cents, sumCents } from '../../../shared/money.ts';
import { paidAtClosing } from './summary-lines.ts';
import type { BorrowerAmounts, Proration, Sale } from './sale.ts';
import type { CashToCloseFacts } from '../cash-to-close.ts';
import type { Cents } from '../../../shared/money.ts';

interface LoanAndCosts {
  loanAmountCents: Cents;
  totalClosingCostsCents: Cents;
  paidBeforeClosingCents: Cents;
}

/**
 * The standard cash to close table from what the summaries hold, 1026.37(h)(1), 1026.38(i): its last line is then the
 * summaries' cash to close, whatever the amounts. Debts that count in the down payment (comment 37(h)(1)(v)-2) are not
 * adjustments too.
 */
export function standardCashFacts(
  sale: Sale | undefined,
  amounts: BorrowerAmounts,
  loan: LoanAndCosts,
): Extract<CashToCloseFacts, { table: 'standard' }> {
  const debts = paidAtClosing(amounts.debtsSatisfied);
  const [price, personal] = [sale?.priceCents ?? cents(0), sale?.personalPropertyCents ?? cents(0)];
  const otherDue = paidAtClosing(amounts.otherDue);
  const lent = loan.loanAmountCents + (sale?.assumedLoansCents ?? 0);
  const isDownPaymentOfPrice = sale !== undefined && lent <= price;
  const shared = cents(
    sumOf(sale?.paidBySellerInAdvance ?? []) -
      sumOf(sale?.unpaidBySeller ?? []) -
      paidAtClosing(amounts.credits),
  );
  const inAdjustments = isDownPaymentOfPrice ? personal + debts : 0;
  return {
    table: 'standard',
    ...loan,
    ...(sale ? { salePriceCents: sale.priceCents } : {}),
    assumedLoansCents: sale?.assumedLoansCents ?? cents(0),
    debtSatisfiedCents: cents(price + personal + debts),
    otherThirdPartyPaymentsCents: cents(price + personal + debts + otherDue),
    depositCents: sale?.depositCents ?? cents(0),
    sellerCreditsCents: sale?.sellerCreditsCents ?? cents(0),
    adjustmentsCents: cents(shared + otherDue + inAdjustments),
  };
}

const sumOf = (prorations: readonly Proration[]): Cents =>
  sumCents(prorations.map(({ amountCents }) => amountCents));
