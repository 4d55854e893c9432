import * as z from 'zod';
import { CentsSchema, NonNegativeCentsSchema } from '../../../shared/value-schemas.ts';
import { ClosingHeadingSchema, closingHeading } from './heading.ts';
import { EscrowFactsSchema, escrowDisclosure } from './escrow-disclosure.ts';
import { LoanDisclosuresSchema, loanDisclosures } from './loan-disclosures.ts';
import { OtherDisclosuresSchema, otherDisclosures } from './other-disclosures.ts';
import { borrowerSummary } from './borrower-summary.ts';
import { cents, sumCents } from '../../../shared/money.ts';
import { changeStatements, changedSubtotals } from './change-statements.ts';
import { confirmReceipt } from './signature.ts';
import { contactTable } from './contacts.ts';
import { costSubtotals, costTable } from './cost-table.ts';
import { costsAtClosing } from './costs-at-closing.ts';
import { formFigures } from './form-figures.ts';
import { loanCalculations } from './loan-calculations.ts';
import { payoffsTable } from './payoffs-and-payments.ts';
import { printedCash, printedChanges } from './printed-cash.ts';
import { printedShape, refuseContradictions } from './printed-facts.ts';
import { sellerSummary } from './seller-summary.ts';
import type { BorrowerSummary } from './borrower-summary.ts';
import type { CashToClose } from '../cash-to-close.ts';
import type { Cents } from '../../../shared/money.ts';
import type { CostTable } from './cost-table.ts';
import type { ChangeContext, DownPaymentDetails } from './change-statements.ts';
import type { FormFigures } from './form-figures.ts';
import type { PayoffsTable } from './payoffs-and-payments.ts';
import type { PrintedFacts } from './printed-facts.ts';
import type { SellerSummary } from './seller-summary.ts';

const TableLinesSchema = z.strictObject({
  lines: z
    .array(z.strictObject({ line: z.string(), amountCents: CentsSchema, citation: z.string() }))
    .min(3)
    .readonly(),
  cashToCloseCents: CentsSchema,
  closingCostsFinancedCents: CentsSchema.optional(),
});

/** Everything form H-25 prints, 1026.38. */
export const ClosingDisclosureSchema = z
  .strictObject({
    ...printedShape,
    closing: ClosingHeadingSchema,
    loanDisclosures: LoanDisclosuresSchema,
    escrow: EscrowFactsSchema.prefault({}),
    other: OtherDisclosuresSchema,
    /** The last Loan Estimate's table: `forClosing` of `loanEstimate`. */
    estimate: z.strictObject({
      loanAmountCents: NonNegativeCentsSchema,
      exact: TableLinesSchema,
      shown: TableLinesSchema,
      subtotals: z.strictObject({ loanCostsCents: CentsSchema, otherCostsCents: CentsSchema }).optional(),
    }),
    /** Over the legal limits, and how it is given back: `judgeTolerance`. */
    excessCents: NonNegativeCentsSchema.default(cents(0)),
    curedBy: z.enum(['lender-credit', 'principal-reduction']).default('lender-credit'),
  })
  .superRefine((facts, context) => {
    refuseContradictions(facts, context);
    const sale = facts.transaction.tables === 'standard' ? facts.transaction.sale : undefined;
    if (facts.closing.sellers.length > 0 !== (sale !== undefined))
      context.addIssue({
        code: 'custom',
        path: ['closing', 'sellers'],
        message: 'a sale, and only a sale, has a seller',
      });
    if (
      facts.excessCents > 0 &&
      facts.curedBy === 'lender-credit' &&
      facts.lenderCreditsCents < facts.excessCents
    )
      context.addIssue({
        code: 'custom',
        path: ['lenderCreditsCents'],
        message: 'a cure by lender credit is part of the lender credits',
      });
  });
export type ClosingDisclosureFacts = z.input<typeof ClosingDisclosureSchema>;
type Parsed = z.output<typeof ClosingDisclosureSchema>;
export type ClosingDisclosure = ReturnType<typeof closingDisclosure>;

