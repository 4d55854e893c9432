import * as z from 'zod';
import { CentsSchema, NonNegativeCentsSchema } from '../../shared/value-schemas.ts';
import { cents, negateCents, sumCents } from '../../shared/money.ts';
import type { Cents } from '../../shared/money.ts';

/** Amounts of the "calculating cash to close" table, each as a positive number unless it says otherwise. */
export const CashToCloseFactsSchema = z.discriminatedUnion('table', [
  z.strictObject({
    table: z.literal('standard'),
    /** Absent when nothing is bought. */
    salePriceCents: NonNegativeCentsSchema.optional(),
    loanAmountCents: NonNegativeCentsSchema,
    /** Loans assumed or taken subject to, 1026.38(j)(2)(iv). */
    assumedLoansCents: NonNegativeCentsSchema.default(cents(0)),
    /** Existing debt satisfied in the transaction, sale price included where it is one. */
    debtSatisfiedCents: NonNegativeCentsSchema.default(cents(0)),
    totalClosingCostsCents: CentsSchema,
    /** Payments to third parties that are not closing costs: the sale price, payoffs. */
    otherThirdPartyPaymentsCents: NonNegativeCentsSchema,
    paidBeforeClosingCents: NonNegativeCentsSchema.default(cents(0)),
    depositCents: NonNegativeCentsSchema.default(cents(0)),
    sellerCreditsCents: NonNegativeCentsSchema.default(cents(0)),
    /** Credits are negative, what the consumer owes besides is positive. */
    adjustmentsCents: CentsSchema.default(cents(0)),
  }),
  z.strictObject({
    table: z.literal('alternative'),
    loanAmountCents: NonNegativeCentsSchema,
    totalClosingCostsCents: CentsSchema,
    paidBeforeClosingCents: NonNegativeCentsSchema.default(cents(0)),
    /** Negative when credits, as of subordinate financing, are more than what is paid. */
    payoffsAndPaymentsCents: CentsSchema,
  }),
]);
export type CashToCloseFacts = z.infer<typeof CashToCloseFactsSchema>;
type Standard = Extract<CashToCloseFacts, { table: 'standard' }>;

export interface CashLine {
  line: string;
  /** As the table shows it: negative lowers what the consumer brings. */
  amountCents: Cents;
  citation: string;
}

export interface CashToClose {
  lines: readonly CashLine[];
  /** Positive from the consumer, negative to the consumer. */
  cashToCloseCents: Cents;
  /** The alternative table only: what of the loan pays closing costs, 1026.37(h)(2)(v). */
  closingCostsFinancedCents?: Cents;
}

/** The table of 1026.37(h) and 1026.38(e), (i): exact amounts; the Loan Estimate rounds each line for show. */
export function cashToClose(input: z.input<typeof CashToCloseFactsSchema>): CashToClose {
  const facts = CashToCloseFactsSchema.parse(input);
  if (facts.table === 'standard') return totalled(standardLines(facts));
  const lines = [
    line('Loan Amount', negateCents(facts.loanAmountCents), '1026.37(h)(2)(i)'),
    line('Total Closing Costs', facts.totalClosingCostsCents, '1026.37(h)(2)(ii)'),
    line('Closing Costs Paid Before Closing', negateCents(facts.paidBeforeClosingCents), '1026.38(e)(3)'),
    line('Total Payoffs and Payments', facts.payoffsAndPaymentsCents, '1026.37(h)(2)(iii)'),
  ];
  const left = facts.loanAmountCents - facts.payoffsAndPaymentsCents;
  const financed = cents(Math.max(0, Math.min(left, facts.totalClosingCostsCents)));
  return { ...totalled(lines), closingCostsFinancedCents: financed };
}

const line = (name: string, amountCents: Cents, citation: string): CashLine => ({
  line: name,
  amountCents,
  citation,
});

const totalled = (lines: readonly CashLine[]): CashToClose => ({
  lines,
  cashToCloseCents: sumCents(lines.map(({ amountCents }) => amountCents)),
});

function standardLines(facts: Standard): CashLine[] {
  const financed = closingCostsFinanced(facts);
  const { downPayment, fundsForBorrower, citation } = borrowerFunds(facts, financed);
  return [
    line('Total Closing Costs', facts.totalClosingCostsCents, '1026.37(h)(1)(i)'),
    line('Closing Costs Paid Before Closing', negateCents(facts.paidBeforeClosingCents), '1026.38(i)(2)'),
    line('Closing Costs Financed', negateCents(financed), '1026.37(h)(1)(ii)'),
    line('Down Payment/Funds from Borrower', downPayment, citation),
    line('Deposit', negateCents(facts.depositCents), '1026.37(h)(1)(iv)'),
    line('Funds for Borrower', negateCents(fundsForBorrower), '1026.37(h)(1)(v)'),
    line('Seller Credits', negateCents(facts.sellerCreditsCents), '1026.37(h)(1)(vi)'),
    line('Adjustments and Other Credits', facts.adjustmentsCents, '1026.37(h)(1)(vii)'),
  ];
}

/** What is left of the loan after other third parties are paid, up to the closing costs (comment 37(h)(1)(ii)-1). */
function closingCostsFinanced(facts: Standard): Cents {
  const left = facts.loanAmountCents - facts.otherThirdPartyPaymentsCents;
  return cents(Math.max(0, Math.min(left, facts.totalClosingCostsCents)));
}

/** A purchase within its price has a down payment; otherwise debt satisfied is held against the loan. */
function borrowerFunds(
  facts: Standard,
  financed: Cents,
): { downPayment: Cents; fundsForBorrower: Cents; citation: string } {
  const { salePriceCents: price, loanAmountCents, assumedLoansCents } = facts;
  const lent = loanAmountCents + assumedLoansCents;
  if (price !== undefined && lent <= price)
    return {
      downPayment: cents(price - lent),
      fundsForBorrower: cents(0),
      citation: '1026.37(h)(1)(iii)(A)(1)',
    };
  const needed = facts.debtSatisfiedCents - (lent - financed);
  return {
    downPayment: cents(Math.max(needed, 0)),
    fundsForBorrower: cents(Math.max(0 - needed, 0)),
    citation: price === undefined ? '1026.37(h)(1)(iii)(B)' : '1026.37(h)(1)(iii)(A)(2)',
  };
}
