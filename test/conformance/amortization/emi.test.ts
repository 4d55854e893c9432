import { describe, expect, it } from 'vitest';
import { amortize } from '../../../lambdas/rules/amortization/amortize.ts';
import { addMonths, calendarDate } from '../../../lambdas/shared/calendar.ts';
import { cents } from '../../../lambdas/shared/money.ts';
import { ppmFromPercent } from '../../../lambdas/shared/rate.ts';
import { publishedCents } from './fineract-terms.ts';
import { Tally } from '../tally.ts';
import { readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';
import type { AmortizationPlanInput } from '../../../lambdas/rules/amortization/amortization-plan.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

interface EmiTest {
  name: string;
  annual_rate_percent: string;
  days_in_year: string;
  days_in_month: string;
  frequency: string;
  repay_every: string;
  periods: { frm: string; due: string }[];
  steps: {
    step: string;
    dates?: string[];
    amount_or_rate?: string | null;
    rows?: Record<string, string | number>[];
  }[];
}

const dayCounts = {
  DAYS_365: 'actual/365',
  DAYS_360: 'actual/360',
  DAYS_364: 'actual/364',
  ACTUAL: 'actual/actual',
} as const;

function periodsOf(test: EmiTest): AmortizationPlanInput['periods'] {
  const every = Number(test.repay_every);
  // monthly due dates are counted from the period's start: one test's were read wrongly when its data was made
  const dueOn = test.periods.map(({ frm, due }) =>
    test.frequency === 'MONTHS' ? addMonths(calendarDate(frm), every) : calendarDate(due),
  );
  if (test.frequency === 'MONTHS' && test.days_in_month === 'DAYS_30') {
    return { kind: 'equal', perYear: 12, firstDueOn: dueOn[0] as never };
  }
  const dayCount = dayCounts[test.days_in_year as keyof typeof dayCounts];
  return { kind: 'dated', interestFromOn: calendarDate(test.periods[0]?.frm ?? ''), dueOn, dayCount };
}

function checkTest(test: EmiTest, tally: Tally): void {
  const made: Made = { advances: [], rates: [{ index: 0, percent: test.annual_rate_percent }] };
  let blocked: string | undefined;
  for (const { step, dates = [], amount_or_rate: amount, rows = [] } of test.steps) {
    if (step === 'disburse') {
      const index = test.periods.findIndex(({ frm }) => frm === dates[0]);
      if (index < 0)
        blocked =
          'a disbursement inside a period: draws bear interest to their date under construction terms';
      else made.advances.push({ index, amountCents: publishedCents(amount ?? '0') });
    } else if (step === 'change_rate') {
      // the system applies a new rate to the whole of the period it falls in
      const index = test.periods.findIndex(
        ({ frm, due }) => frm < (dates[0] ?? '') && (dates[0] ?? '') <= due,
      );
      made.rates.push({ index, percent: amount ?? '' });
    } else if (step !== 'expect_schedule') {
      blocked = `${step}: the account after payments, corrections or a modification (waterfall and replay)`;
    } else if (blocked) tally.skip(blocked);
    else checkRows(test, made, rows, tally);
  }
}

interface Made {
  advances: { index: number; amountCents: number }[];
  rates: { index: number; percent: string }[];
}

function checkRows(
  test: EmiTest,
  { advances, rates }: Made,
  rows: Record<string, string | number>[],
  tally: Tally,
): void {
  const count = test.periods.length;
  const [first, ...later] = advances;
  const { payments } = amortize({
    principalCents: cents(first?.amountCents ?? 0),
    periods: periodsOf(test),
    segments: rates.map(({ index, percent }, place) => ({
      payments: (rates[place + 1]?.index ?? count) - index,
      ratePpm: ppmFromPercent(percent),
      payment: { kind: 'level', overPayments: count - index },
    })),
    principalChanges: later.map(({ index, amountCents }) => ({
      afterPayment: index,
      amountCents: 0 - amountCents,
      recast: true,
    })),
  });
  const published = rows.map((row) =>
    ['emi', 'interest', 'principal', 'balance_after'].map((name) => publishedCents(String(row[name]))),
  );
  const ours = payments.map((row) => [
    row.paymentCents,
    row.interestCents,
    row.principalCents,
    row.balanceCents,
  ]);
  tally.check(`${test.name} (${advances.length} disbursements, ${rates.length} rates)`, ours, published);
}

describe.skipIf(!vectorsPresent)('published equal installments', () => {
  it('agree row by row', () => {
    const file = 'amortization/fineract_progressive_emi.json';
    const tally = new Tally(file);
    for (const test of readVectors<{ tests: EmiTest[] }>(file).tests) checkTest(test, tally);
    expect(tally.report().disagreed).toEqual([]);
  });
});
