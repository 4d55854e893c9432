import { describe, expect, it } from 'vitest';
import { Tally } from '../tally.ts';
import { amortize } from '../../../lambdas/rules/amortization/amortize.ts';
import { balloonPlan } from '../../../lambdas/rules/amortization/note-plans.ts';
import { cents } from '../../../lambdas/shared/money.ts';
import { maximumLoanAmount } from '../../../lambdas/rules/ability-to-repay/maximum-loan-amount.ts';
import { ppm } from '../../../lambdas/shared/rate.ts';
import {
  repaymentPayment,
  underwritingPayments,
} from '../../../lambdas/rules/ability-to-repay/qualifying-payment.ts';
import { readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

const LOAN = cents(200_000_00);
const whole = (amount: number | undefined) => amount !== undefined && Math.round(amount / 100);
const percent = (rate: number) => ppm(rate * 10_000);
const payment = (rate: number, loanAmountCents = LOAN, months = 360) =>
  whole(
    repaymentPayment({ kind: 'amortizing', loanAmountCents, months, introductoryRatePpm: percent(rate) })
      .paymentCents,
  );
const interestOnly = (rate: number, interestOnlyMonths: number, indexed = rate) =>
  repaymentPayment({
    kind: 'interest-only',
    loanAmountCents: LOAN,
    months: 360,
    interestOnlyMonths,
    introductoryRatePpm: percent(rate),
    fullyIndexedRatePpm: percent(indexed),
  });
const balloon = (rate: number, months: number) => {
  const plan = balloonPlan({
    principalCents: LOAN,
    ratePpm: percent(rate),
    months,
    amortizedOverMonths: 360,
  });
  const last = amortize(plan).payments.at(-1);
  const [level] = amortize(plan).payments;
  return { payment: whole(level?.paymentCents), balloon: whole(last?.paymentCents) };
};
const monthlyInterest = (rate: number) => Math.round((200_000 * rate) / 1200);

type Amounts = Record<string, number>;

/** Each example as ours, by the names of its published amounts; all are whole dollars. */
const readers: Readonly<Record<string, () => Record<string, number | false>>> = {
  'fixed-7': () => ({ payment: payment(7) }),
  'arm-7.5': () => {
    const loan = { kind: 'amortizing' as const, loanAmountCents: LOAN, months: 360 };
    const rates = { introductoryRatePpm: percent(6), fullyIndexedRatePpm: percent(7.5) };
    return { payment: whole(repaymentPayment({ ...loan, ...rates }).paymentCents) };
  },
  'balloon-6-5y': () => balloon(6, 60),
  'balloon-7-10y': () => balloon(7, 120),
  'io-disc': () => ({
    io_5: monthlyInterest(5),
    io_7: monthlyInterest(7),
    io_75: monthlyInterest(7.5),
    amortizing: whole(interestOnly(5, 60, 7.5).paymentCents),
  }),
  'refi-io24': () => ({ payment: whole(interestOnly(7, 24).paymentCents) }),
  'negam-max': () => {
    const most = cents(229_251_00);
    const loan = { kind: 'negative-amortization' as const, maximumLoanAmountCents: most };
    const rates = { introductoryRatePpm: percent(1.5), fullyIndexedRatePpm: percent(8) };
    const found = repaymentPayment({ ...loan, ...rates, monthsAfterRecast: 333 });
    return { ...maximumLoan(), remaining_months: found.months, payment_8pct: whole(found.paymentCents) };
  },
  step: () => {
    const steps = [
      { afterPayments: 0, ratePpm: percent(6.5) },
      { afterPayments: 24, ratePpm: percent(7) },
      { afterPayments: 60, ratePpm: percent(7.5) },
    ];
    const found = underwritingPayments(LOAN, 360, steps);
    const second = underwritingPayments(LOAN, 360, steps.slice(0, 2));
    return {
      p1: payment(6.5),
      p2: whole(second.fromChange.paymentCents),
      p3: whole(found.fromChange.paymentCents),
      bal60: whole(found.fromChange.balanceCents),
      alt_payment: whole(found.overTerm.paymentCents),
    };
  },
  'arm-6-5': () => {
    const steps = [
      { afterPayments: 0, ratePpm: percent(6) },
      { afterPayments: 60, ratePpm: percent(8) },
    ];
    const found = underwritingPayments(LOAN, 360, steps);
    return {
      bal60: whole(found.fromChange.balanceCents),
      payment_8: whole(found.fromChange.paymentCents),
      alt_payment: whole(found.overTerm.paymentCents),
    };
  },
};

/** The note of the comment: 1.5 % for a month, 10.5 % at once after, payments up by 7.5 % a year, a cap of 115 %. */
function maximumLoan(): { max_loan: number | false; cap_hit_payment: number } {
  const found = maximumLoanAmount({
    loanAmountCents: LOAN,
    months: 360,
    initialRatePpm: percent(1.5),
    initialRatePayments: 1,
    highestRatePpm: percent(10.5),
    yearlyRisePpm: percent(7.5),
    balanceLimitPpm: percent(115),
    minimumPayments: 60,
  });
  return { max_loan: whole(found.maximumCents), cap_hit_payment: found.recastAtPayment };
}

const ownTerms =
  "the comment's figure does not follow from its own terms: payments in cents give 229,243, its printed whole-dollar payments 229,248 (regulation.md tolerates 10)";
const unrounded =
  'the comment divides with an unrounded payment (1,330.60499...); the note is paid in cents, and the part of a cent grows';

describe.skipIf(!vectorsPresent)('published repayment examples', () => {
  it('have our payments and balances', () => {
    const file = 'atr_qm/payment_examples.json';
    const tally = new Tally(file);
    for (const { id, published } of readVectors<{ cases: { id: string; published: Amounts }[] }>(file)
      .cases) {
      const ours = readers[id]?.();
      if (!ours) tally.skip(`${id}: its terms are prose and no reader for them is written`);
      else
        for (const [name, amount] of Object.entries(published)) {
          const argument = name === 'max_loan' ? ownTerms : name === 'balloon' ? unrounded : undefined;
          if (argument) tally.argue(`${id} ${name}`, ours[name], amount, argument);
          else tally.check(`${id} ${name}`, ours[name], amount);
        }
    }
    expect(tally.report().disagreed).toEqual([]);
  });
});
