import { describe, expect, it } from 'vitest';
import { disclosure } from '../../../../lambdas/rules/trid/disclosure.ts';
import type { DisclosureFacts } from '../../../../lambdas/rules/trid/disclosure.ts';

const level = (payments: number, ratePpm: number, overPayments: number) => ({
  payments,
  ratePpm,
  payment: { kind: 'level' as const, overPayments },
});
const plan = (...segments: ReturnType<typeof level>[]) => ({
  principalCents: 20_000_000,
  periods: { kind: 'equal' as const, perYear: 12 },
  segments,
});
const facts: DisclosureFacts = {
  form: 'closing-disclosure',
  product: { rate: { kind: 'fixed' } },
  plan: plan(level(360, 60_000, 360)),
  mortgageInsurance: { monthlyCents: 8_055, payments: 100 },
  monthlyEscrowCents: 30_050,
  costs: {
    items: [
      { section: 'A', name: 'Underwriting Fee', amountCents: 80_050 },
      { section: 'B', name: 'Appraisal', amountCents: 50_000, paidBy: 'borrower-before-closing' },
      { section: 'F', name: 'Prepaid Interest', amountCents: 49_320 },
    ],
  },
  cash: {
    table: 'standard',
    salePriceCents: 25_000_000,
    otherThirdPartyPaymentsCents: 25_000_000,
    depositCents: 1_000_000,
  },
  prepaidInterestCents: 49_320,
  prepaidFinanceChargeCents: 129_370,
  aprPpm: 65_432,
};

describe('the figures of a form', () => {
  const found = disclosure(facts);

  it('agree with each other on a Closing Disclosure', () => {
    expect(found).toMatchObject({ product: 'Fixed Rate', apr: '6.543%' });
    expect(found.projectedPayments.map(({ label, total }) => [label, total.mostCents])).toEqual([
      ['Years 1-9', 119_910 + 8_055 + 30_050],
      ['Years 10-30', 119_910 + 30_050],
    ]);
    const { totalClosingCostsCents, loanCostsCents, paidBeforeClosingCents } = found.closingCosts;
    expect([totalClosingCostsCents, loanCostsCents, paidBeforeClosingCents]).toEqual([
      179_370, 130_050, 50_000,
    ]);
    expect(found.cashToClose.cashToCloseCents).toBe(179_370 - 50_000 + 5_000_000 - 1_000_000);
    expect(found.calculations.amountFinancedCents).toBe(20_000_000 - 129_370);
    const { totalOfPaymentsCents, financeChargeCents } = found.calculations;
    const difference = 20_000_000 + loanCostsCents + 49_320 - 129_370;
    expect(totalOfPaymentsCents - financeChargeCents).toBe(difference);
    expect(found).not.toHaveProperty('adjustablePayments');
  });

  it('are whole dollars on a Loan Estimate, which has no line for what was paid before closing', () => {
    const estimate = disclosure({ ...facts, form: 'loan-estimate' });
    expect(estimate.closingCosts.totalClosingCostsCents).toBe(80_100 + 50_000 + 49_300);
    expect(estimate.cashToClose.cashToCloseCents).toBe(179_400 + 4_000_000);
    expect(estimate.inFiveYears.totalCents % 100).toBe(0);
  });

  const arm: DisclosureFacts = {
    ...facts,
    product: { rate: { kind: 'adjustable', introductoryMonths: 60, firstAdjustment: 12 } },
    rateTable: {
      indexName: 'SOFR',
      marginPpm: 27_500,
      initialRatePpm: 60_000,
      lifetimeCapPpm: 50_000,
      firstCapPpm: 50_000,
      laterCapsPpm: [20_000],
      firstChangeMonth: 61,
      changeEveryMonths: 12,
    },
    plan: plan(level(60, 60_000, 360), level(300, 55_000, 300)),
    highest: { plan: plan(level(60, 60_000, 360), level(300, 110_000, 300)), ratePpm: 110_000, month: 61 },
  };

  it('show the rate table of a note whose rate may change, and no payments table for that alone', () => {
    const adjustable = disclosure(arm);
    expect(adjustable).not.toHaveProperty('adjustablePayments');
    expect(adjustable.adjustableRate?.indexAndMargin).toBe('SOFR + 2.75%');
    expect(adjustable.loanTerms[1]?.details).toEqual([
      'Adjusts every year starting in year 6',
      'Can go as high as 11% in year 6',
    ]);
    expect(adjustable.projectedPayments.map(({ label }) => label)).toEqual([
      'Years 1-5',
      'Years 6-9',
      'Years 10-30',
    ]);
  });

  it('range from the lowest rates to the highest, and total what the index at consummation gives', () => {
    const lowest = plan(level(60, 60_000, 360), level(300, 27_500, 300));
    const [ranged, plain] = [disclosure({ ...arm, lowest }), disclosure(arm)];
    expect(ranged.calculations).toEqual(plain.calculations);
    expect(ranged.inFiveYears).toEqual(plain.inFiveYears);
    const least = ({ projectedPayments }: typeof plain) =>
      projectedPayments[1]?.principalAndInterest.leastCents ?? 0;
    expect(least(ranged)).toBeLessThan(least(plain));
  });

  it('show both where interest alone is paid at first', () => {
    const interestOnly = { payments: 60, ratePpm: 60_000, payment: { kind: 'interest-only' as const } };
    const notes = (ratePpm: number) => ({
      ...plan(),
      segments: [interestOnly, level(300, ratePpm, 300)],
    });
    const highest = { plan: notes(110_000), ratePpm: 110_000, month: 61 };
    const { adjustablePayments } = disclosure({ ...arm, plan: notes(55_000), highest });
    expect(adjustablePayments).toMatchObject({
      interestOnly: 'YES for your first 60 payments',
      firstChange: expect.stringMatching(/^\$1,\d{3} - \$1,9\d\d at 61st payment$/),
      subsequentChanges: 'Every year',
    });
  });

  it('work out the rates of a step-rate note from the note itself', () => {
    const stepped = disclosure({
      ...facts,
      product: { rate: { kind: 'step', introductoryMonths: 60, firstAdjustment: 60 } },
      plan: plan(level(60, 50_000, 360), level(60, 60_000, 300), level(240, 72_500, 240)),
    });
    expect(stepped.loanTerms[1]).toMatchObject({
      value: '5%',
      answer: 'YES',
      details: ['Adjusts every 5 years starting in year 6', 'Can go as high as 7.25% in year 11'],
    });
    expect(stepped.adjustableRate).toMatchObject({
      adjustments: '6% from the 61st month; 7.25% from the 121st month',
      minimumAndMaximum: '5%/7.25%',
      firstChange: 'Beginning of 61st month',
      laterChanges: 'Every 60th month after first change',
      firstLimit: '1%',
      laterLimit: '1.25%',
    });
    expect(stepped).not.toHaveProperty('adjustablePayments');
  });

  it('say nothing of later changes where a rate steps once', () => {
    const once = disclosure({
      ...facts,
      product: { rate: { kind: 'step', introductoryMonths: 60, firstAdjustment: 300 } },
      plan: plan(level(60, 60_000, 360), level(300, 50_000, 300)),
    });
    expect(once.adjustableRate).toMatchObject({
      laterChanges: 'No later changes',
      minimumAndMaximum: '5%/6%',
    });
    expect(once.loanTerms[1]).toMatchObject({ answer: 'NO' });
  });
});
