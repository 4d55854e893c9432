import { amortize } from '../../../lambdas/rules/amortization/amortize.ts';
import { amountIn, amountsIn, percentsIn } from '../commentary-file.ts';
import { balloonPlan } from '../../../lambdas/rules/amortization/note-plans.ts';
import { calendarDate } from '../../../lambdas/shared/calendar.ts';
import { halfUp } from '../../../lambdas/shared/rounding.ts';
import {
  highestEarlyRate,
  repaymentPayment,
} from '../../../lambdas/rules/ability-to-repay/qualifying-payment.ts';
import { levelPayment } from '../../../lambdas/rules/amortization/level-payment.ts';
import { multiplyByRatio } from '../../../lambdas/shared/money.ts';
import { periodicRate, ppm } from '../../../lambdas/shared/rate.ts';
import { pointsAndFeesCap } from '../../../lambdas/rules/ability-to-repay/points-and-fees-cap.ts';
import { prepaymentPenaltyAllowed } from '../../../lambdas/rules/ability-to-repay/prepayment-penalty.ts';
import { rational } from '../../../lambdas/shared/rational.ts';
import { toWholeDollars } from '../../../lambdas/rules/trid/disclosure-text.ts';
import type { Cents } from '../../../lambdas/shared/money.ts';
import type { Ppm } from '../../../lambdas/shared/rate.ts';
import type { Readers } from '../commentary-file.ts';

const unrounded =
  'the comment divides with an unrounded payment; the note is paid in cents, and the part of a cent grows';
const otherComment =
  '7.5 percent over the payment before, in cents, is 797.66; another official comment prints 798 for it (regulation.md, surprise 7)';

const payment = (loanAmountCents: Cents, introductoryRatePpm: Ppm, months = 360): Cents =>
  toWholeDollars(
    repaymentPayment({ kind: 'amortizing', loanAmountCents, months, introductoryRatePpm }).paymentCents,
  );
const lastOf = (principalCents: Cents, ratePpm: Ppm, months: number): Cents | undefined =>
  amortize(balloonPlan({ principalCents, ratePpm, months, amortizedOverMonths: 360 })).payments.at(-1)
    ?.paymentCents;
const whole = (amount: Cents | undefined) => amount !== undefined && toWholeDollars(amount);
const rate = (text: string, index: number): Ppm => percentsIn(text)[index] ?? ppm(-1);

/** The comments to 1026.43 that state their terms and figures, each put to the engine. */
export const repaymentReaders: Readers = {
  '43-b-3-Interp-5-i': (text) => {
    const steps = [0, 24, 60].map((afterPayments, index) => ({ afterPayments, ratePpm: rate(text, index) }));
    return [['the highest rate', highestEarlyRate(steps), rate(text, 3)]];
  },
  '43-b-7-Interp-3-i-A': (text) => {
    const [loan] = amountsIn(text);
    const first = levelPayment(loan ?? amountIn(text, 0), periodicRate(rate(text, 2), 12), 360, halfUp);
    const raised = (amount: Cents) => multiplyByRatio(amount, rational(1_075, 1_000), halfUp);
    const second = raised(first);
    return [
      ['first year', whole(first), amountIn(text, 1)],
      ['second year', whole(second), amountIn(text, 2)],
      ['third year', whole(raised(second)), amountIn(text, 3), otherComment],
    ];
  },
  '43-c-5-ii-A-Interp-5': (text) => {
    const [loan, ratePpm] = [amountIn(text, 0), rate(text, 0)];
    return [
      ['payment', payment(loan, ratePpm), amountIn(text, 1)],
      ['balloon', whole(lastOf(loan, ratePpm, 120)), amountIn(text, 2), unrounded],
    ];
  },
  '43-d-5-ii-Interp-2': (text) => [['payment', payment(amountIn(text, 0), rate(text, 0)), amountIn(text, 1)]],
  '43-e-2-iv-Interp-3-ii': (text) => {
    const [lifetime, otherwise] = [rate(text, 0), rate(text, 1)];
    const steps = [
      { afterPayments: 0, ratePpm: ppm(50_000) },
      { afterPayments: 36, ratePpm: ppm(Math.min(lifetime, otherwise)) },
    ];
    return [['the highest rate', highestEarlyRate(steps), rate(text, 2)]];
  },
  '43-e-2-iv-Interp-4': (text) => {
    const [initial, cap] = [rate(text, 0), rate(text, 2)];
    const steps = [
      { afterPayments: 0, ratePpm: initial },
      { afterPayments: 60, ratePpm: ppm(initial + cap) },
    ];
    return [['the highest rate', highestEarlyRate(steps), percentsIn(text).at(-1)]];
  },
  '43-e-3-i-Interp-2-ii': (text) => {
    const [note, total] = [amountIn(text, 0), amountIn(text, 1)];
    const { tier, capCents } = pointsAndFeesCap(note, total, calendarDate('2014-06-01'));
    return [
      ['tier of the note', tier, 3],
      ['share of the total loan amount', capCents, multiplyByRatio(total, rational(5, 100), halfUp)],
    ];
  },
  '43-f-1-ii-Interp-1': (text) => {
    const [loan, ratePpm] = [amountIn(text, 0), rate(text, 0)];
    return [
      ['payment', payment(loan, ratePpm), amountIn(text, 1)],
      ['balloon', whole(lastOf(loan, ratePpm, 60)), amountIn(text, 2)],
    ];
  },
  '43-g-2-Interp-1': (text) => {
    const part = rate(text, 0);
    const penalty = {
      months: 24,
      yearlyPpm: [part, part, ppm(0)] as [Ppm, Ppm, Ppm],
      alternativeWithoutPenaltyOffered: true,
    };
    const terms = { penalty, isFixedRate: true, isQualifiedMortgage: true, isHigherPriced: false };
    return [['may be shorter and lower', prepaymentPenaltyAllowed(terms).passed, true]];
  },
};
