import { BorrowerAmountsSchema, SaleSchema } from '../../../lambdas/rules/trid/form/sale.ts';
import { amountIn, amountsIn, quotedIn } from '../commentary-file.ts';
import { amortize } from '../../../lambdas/rules/amortization/amortize.ts';
import { calendarDate } from '../../../lambdas/shared/calendar.ts';
import { cashToClose } from '../../../lambdas/rules/trid/cash-to-close.ts';
import { cents } from '../../../lambdas/shared/money.ts';
import { closingCosts } from '../../../lambdas/rules/trid/closing-costs.ts';
import { confirmReceipt } from '../../../lambdas/rules/trid/form/signature.ts';
import { costLines } from '../../../lambdas/rules/trid/form/cost-lines.ts';
import { fixedRatePlan } from '../../../lambdas/rules/amortization/note-plans.ts';
import { loanCostFigures } from '../../../lambdas/rules/apr/loan-cost-figures.ts';
import { loanPurpose } from '../../../lambdas/rules/trid/form/loan-purpose.ts';
import { loanTermText } from '../../../lambdas/rules/trid/form/loan-term.ts';
import { maximumPenalty } from '../../../lambdas/rules/trid/prepayment-penalty.ts';
import { momentText } from '../../../lambdas/rules/trid/form/rate-lock.ts';
import { otherConsiderations } from '../../../lambdas/rules/trid/form/other-considerations.ts';
import { paymentsTable } from '../../../lambdas/rules/trid/payments-table.ts';
import { ppm } from '../../../lambdas/shared/rate.ts';
import { standardCashFacts } from '../../../lambdas/rules/trid/form/cash-facts.ts';
import { toWholeDollars } from '../../../lambdas/rules/trid/disclosure-text.ts';
import type { FormCost } from '../../../lambdas/rules/trid/form/form-costs.ts';
import type { PaymentFeatures } from '../../../lambdas/rules/trid/payments-table.ts';
import type { Readers, Row } from '../commentary-file.ts';

const LOAN = { principalCents: cents(20_000_000), ratePpm: ppm(60_000), months: 360 };
const COSTS = {
  loanAmountCents: LOAN.principalCents,
  totalClosingCostsCents: cents(600_000),
  paidBeforeClosingCents: cents(0),
};
const noAmounts = BorrowerAmountsSchema.parse({});
const level = (count: number, amount: number) =>
  Array.from({ length: count }, () => ({
    leastCents: cents(amount),
    mostCents: cents(amount),
    isInterestOnly: false,
  }));
const nameOf = (cost: FormCost) => costLines([cost], LOAN.principalCents, 'loan-estimate')[0]?.name ?? '';
const seasonal = (features: PaymentFeatures) =>
  paymentsTable(level(360, 100_000), features).seasonal.replace('YES ', '');
const lineOf = (facts: Parameters<typeof cashToClose>[0], name: string) =>
  cashToClose(facts).lines.find(({ line }) => line.startsWith(name))?.amountCents;
const fee = { kind: 'fee' as const, amountCents: cents(10_000), paidBy: 'borrower-at-closing' as const };
const plainFee = { ...fee, isTitleService: false, isOptional: false };

/** An inspection of a stated price with a seller's part of it, as a cost or as a credit. */
function inspection(price: number, sellers: number): Row {
  const cash = (cost: number, sellerCreditsCents: number) =>
    cashToClose({
      table: 'standard',
      ...COSTS,
      salePriceCents: 25_000_000,
      otherThirdPartyPaymentsCents: 25_000_000,
      totalClosingCostsCents: cost,
      sellerCreditsCents,
    }).cashToCloseCents;
  return [`credit of ${sellers} cents`, cash(price, sellers), cash(price - sellers, 0)];
}

