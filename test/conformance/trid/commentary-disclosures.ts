import { amountIn, percentsIn, quotedIn } from '../commentary-file.ts';
import { amortize } from '../../../lambdas/rules/amortization/amortize.ts';
import { cents } from '../../../lambdas/shared/money.ts';
import {
  fixedRatePlan,
  interestOnlyPlan,
  stepRatePlan,
} from '../../../lambdas/rules/amortization/note-plans.ts';
import { cashToClose } from '../../../lambdas/rules/trid/cash-to-close.ts';
import { cashToCloseChanges } from '../../../lambdas/rules/trid/cash-to-close-changes.ts';
import { finalBalloon } from '../../../lambdas/rules/trid/payment-terms.ts';
import { interestRateTable } from '../../../lambdas/rules/trid/interest-rate-table.ts';
import { judgeTolerance } from '../../../lambdas/rules/trid/tolerance.ts';
import { loanAmountText, percentText } from '../../../lambdas/rules/trid/disclosure-text.ts';
import { loanTerms } from '../../../lambdas/rules/trid/loan-terms.ts';
import { paymentsTable } from '../../../lambdas/rules/trid/payments-table.ts';
import { ppm } from '../../../lambdas/shared/rate.ts';
import { productDescription } from '../../../lambdas/rules/trid/product-description.ts';
import { projectedPayments } from '../../../lambdas/rules/trid/projected-payments.ts';
import { scheduleMonths } from '../../../lambdas/rules/trid/schedule-months.ts';
import type { MonthPayment } from '../../../lambdas/rules/trid/payment-terms.ts';
import type { Product } from '../../../lambdas/rules/trid/product-description.ts';
import type { Readers, Row } from '../commentary-file.ts';

const LOAN = { principalCents: cents(20_000_000), ratePpm: ppm(60_000) };
const times = (count: number, amount: number, isInterestOnly = false): MonthPayment[] =>
  Array.from({ length: count }, () => ({
    leastCents: cents(amount),
    mostCents: cents(amount),
    isInterestOnly,
  }));
const labels = (months: readonly MonthPayment[], insuredPayments = 0): string[] =>
  projectedPayments(
    { months: [...months], mortgageInsurance: { monthlyCents: 10_000, payments: insuredPayments } },
    'loan-estimate',
  ).map(({ label }) => label);
const interestOnly = (interestOnlyMonths: number) =>
  scheduleMonths(amortize(interestOnlyPlan({ ...LOAN, months: 360, interestOnlyMonths })));
const isQuoted =
  (product: Product) =>
  (text: string): Row[] => {
    const ours = productDescription(product);
    return [[ours, quotedIn(text).includes(ours), true]];
  };
const fixed = { kind: 'fixed' as const };
const adjustable = (introductoryMonths: number, firstAdjustment: number | 'Weekly') => ({
  rate: { kind: 'adjustable' as const, introductoryMonths, firstAdjustment },
});
const stepped = (introductoryMonths: number) => ({
  kind: 'step' as const,
  introductoryMonths,
  firstAdjustment: 12,
});

