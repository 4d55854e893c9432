import { amortize } from '../../lambdas/rules/amortization/amortize.ts';
import { fixedRatePlan } from '../../lambdas/rules/amortization/note-plans.ts';
import { annualPercentageRate } from '../../lambdas/rules/apr/annual-percentage-rate.ts';
import { scheduleStreams } from '../../lambdas/rules/apr/schedule-streams.ts';
import { calendarDate } from '../../lambdas/shared/calendar.ts';
import { cents } from '../../lambdas/shared/money.ts';
import { ppm } from '../../lambdas/shared/rate.ts';
import type { Figure } from '../figure.ts';
import { compared } from './compared.ts';

const months = 360;
const plan = fixedRatePlan({
  principalCents: cents(28_800_000),
  ratePpm: ppm(66_250),
  months,
  firstDueOn: calendarDate('2027-02-01'),
});

export function measureLoanArithmetic(): Figure[] {
  return [...schedule(), ...rate()];
}

function schedule(): Figure[] {
  return compared('schedule of 360 payments, to the cent', () => amortize(plan), {
    name: 'schedule of 360 payments, a loop in floats',
    call: () => floatSchedule(288_000, 0.06625 / 12),
  });
}

function rate(): Figure[] {
  const { payments } = amortize(plan);
  const advances = [{ amountCents: 28_230_000, firstOn: '2026-12-21' }];
  const streams = scheduleStreams(payments);
  const amounts = payments.map(({ paymentCents }) => paymentCents / 100);
  return compared('APR by Appendix J', () => annualPercentageRate({ advances, payments: streams }), {
    name: 'APR of whole months by bisection in floats',
    call: () => bisectedRate(282_300, amounts),
  });
}

interface Row {
  interest: number;
  principal: number;
  balance: number;
}

/** Cents may be off: what a spreadsheet does. */
function floatSchedule(principal: number, monthlyRate: number): Row[] {
  const payment = (principal * monthlyRate) / (1 - (1 + monthlyRate) ** -months);
  const rows: Row[] = [];
  let balance = principal;
  for (let month = 0; month < months; month += 1) {
    const interest = balance * monthlyRate;
    balance -= payment - interest;
    rows.push({ interest, principal: payment - interest, balance });
  }
  return rows;
}

/** The first period taken for a whole month: no unit-periods, no fractions. */
function bisectedRate(advance: number, payments: readonly number[]): number {
  let [low, high] = [0, 1];
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    let worth = 0;
    let factor = 1;
    for (const payment of payments) {
      factor /= 1 + middle;
      worth += payment * factor;
    }
    if (worth > advance) low = middle;
    else high = middle;
  }
  return low * 12;
}
