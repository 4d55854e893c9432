import { amountIn, amountsIn, quotedIn } from '../commentary-file.ts';
import { amortize } from '../../../lambdas/rules/amortization/amortize.ts';
import { annualPercentageRate } from '../../../lambdas/rules/apr/annual-percentage-rate.ts';
import { armPlan } from '../../../lambdas/rules/amortization/arm-plan.ts';
import { calendarDate } from '../../../lambdas/shared/calendar.ts';
import { cents, sumCents } from '../../../lambdas/shared/money.ts';
import { disclosedTermMonths } from '../../../lambdas/rules/trid/disclosed-term.ts';
import { halfUp, toDecimal } from '../../../lambdas/shared/rounding.ts';
import { judgeApr } from '../../../lambdas/rules/apr/apr-accuracy.ts';
import { judgeFirstPeriod } from '../../../lambdas/rules/apr/minor-irregularity.ts';
import { latePaymentText } from '../../../lambdas/rules/trid/form/late-payment.ts';
import { loanCostFigures } from '../../../lambdas/rules/apr/loan-cost-figures.ts';
import { ppm } from '../../../lambdas/shared/rate.ts';
import { rational } from '../../../lambdas/shared/rational.ts';
import { scheduleStreams } from '../../../lambdas/rules/apr/schedule-streams.ts';
import { unearnedInterest } from '../../../lambdas/rules/trid/prepayment-penalty.ts';
import type { AmortizationPlanInput } from '../../../lambdas/rules/amortization/amortization-plan.ts';
import type { Readers, Row } from '../commentary-file.ts';

const LOAN = cents(100_000_00);
const CLOSED = calendarDate('2026-01-01');
const FIRST_DUE = calendarDate('2026-02-01');

/** Schedule and rate of a plan of the loan, with some charge paid at closing. */
function run(plan: AmortizationPlanInput, prepaidCents = 0) {
  const { payments } = amortize(plan);
  const streams = scheduleStreams(payments);
  const apr = annualPercentageRate({
    advances: [{ amountCents: cents(LOAN - prepaidCents), firstOn: CLOSED }],
    payments: streams,
  });
  return { streams, aprPpb: apr.kind === 'found' ? apr.aprPpb : 0 };
}

/** Ten percent index and two points of margin after a first year at nine, changed yearly (17(c)(1)-10.v). */
const discounted = (paymentCapPpm?: number) =>
  armPlan(
    {
      principalCents: LOAN,
      months: 360,
      firstDueOn: FIRST_DUE,
      firstChangeAfterMonths: 12,
      changeEveryMonths: 12,
      ...(paymentCapPpm === undefined ? {} : { paymentCapPpm: ppm(paymentCapPpm) }),
      terms: {
        initialRatePpm: ppm(90_000),
        marginPpm: ppm(20_000),
        firstCapPpm: ppm(1_000_000),
        periodicCapPpm: ppm(1_000_000),
        lifetimeCapPpm: ppm(1_000_000),
        lookBackDays: 45,
        roundToPpm: ppm(1),
        rounding: 'half-up',
      },
    },
    [ppm(100_000)],
  ).plan;

/** The composite rate, the levels of payment, and what they come to, as a comment states them. */
function composite(text: string, plan: AmortizationPlanInput): Row[] {
  const { streams, aprPpb } = run(plan);
  const stated = [...text.matchAll(/(\d+) payments of \$([\d,]+\.\d\d)/g)].map(
    ([whole = '', count = '']) => ({
      count: Number(count),
      amount: amountIn(whole, 0),
    }),
  );
  const apr = /composite annual percentage rate of (\d+\.\d+)/.exec(text)?.[1];
  const paid = sumCents(stated.map(({ count, amount }) => cents(count * amount)));
  const [financeCharge, total] = amountsIn(text).slice(-2);
  return [
    ['composite rate', toDecimal(rational(aprPpb, 10_000_000), 2, halfUp), apr],
    [
      'levels of payment',
      streams.slice(0, stated.length).map(({ amountCents }) => amountCents),
      stated.map(({ amount }) => amount),
    ],
    ['total of payments', paid, total],
    ['finance charge', paid - LOAN, financeCharge],
  ];
}