/** The comments to 1026.37 that state texts, columns or amounts, each put to the engine. */
export const disclosureReaders: Readers = {
  '37-a-10-Interp-1-i-A': isQuoted(adjustable(0, 36)),
  '37-a-10-Interp-1-ii': isQuoted({ rate: stepped(120) }),
  '37-a-10-Interp-2-ii': (text) => [
    ...isQuoted({ rate: fixed, features: [{ kind: 'interest-only', months: 60 }] })(text),
    ...isQuoted({
      rate: fixed,
      features: [
        { kind: 'interest-only', months: 60 },
        { kind: 'negative-amortization', months: 60 },
      ],
    })(text),
  ],
  '37-a-10-Interp-2-iv': isQuoted({ rate: stepped(36), features: [{ kind: 'balloon', months: 84 }] }),
  '37-a-10-Interp-3-i': (text) => [
    ...isQuoted(adjustable(30, 12))(text),
    ['31 months', text.includes(productDescription(adjustable(31, 12))), true],
  ],
  '37-a-10-Interp-3-iii': isQuoted(adjustable(0, 'Weekly')),
  '37-b-5-Interp-1-i': (text) => {
    const [first, later, last] = [amountIn(text, 0), amountIn(text, 1), amountIn(text, 2)];
    const regular = [...times(36, first), ...times(144, later)];
    const balloon = finalBalloon([...regular.slice(0, -1), ...times(1, last)]);
    return [
      ['the irregular payment', balloon?.mostCents, last],
      ['the regular ones', finalBalloon(regular), undefined],
    ];
  },
  '37-b-6-ii-Interp-2': (text) => {
    const [, rateTerm] = loanTerms({
      loanAmountCents: LOAN.principalCents,
      initialRatePpm: LOAN.ratePpm,
      highestRate: { ratePpm: ppm(110_000), month: 85 },
      firstRateChange: { month: 61, everyMonths: 24 },
      months: times(360, 1_199_10),
    });
    return [['the first interval', rateTerm?.details[0], quotedIn(text)[0]]];
  },
  '37-c-1-ii-B-Interp-2-i': () => {
    const steps = [
      { months: 60, ratePpm: ppm(50_000) },
      { months: 60, ratePpm: ppm(60_000) },
      { months: 240, ratePpm: ppm(70_000) },
    ];
    const months = scheduleMonths(amortize(stepRatePlan({ principalCents: LOAN.principalCents, steps })));
    return [['columns', labels(months, 30), ['Years 1-3', 'Years 4-5', 'Years 6-10', 'Years 11-30']]];
  },
  '37-c-1-iii-B-Interp-1-i': () => {
    const rising = Array.from({ length: 12 }, (_, index) => times(1, 100_000 + 1_000 * index)).flat();
    const columns = projectedPayments({ months: [...rising, ...times(348, 120_000)] }, 'loan-estimate');
    return [
      ['columns', columns.map(({ label }) => label), ['Year 1', 'Years 2-30']],
      ['range', columns[0]?.principalAndInterest, { leastCents: 100_000, mostCents: 111_000 }],
    ];
  },
  '37-c-1-iii-B-Interp-1-iii': () => {
    const rising = Array.from({ length: 6 }, (_, index) => times(1, 100_000 + 1_000 * index)).flat();
    const months = [...rising, ...times(12, 110_000), ...times(342, 120_000)];
    return [['columns', labels(months), ['Year 1', 'Year 2', 'Years 3-30']]];
  },
  '37-c-3-ii-Interp-1-ii': (text) => {
    const quoted = quotedIn(text).filter((words) => words.startsWith('Years'));
    return [
      ['60 months', labels(interestOnly(60)), quoted.slice(0, 2)],
      ['54 months', labels(interestOnly(54)), quoted.slice(2, 4)],
      ['54 months and insurance to the 100th', labels(interestOnly(54), 100), quoted.slice(4, 7)],
    ];
  },
  '37-i-Interp-2-ii': (text) => {
    const months = [...times(60, 1_000_00), ...times(25, 500_00, true), ...times(275, 1_100_00)];
    const { interestOnly: ours } = paymentsTable(months);
    return [[ours, quotedIn(text).includes(ours.replace('YES ', '')), true]];
  },
  '37-j-6-Interp-1': (text) => {
    const table = interestRateTable({
      indexName: 'SOFR',
      marginPpm: 20_000,
      initialRatePpm: 50_000,
      lifetimeCapPpm: 60_000,
      firstCapPpm: 20_000,
      laterCapsPpm: [25_000, 30_000],
      firstChangeMonth: 61,
      changeEveryMonths: 12,
    });
    return [['the greatest', table.laterLimit, quotedIn(text)[0]]];
  },
  '37-o-4-i-B-Interp-1': (text) => [
    ['with cents', text.includes(loanAmountText(amountIn(text, 0))), true],
    ['without', `${loanAmountText(amountIn(text, 2))}.`, text.slice(-9)],
  ],
  '37-o-4-ii-Interp-1': (text) =>
    percentsIn(text)
      .filter((_, index) => index % 2 === 0)
      .map((rate, index) => [`percentage ${index + 1}`, percentText(rate), quotedIn(text)[index]]),
  '37-c-3-ii-Interp-1-i': (text) => {
    const months = scheduleMonths(amortize(fixedRatePlan({ ...LOAN, months: 124 })));
    return [['124 months', quotedIn(text).includes(labels(months)[0] ?? ''), true]];
  },
};

const courier = (text: string): Row[] => {
  const fee = { id: 'courier', kind: 'fee' as const, mayShop: false, estimateCents: amountIn(text, 0) };
  const other = { id: 'other', kind: 'fee' as const, estimateCents: 10_000, actualCents: 11_000 };
  const assessed = { ...fee, actualCents: amountIn(text, 2) };
  const within = amountIn(text, 2) - amountIn(text, 0) <= 0;
  return [
    ['not provided: no credit for it', judgeTolerance({ charges: [fee, other] }).cureCents, 1_000],
    ['assessed lower: within its limit', judgeTolerance({ charges: [assessed] }).isGoodFaith, within],
  ];
};

/** The comments to 1026.38 that state amounts. */
export const closingReaders: Readers = {
  '38-e-Interp-3': (text) => {
    const [shown, exact] = [amountIn(text, 0), amountIn(text, 1)];
    const table = cashToClose({
      table: 'alternative',
      loanAmountCents: 20_000_000,
      totalClosingCostsCents: exact,
      payoffsAndPaymentsCents: 15_000_000,
    });
    const costs = cashToCloseChanges(table, table).find(({ line }) => line === 'Total Closing Costs');
    return [
      ['the estimate shown', costs?.estimateCents, shown],
      ['the final amount', costs?.finalCents, exact],
      ['no statement of an increase', costs?.changed, 'NO'],
    ];
  },
  '38-e-2-iii-A-Interp-2-ii': courier,
  '38-i-1-iii-A-Interp-2-ii': courier,
};