/** Comments to 1026.37 about what the printed form says and where. */
export const formReaders: Readers = {
  '37-a-8-Interp-1-ii': (text) => {
    const shown = quotedIn(text).map((words) => words.replace(/ mo$/, ' mo.'));
    return [6, 16, 12].map((months) => [`${months} months`, shown.includes(loanTermText(months)), true]);
  },
  '37-a-9-Interp-1-ii': (text) => [
    [
      'replaces an obligation',
      loanPurpose({ acquiresProperty: false, replacesSecuredObligation: true }),
      text.trim().split('.')[0],
    ],
  ],
  '37-a-13-Interp-3': (text) => {
    const winter = momentText({ on: calendarDate('2026-01-15'), time: '5:00 p.m.', zone: 'Eastern' });
    return [['standard time', text.includes(winter.replace('1/15/2026 at ', '')), true]];
  },
  '37-b-4-Interp-1': () => {
    const wholeMonth = { kind: 'whole-month-interest' as const, ratePpm: LOAN.ratePpm, months: 360 };
    return [['a penalty', maximumPenalty([wholeMonth], amortize(fixedRatePlan(LOAN))) !== undefined, true]];
  },
  '37-b-4-Interp-3-iii': (text) => {
    const schedule = amortize(fixedRatePlan(LOAN));
    const [waivedCents, more, penalty] = [amountIn(text, 0), amountIn(text, 4), amountsIn(text).at(-1)];
    const months = 36;
    const most = (recoupCents: typeof more) =>
      maximumPenalty([{ kind: 'recouped-waiver', waivedCents, recoupCents, months }], schedule)?.mostCents;
    return [
      ['waived charges only', most(waivedCents), undefined],
      ['more than waived', most(more), penalty],
    ];
  },
  '37-b-7-i-Interp-1': () => {
    const part = { kind: 'part-of-balance' as const, partPpm: ppm(20_000), months: 36 };
    const flat = { kind: 'amount' as const, amountCents: cents(10_000), months: 12 };
    const found = maximumPenalty([part, flat], amortize(fixedRatePlan(LOAN)));
    return [['two percent of the highest balance and the other', found?.mostCents, 400_000 + 10_000]];
  },
  '37-f-2-Interp-3': (text) => {
    const name = nameOf({ ...plainFee, section: 'C', label: 'Closing', isTitleService: true });
    return [['title services', name.startsWith(quotedIn(text)[0]?.replace('-', '–') ?? '?'), true]];
  },
  '37-f-5-Interp-1': (text) => [
    [
      'plain words',
      nameOf({ ...plainFee, section: 'A', label: 'Underwriting Fee' }),
      quotedIn(text).find((words) => words.startsWith('Underwriting')),
    ],
  ],
  '37-g-1-Interp-4': () => {
    const taxes = { section: 'E' as const, name: 'Transfer Taxes', amountCents: cents(95_000) };
    const total = (paidBy: 'seller' | 'borrower-at-closing') =>
      closingCosts({ items: [{ ...taxes, paidBy }] }, 'loan-estimate').otherCostsCents;
    return [
      ['the seller’s', total('seller'), 0],
      ['the consumer’s', total('borrower-at-closing'), 95_000],
    ];
  },
  '37-g-4-Interp-3': (text) => {
    const name = nameOf({ ...plainFee, section: 'H', label: 'Owner’s Title Policy', isOptional: true });
    return [['optional', name.endsWith(quotedIn(text)[0] ?? '?'), true]];
  },
  '37-h-1-Interp-2': () => {
    const { otherThirdPartyPaymentsCents, ...facts } = standardCashFacts(undefined, noAmounts, COSTS);
    return [
      ['no sale price in the table', 'salePriceCents' in facts, false],
      ['nor in payments to third parties', otherThirdPartyPaymentsCents, 0],
    ];
  },
  '37-h-1-iii-Interp-1': () => {
    const sale = SaleSchema.parse({ priceCents: 25_000_000, assumedLoansCents: 1_000_000 });
    const facts = standardCashFacts(sale, noAmounts, COSTS);
    return [['price less loan and assumed loans', lineOf(facts, 'Down Payment'), 4_000_000]];
  },
  '37-h-1-v-Interp-2': () => {
    const debt = { description: 'Payoff', amountCents: 15_000_000 };
    const amounts = BorrowerAmountsSchema.parse({ debtsSatisfied: [debt] });
    const facts = standardCashFacts(undefined, amounts, COSTS);
    const financed = lineOf(facts, 'Closing Costs Financed') ?? 0;
    const funds = LOAN.principalCents + financed - debt.amountCents;
    return [['loan less costs financed and debt', lineOf(facts, 'Funds for Borrower'), 0 - funds]];
  },
  '37-h-1-vi-Interp-2': (text) => {
    const [price, part] = [amountIn(text, 0), amountIn(text, 2)];
    return [inspection(price, part), inspection(price, price)];
  },
  '37-h-1-vii-Interp-4': () => {
    const amounts = BorrowerAmountsSchema.parse({ credits: [{ description: 'Gift', amountCents: 50_000 }] });
    const sale = SaleSchema.parse({ priceCents: 25_000_000, sellerCreditsCents: 7_000 });
    const facts = standardCashFacts(sale, amounts, COSTS);
    return [
      ['others’ credits', lineOf(facts, 'Adjustments'), -50_000],
      ['the seller’s', lineOf(facts, 'Seller Credits'), -7_000],
    ];
  },
  '37-i-Interp-2-iv': (text) => {
    const quoted = quotedIn(text);
    const until = { unit: 'quarter', number: 20 };
    return [
      ['months', quoted.includes(seasonal({ seasonal: { from: 'June', to: 'August' } })), true],
      ['each third', quoted.includes(seasonal({ seasonal: { every: 3 } })), true],
      ['for a time', quoted.includes(seasonal({ seasonal: { every: 3, until } })), true],
    ];
  },
  '37-i-5-Interp-4': (text) => {
    const months = [...level(60, 80_000), ...level(300, 150_000)];
    const { maximumPayment } = paymentsTable(months, { isMaximumPotential: true });
    const [, when = ''] = /(as early as .*)$/.exec(maximumPayment) ?? [];
    return [
      ['a possible maximum', quotedIn(text).includes(when), true],
      ['a scheduled one', paymentsTable(months).maximumPayment.includes('starting at'), true],
    ];
  },
  '37-l-3-Interp-1': () => {
    const costs = {
      loanAmountCents: cents(10_000_000),
      scheduledPaymentsCents: cents(15_000_000),
      scheduledInterestCents: cents(5_000_000),
      mortgageInsuranceCents: cents(0),
      prepaidFinanceChargeCents: cents(0),
      loanCostsCents: cents(0),
    };
    const rate = (prepaid: number) =>
      loanCostFigures({ ...costs, prepaidInterestCents: cents(prepaid) }).totalInterestPercentagePpm;
    return [
      ['prepaid interest counts', rate(10_000), 501_000],
      ['and is taken off when negative', rate(-10_000), 499_000],
    ];
  },
  '37-m-1-Interp-2': (text) => {
    const latePayment = { graceDays: 15, charge: { kind: 'amount' as const, amountCents: 5_000 } };
    const facts = {
      appraisalRulesApply: true,
      assumptionAllowed: false,
      latePayment,
      intendsToService: true,
    };
    const [appraisal] = otherConsiderations(facts, 'Purchase', true);
    return [['the words', appraisal?.text.includes(quotedIn(text)[0] ?? '?'), true]];
  },
  '37-n-Interp-3': () => [
    ['names under the lines', confirmReceipt(['Avery Sample'], 'loan-estimate').lines, ['Avery Sample']],
  ],
  '37-o-4-Interp-2': () => {
    const items = [16_450, 10_050].map((amountCents) => ({
      section: 'A' as const,
      name: 'Fee',
      amountCents,
    }));
    const shown = closingCosts({ items }, 'loan-estimate').loanCostsCents;
    const each = items.map(({ amountCents }) => toWholeDollars(cents(amountCents)));
    return [['the rounded amounts added', shown, each.reduce((sum, amount) => sum + amount, 0)]];
  },
};