/** The data set of a Closing Disclosure, page by page. @throws a ZodError when malformed or contradicting itself */
export function closingDisclosure(input: ClosingDisclosureFacts) {
  const facts = ClosingDisclosureSchema.parse(input);
  const { closing, loanDisclosures: terms, escrow, other, estimate, excessCents, curedBy, ...shared } = facts;
  const own = formFigures(shared, 'closing-disclosure');
  const { figures, termMonths } = own;
  const sale = shared.transaction.tables === 'standard' ? shared.transaction.sale : undefined;
  const refundedCents = curedBy === 'lender-credit' ? excessCents : cents(0);
  const details = costTable(own.lines, shared.lenderCreditsCents, refundedCents);
  const final = figures.cashToClose;
  const { lines: _printed, ...lastLine } = printedCash(final);
  return {
    heading: closingHeading(shared.heading, closing, {
      termMonths,
      product: figures.product,
      ...(sale ? { salePriceCents: sale.priceCents } : {}),
    }),
    loanTerms: figures.loanTerms,
    projectedPayments: figures.projectedPayments,
    taxesInsuranceAssessments: own.propertyCosts,
    costsAtClosing: costsAtClosing(figures.closingCosts, final, 'closing-disclosure'),
    closingCostDetails: details,
    cashToClose: {
      changes: printedChanges(changeStatements(estimate, final, changeContext(facts, own, details)), final),
      ...lastLine,
    },
    ...transactionTables(shared, details),
    loanDisclosures: loanDisclosures(agreeing(terms, own)),
    escrowAccount: escrowDisclosure(shared.propertyCosts, initialEscrow(own), escrow),
    ...(figures.adjustablePayments ? { adjustablePayments: figures.adjustablePayments } : {}),
    ...(figures.adjustableRate ? { adjustableRate: figures.adjustableRate } : {}),
    loanCalculations: loanCalculations(figures.calculations, own.aprPpm),
    otherDisclosures: otherDisclosures(other, shared.isSigned),
    questions: {
      text: 'If you have questions about the loan terms or costs on this form, use the contact information below. To get more information or make a complaint, contact the Consumer Financial Protection Bureau at www.consumerfinance.gov/mortgage-closing',
      citation: '1026.38(q)',
    },
    contacts: { columns: contactTable(shared.contacts), citation: '1026.38(r)' },
    ...(shared.isSigned
      ? {
          confirmReceipt: confirmReceipt(
            shared.heading.consumers.map(({ name }) => name),
            'closing-disclosure',
          ),
        }
      : {}),
  };
}

/** What the statements beside the table's changes depend on. */
function changeContext(facts: Parsed, own: FormFigures, { total }: CostTable): ChangeContext {
  const { excessCents, curedBy, estimate } = facts;
  return {
    excessCents,
    curedBy,
    downPaymentDetails: downPaymentDetails(facts, own),
    hasSellerPaidCosts: total.sellerAtClosingCents + total.sellerBeforeClosingCents > 0,
    ...(estimate.subtotals
      ? { changedSubtotals: changedSubtotals(estimate.subtotals, costSubtotals(own.lines)) }
      : {}),
  };
}

interface TransactionTables {
  borrowersTransaction?: BorrowerSummary;
  sellersTransaction?: SellerSummary;
  payoffsAndPayments?: PayoffsTable;
}

/** Summaries of transactions, or payoffs and payments where the alternative tables are used. */
function transactionTables({ transaction, plan }: PrintedFacts, { total }: CostTable): TransactionTables {
  if (transaction.tables === 'alternative') return { payoffsAndPayments: payoffsTable(transaction.payoffs) };
  const { sale, amounts } = transaction;
  const loan = {
    loanAmountCents: plan.principalCents,
    closingCostsAtClosingCents: total.borrowerAtClosingCents,
  };
  return {
    borrowersTransaction: borrowerSummary(sale, amounts, loan),
    ...(sale ? { sellersTransaction: sellerSummary(sale, total.sellerAtClosingCents) } : {}),
  };
}

const initialEscrow = ({ figures }: FormFigures) =>
  sumCents(
    figures.closingCosts.sections
      .filter(({ section }) => section === 'G')
      .map(({ totalCents }) => totalCents),
  );

/** A schedule that adds interest to the balance is disclosed as such, whatever the facts say. */
const agreeing = (terms: Parsed['loanDisclosures'], { growsAsScheduled }: FormFigures) =>
  growsAsScheduled ? { ...terms, negativeAmortization: 'scheduled' as const } : terms;

/** Another price or other debts show in K; another loan amount in L (comment 38(i)(4)(iii)(A)-1). */
function downPaymentDetails({ estimate, plan }: Parsed, { exactCash }: FormFigures): DownPaymentDetails {
  const lent = plan.principalCents;
  const sameLoan = estimate.loanAmountCents === lent;
  const samePrice = paidFor(estimate.exact, estimate.loanAmountCents) === paidFor(exactCash, lent);
  if (sameLoan) return 'Section K';
  return samePrice ? 'Section L' : 'Sections K and L';
}

/** What down payment and loan pay for together: the price, or the debts satisfied. */
const paidFor = (table: Pick<CashToClose, 'lines'>, loanAmountCents: Cents): number =>
  sumCents(
    table.lines
      .filter(({ line }) => /^(Down Payment|Funds for Borrower|Closing Costs Financed)/.test(line))
      .map(({ amountCents }) => amountCents),
  ) + loanAmountCents;