/** A note whose rate is lower for two years because somebody paid for it. */
const boughtDown: AmortizationPlanInput = {
  principalCents: LOAN,
  periods: { kind: 'equal', perYear: 12, firstDueOn: FIRST_DUE },
  segments: [
    { payments: 24, ratePpm: ppm(120_000), payment: { kind: 'level', overPayments: 360 } },
    { payments: 336, ratePpm: ppm(140_000), payment: { kind: 'level', overPayments: 336 } },
  ],
};
const between = (aprPpb: number) => aprPpb > 120_000_000 && aprPpb < 140_000_000;

/** Comments to 1026.17 and .18 that our arithmetic answers. */
export const generalReaders: Readers = {
  '17-a-1-Interp-5-i': (text) => {
    const charge = { kind: 'amount' as const, amountCents: cents(5_000) };
    const ours = latePaymentText({ graceDays: 15, charge }, 'we');
    const days = /more than \d+ days/.exec(quotedIn(text)[0] ?? '')?.[0] ?? '?';
    return [['the days of grace', ours.includes(days), true]];
  },
  '17-c-1-Interp-3-i': () => {
    const { streams, aprPpb } = run(boughtDown);
    return [
      ['two levels of payment', streams.filter(({ count }) => count > 1).length, 2],
      ['a rate between the two', between(aprPpb), true],
    ];
  },
  '17-c-1-Interp-4-i-B': () => {
    const [without, withCharge] = [run(boughtDown).aprPpb, run(boughtDown, 2_000_00).aprPpb];
    return [
      ['composite', between(without), true],
      ['the prepaid finance charge raises it', withCharge > without, true],
    ];
  },
  '17-c-1-Interp-10-iv': () => {
    const actualPpm = ppm(116_300);
    const judged = (off: number) =>
      judgeApr({ disclosedPpm: ppm(actualPpm + off), actualPpm, isIrregular: true }).isAccurate;
    return [
      ['a quarter of a point', judged(2_500), true],
      ['more', judged(2_501), false],
    ];
  },
  '17-c-1-Interp-10-v-A': (text) => composite(text, discounted()),
  '17-c-1-Interp-10-v-C': (text) => composite(text, discounted(75_000)),
  '17-c-1-Interp-12-i': () => {
    const growing = amortize({
      ...boughtDown,
      segments: [
        { payments: 12, ratePpm: ppm(120_000), payment: { kind: 'fixed', amountCents: cents(900_00) } },
        { payments: 348, ratePpm: ppm(120_000), payment: { kind: 'level', overPayments: 348 } },
      ],
    });
    const interest = sumCents(growing.payments.map(({ interestCents }) => interestCents));
    return [['interest added to the balance is charged', growing.totalPaymentsCents - LOAN, interest]];
  },
  '17-c-4-Interp-1-ii': () => {
    const first = judgeFirstPeriod(36, calendarDate('2026-06-08'), calendarDate('2026-08-01'));
    return [['too long to ignore', first.mayDisregard, false]];
  },
  '17-c-5-Interp-1': () => [
    ['one year', disclosedTermMonths({ isPayableOnDemand: true }), 12],
    ['a stated maturity', disclosedTermMonths({ isPayableOnDemand: true, statedMaturityMonths: 60 }), 60],
  ],
  '17-f-1-Interp-1-ii-B': () => {
    const actualPpm = ppm(100_000);
    const judged = (off: number) =>
      judgeApr({ disclosedPpm: ppm(actualPpm + off), actualPpm, isIrregular: false }).isAccurate;
    return [
      ['within an eighth', judged(1_250), true],
      ['beyond', judged(1_251), false],
    ];
  },
  '18-b-3-Interp-1-ii': (text) => [
    ['the fee in the face amount', amountFinanced(amountIn(text, 2), amountIn(text, 1)), amountIn(text, 0)],
  ],
  '18-b-3-Interp-1-ii-B': (text) => [
    ['a fee outside the principal', amountFinanced(amountIn(text, 0), cents(0)), amountIn(text, 1)],
  ],
  '18-k-1-Interp-1-i': (text) => {
    const [charged, earned, penalty] = [amountIn(text, 0), amountIn(text, 2), amountIn(text, 4)];
    return [['interest not earned', unearnedInterest(charged, earned), penalty]];
  },
};

const amountFinanced = (loanAmountCents: typeof LOAN, prepaidFinanceChargeCents: typeof LOAN) =>
  loanCostFigures({
    loanAmountCents,
    scheduledPaymentsCents: cents(0),
    scheduledInterestCents: cents(0),
    mortgageInsuranceCents: cents(0),
    prepaidInterestCents: cents(0),
    prepaidFinanceChargeCents,
    loanCostsCents: cents(0),
  }).amountFinancedCents;
