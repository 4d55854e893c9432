import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lambdas/shared/money.ts';
import { loanTerms } from '../../../../lambdas/rules/trid/loan-terms.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';

const months = (count: number, amount: number, isInterestOnly = false) =>
  Array.from({ length: count }, () => ({
    leastCents: cents(amount),
    mostCents: cents(amount),
    isInterestOnly,
  }));
const fixed = {
  loanAmountCents: cents(20_000_000),
  initialRatePpm: ppm(60_000),
  months: months(360, 119_910),
};
const row = (facts: Parameters<typeof loanTerms>[0], term: string) =>
  loanTerms(facts).find((each) => each.term === term);

describe('the loan terms', () => {
  it('of a fixed rate cannot increase', () => {
    const found = loanTerms({ ...fixed, months: [...months(359, 119_910), ...months(1, 120_102)] });
    expect(found.map(({ answer }) => answer)).toEqual(['NO', 'NO', 'NO', 'NO', 'NO']);
    expect(found.flatMap(({ value }) => value ?? [])).toEqual(['$200,000', '6%', '$1,199.10']);
  });

  it('say how high the rate and the payment can go, and until when only interest is paid', () => {
    const facts = {
      ...fixed,
      highestRate: { ratePpm: ppm(110_000), month: 85 },
      months: [...months(60, 100_000, true), ...months(24, 150_000), ...months(276, 190_050)],
    };
    expect(row(facts, 'Interest Rate')).toMatchObject({
      answer: 'YES',
      details: ['Can go as high as 11% in year 8'],
    });
    expect(row(facts, 'Monthly Principal & Interest')).toMatchObject({
      value: '$1,000.00',
      answer: 'YES',
      details: ['Can go as high as $1,901 in year 8', 'Includes only interest and no principal until year 6'],
    });
  });

  it.each([
    [12, 'Adjusts every year starting in year 6'],
    [24, 'Adjusts every 2 years starting in year 6'],
    [6, 'Adjusts every 6 months starting in year 6'],
    [1, 'Adjusts every month starting in year 6'],
  ])('say that a rate adjusting every %i months does', (everyMonths, text) => {
    const facts = {
      ...fixed,
      highestRate: { ratePpm: ppm(110_000), month: 85 },
      firstRateChange: { month: 61, everyMonths },
    };
    expect(row(facts, 'Interest Rate')?.details[0]).toBe(text);
  });

  it('name a growing balance, a penalty and a balloon', () => {
    const facts = {
      ...fixed,
      highestBalanceCents: cents(21_000_049),
      prepaymentPenalty: { mostCents: cents(324_000), months: 24 },
      months: [...months(83, 119_910), ...months(1, 18_000_000)],
    };
    expect(row(facts, 'Loan Amount')?.details).toEqual(['Can go as high as $210,000']);
    expect(row(facts, 'Prepayment Penalty')?.details).toEqual([
      'As high as $3,240 if you pay off the loan during the first 2 years',
    ]);
    const until = (span: number) =>
      row({ ...facts, prepaymentPenalty: { mostCents: cents(1), months: span } }, 'Prepayment Penalty')
        ?.details[0];
    expect(until(12)).toMatch(/during the first year$/);
    expect(until(18)).toMatch(/during the first 18 months$/);
    expect(row(facts, 'Balloon Payment')?.details).toEqual([
      'You will have to pay $180,000 at the end of year 7',
    ]);
    expect(row(facts, 'Monthly Principal & Interest')?.answer).toBe('NO');
  });
});
