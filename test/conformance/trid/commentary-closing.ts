import { BorrowerAmountsSchema, SaleSchema } from '../../../lambdas/rules/trid/form/sale.ts';
import { amountIn, quotedIn } from '../commentary-file.ts';
import { borrowerSummary } from '../../../lambdas/rules/trid/form/borrower-summary.ts';
import { cashToClose } from '../../../lambdas/rules/trid/cash-to-close.ts';
import { cents, formatDollars } from '../../../lambdas/shared/money.ts';
import { changeStatements } from '../../../lambdas/rules/trid/form/change-statements.ts';
import { closingCosts } from '../../../lambdas/rules/trid/closing-costs.ts';
import { contactTable, primaryContact } from '../../../lambdas/rules/trid/form/contacts.ts';
import { costLines } from '../../../lambdas/rules/trid/form/cost-lines.ts';
import { estimateCash } from '../../../lambdas/rules/trid/form/estimate-cash.ts';
import { isFinanceChargeAccurate } from '../../../lambdas/rules/apr/finance-charge-accuracy.ts';
import { loanTerms } from '../../../lambdas/rules/trid/loan-terms.ts';
import { payoffsTable } from '../../../lambdas/rules/trid/form/payoffs-and-payments.ts';
import { ppm } from '../../../lambdas/shared/rate.ts';
import { sellerSummary } from '../../../lambdas/rules/trid/form/seller-summary.ts';
import { standardCashFacts } from '../../../lambdas/rules/trid/form/cash-facts.ts';
import type * as z from 'zod';
import type { ChangeContext } from '../../../lambdas/rules/trid/form/change-statements.ts';
import type { Readers } from '../commentary-file.ts';

const LOAN = cents(20_000_000);
const loan = {
  loanAmountCents: LOAN,
  totalClosingCostsCents: cents(600_000),
  paidBeforeClosingCents: cents(0),
};
const context: ChangeContext = {
  excessCents: cents(0),
  curedBy: 'lender-credit',
  downPaymentDetails: 'Section K',
  hasSellerPaidCosts: false,
};
type SaleInput = Partial<z.input<typeof SaleSchema>>;
type AmountsInput = z.input<typeof BorrowerAmountsSchema>;

const saleOf = (more: SaleInput = {}) => SaleSchema.parse({ priceCents: 25_000_000, ...more });
const factsOf = (more: SaleInput, amounts: AmountsInput = {}, lent = LOAN) =>
  standardCashFacts(saleOf(more), BorrowerAmountsSchema.parse(amounts), { ...loan, loanAmountCents: lent });
const lineOf = (table: ReturnType<typeof cashToClose>, name: string) =>
  table.lines.find(({ line }) => line.startsWith(name))?.amountCents;
const estimated = cashToClose(factsOf({ depositCents: 1_000_000, sellerCreditsCents: 250_000 }));
/** What the form says of a line that changed from an invented estimate. */
const statementOf = (line: string, final: ReturnType<typeof factsOf>, more: Partial<ChangeContext> = {}) =>
  changeStatements({ exact: estimated, shown: estimateCash(estimated) }, cashToClose(final), {
    ...context,
    ...more,
  }).find((change) => change.line.startsWith(line));
const summaryOf = (amounts: AmountsInput, more?: SaleInput) =>
  borrowerSummary(more && saleOf(more), BorrowerAmountsSchema.parse(amounts), {
    loanAmountCents: LOAN,
    closingCostsAtClosingCents: cents(0),
  });
const sameParty = { interactions: 0 };

/** Comments to 1026.38 about the summaries, the cash to close table and what the form says. */
export const closingFormReaders: Readers = {
  '38-Interp-4-i': (text) => {
    const [amountCents] = [amountIn(text, 0)];
    const description = 'Principal Reduction for exceeding legal limits';
    const reduction = { description, amountCents, paidOutsideClosingBy: 'Lender' };
    const { due } = summaryOf({ otherDue: [reduction] });
    const payoffs = payoffsTable([{ to: description, amountCents, paidOutsideClosingBy: 'Lender' }]);
    return [
      ['the words', quotedIn(text).includes((due.lines.at(-1)?.label ?? '').replace(/[.]$/, '')), true],
      ['in no total of the summaries', due.totalCents, 0],
      ['nor of payoffs and payments', payoffs.totalCents, 0],
    ];
  },
  '38-e-2-i-Interp-1': (text) => [
    ['the label', estimated.lines[0]?.line, quotedIn(text)[0]],
    ['by the other table', quotedIn(text).includes('Total Closing Costs'), true],
  ],
  '38-g-1-Interp-3-i': (text) => {
    const recording = {
      kind: 'recording-fees' as const,
      deedCents: cents(4_000),
      mortgageCents: cents(6_000),
      paidBy: 'borrower-at-closing' as const,
    };
    const [line] = costLines([recording], LOAN, 'closing-disclosure');
    const labels = quotedIn(text).filter((words) => ['Recording Fees', 'Deed', 'Mortgage'].includes(words));
    return [
      ['labels', labels.every((label) => line?.name.includes(label)), true],
      ['together', line?.amountCents, 10_000],
    ];
  },
  '38-g-3-Interp-2': () => {
    const paidBy = 'borrower-at-closing' as const;
    const months = { item: 'other' as const, monthlyCents: cents(100), months: 2, paidBy };
    const lines = costLines(
      [
        { kind: 'aggregate-adjustment', amountCents: cents(-1), paidBy },
        { kind: 'escrow', ...months, label: 'Zoning' },
        { kind: 'escrow', ...months, item: 'property-taxes' },
      ],
      LOAN,
      'closing-disclosure',
    );
    return [['the last item', lines.at(-1)?.name, 'Aggregate Adjustment']];
  },
  '38-i-Interp-1': (text) => {
    const changed = statementOf('Deposit', factsOf({ depositCents: 1_500_000, sellerCreditsCents: 250_000 }));
    const same = statementOf('Seller Credits', factsOf({ sellerCreditsCents: 250_000 }));
    const [yes = '', no = ''] = quotedIn(text).filter((word) => /^(Yes|No)$/.test(word));
    return [
      ['changed', changed?.changed, yes.toUpperCase()],
      ['not changed', same?.changed, no.toUpperCase()],
    ];
  },
  '38-i-Interp-3': (text) => {
    const [deposit = '', sections = ''] = quotedIn(text).filter((words) => / in Section/.test(words));
    const more = statementOf('Deposit', factsOf({ depositCents: 1_500_000 }));
    const gift = { credits: [{ description: 'Gift', amountCents: 1 }] };
    return [
      ['deposit', more?.statement?.endsWith(deposit), true],
      ['adjustments', statementOf('Adjustments', factsOf({}, gift))?.statement, sections],
    ];
  },
  '38-i-4-ii-A-Interp-1': () => {
    const table = cashToClose(factsOf({ priceCents: 26_000_000, assumedLoansCents: 500_000 }));
    return [['price less loan and assumed loans', lineOf(table, 'Down Payment'), 5_500_000]];
  },
  '38-i-4-iii-A-Interp-1': (text) => {
    const [byPrice, byLoan] = quotedIn(text).filter((words) => words.startsWith('You increased'));
    const price = statementOf('Down Payment', factsOf({ priceCents: 26_000_000 }));
    const less = factsOf({}, {}, cents(19_000_000));
    const lent = statementOf('Down Payment', less, { downPaymentDetails: 'Section L' });
    return [
      ['a higher price', price?.statement, byPrice],
      ['a smaller loan', lent?.statement, byLoan],
    ];
  },
  '38-i-7-iii-A-Interp-1': (text) => {
    const general = statementOf('Seller Credits', factsOf({ sellerCreditsCents: 100_000 }));
    const both = statementOf('Seller Credits', factsOf({ sellerCreditsCents: 100_000 }), {
      hasSellerPaidCosts: true,
    });
    return [
      ['general credits', quotedIn(text).includes(general?.statement ?? ''), true],
      ['and specific ones', quotedIn(text).includes(both?.statement ?? ''), true],
    ];
  },
  '38-i-8-ii-Interp-1': () => {
    const shared = { kind: 'other' as const, description: 'HOA', amountCents: 3_000 };
    const rent = { ...shared, description: 'Rent collected in advance', amountCents: 80_000 };
    const facts = factsOf({ paidBySellerInAdvance: [shared], unpaidBySeller: [rent] });
    return [['prorations, negative as such', lineOf(cashToClose(facts), 'Adjustments'), -77_000]];
  },
  '38-j-1-v-Interp-1-i': (text) => {
    const description = text.trim().slice(0, 30);
    const { due } = summaryOf({ otherDue: [{ description, amountCents: 1_200 }] });
    return [['due from the borrower', due.totalCents, 1_200]];
  },
  '38-j-2-iv-Interp-1': () => {
    const { paid } = summaryOf({}, { assumedLoansCents: 700_000 });
    const line = paid.lines.find(({ citation }) => citation === '1026.38(j)(2)(iv)');
    return [['all of them in one line', line?.amountCents, 700_000]];
  },
  '38-j-2-vi-Interp-2': () => {
    const second = { description: 'Principal amount of second loan', amountCents: 900_000 };
    const without = summaryOf({}).calculation.cashToCloseCents;
    const { calculation, paid } = summaryOf({ credits: [second] });
    return [
      ['a line of L', paid.lines.at(-1)?.amountCents, 900_000],
      ['and so much less to bring', calculation.cashToCloseCents, without - 900_000],
    ];
  },
  '38-k-2-vii-Interp-1': (text) => {
    const contribution = amountIn(text, 0);
    const { owed } = sellerSummary(saleOf({ sellerCreditsCents: contribution }), cents(0));
    const line = owed.lines.find(({ citation }) => citation === '1026.38(k)(2)(vii)');
    return [['the contribution', line?.amountCents, contribution]];
  },
  '38-o-Interp-1-ii': (text) => {
    const [tolerance, short] = [amountIn(text, 0), amountIn(text, 1)];
    const accurate = (understated: number) =>
      isFinanceChargeAccurate(cents(1_000_000), cents(1_000_000 + understated), 'disclosure', LOAN);
    return [
      ['total of payments', accurate(short), false],
      ['at the tolerance', accurate(tolerance), true],
      ['finance charge, which the fees are no part of', accurate(0), true],
    ];
  },
  '38-o-1-Interp': () => {
    const fee = { section: 'B' as const, name: 'Appraisal Fee', amountCents: 50_000 };
    const loanCosts = (paidBy: 'seller' | 'other' | 'borrower-at-closing', lenderCreditsCents = 0) =>
      closingCosts({ items: [{ ...fee, paidBy }], lenderCreditsCents }, 'closing-disclosure').loanCostsCents;
    return [
      ['paid by the seller', loanCosts('seller'), 0],
      ['paid by others', loanCosts('other'), 0],
      ['a general credit offsets nothing', loanCosts('borrower-at-closing', 40_000), 50_000],
    ];
  },
  '38-r-Interp-1': () => {
    const broker = { role: 'Real Estate Broker (S)' as const, people: [] };
    const columns = contactTable([
      { ...broker, name: 'Example Realty' },
      { ...broker, name: 'Sample Realty' },
      { role: 'Lender', name: 'Example Bank', people: [] },
    ]);
    const roles = columns.map(({ role }) => role);
    return [['each person, none for whom there is nobody', roles, ['Lender', broker.role, broker.role]]];
  },
  '38-r-Interp-6': () => {
    const senior = { name: 'Senior Officer', nmlsId: '1', ...sameParty };
    const other = { name: 'Other Officer', interactions: 5 };
    const sales = { name: 'Sales Agent', licenseId: '2', ...sameParty };
    return [
      ['without an id of the other', primaryContact([senior, other])?.name, senior.name],
      ['with one', primaryContact([senior, { ...other, nmlsId: '3' }])?.name, other.name],
      ['by licence', primaryContact([sales, other])?.name, sales.name],
      ['with a licence too', primaryContact([sales, { ...other, licenseId: '4' }])?.name, other.name],
    ];
  },
  '38-t-4-Interp-1': () => {
    const month = { leastCents: cents(120_000), mostCents: cents(120_000), isInterestOnly: false };
    const terms = loanTerms({
      loanAmountCents: LOAN,
      initialRatePpm: ppm(60_000),
      months: Array.from({ length: 12 }, () => month),
    });
    const value = (term: string) => terms.find((each) => each.term === term)?.value;
    return [
      ['principal and interest', value('Monthly Principal & Interest'), formatDollars(cents(120_000))],
      ['the loan amount', value('Loan Amount'), formatDollars(LOAN).replace('.00', '')],
    ];
  },
  '38-t-5-vii-B-Interp-2-i': () => {
    const payoff = { to: 'Payoff', amountCents: cents(1_500_000) };
    const second = { to: 'Principal amount of second loan', amountCents: cents(-400_000) };
    return [['proceeds are a credit', payoffsTable([payoff, second]).totalCents, 1_100_000]];
  },
};
