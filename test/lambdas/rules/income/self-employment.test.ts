import { describe, expect, it } from 'vitest';
import { defaultIncomePolicy } from '../../../../lambdas/rules/income/income-policy.ts';
import { selfEmploymentIncome } from '../../../../lambdas/rules/income/self-employment.ts';
import { SelfEmploymentFactsSchema } from '../../../../lambdas/rules/income/income-facts.ts';
import { cite, citeCents } from './cite.ts';

const amounts = (lines: Record<string, number>) =>
  Object.fromEntries(Object.entries(lines).map(([field, value]) => [field, citeCents(value, field)]));
const calculate = (facts: object) =>
  selfEmploymentIncome(SelfEmploymentFactsSchema.parse(facts), defaultIncomePolicy);

const scheduleC = (year: number, netProfitCents: number, more: Record<string, number> = {}) => ({
  year,
  lines: amounts({ netProfitCents, otherIncomeCents: 0, nondeductibleMealsCents: 0, ...more }),
});

describe('Schedule C', () => {
  it('averages two years of profit with what took no cash added back', () => {
    const years = [
      scheduleC(2025, 6_000_000, { depreciationCents: 600_000, nondeductibleMealsCents: 60_000 }),
      scheduleC(2024, 5_400_000, { otherIncomeCents: 120_000 }),
    ];
    expect(calculate({ kind: 'schedule-c', years })).toMatchObject({
      kind: 'calculated',
      monthlyAmountCents: 492_500,
      cautions: [],
    });
  });

  it('adds the depreciation inside the mileage rate of the year', () => {
    const years = [{ ...scheduleC(2024, 1_200_000), businessMiles: cite(10_000) }];
    expect(calculate({ kind: 'schedule-c', years })).toMatchObject({
      monthlyAmountCents: 125_000,
      cautions: [{ code: 'OneTaxYear' }],
    });
    const unlisted = [{ ...scheduleC(2031, 1_200_000), businessMiles: cite(10_000) }];
    expect(calculate({ kind: 'schedule-c', years: unlisted })).toMatchObject({
      missing: [{ field: '2031.businessMiles' }],
    });
  });

  it('refuses to guess a line that would lower the income', () => {
    const years = [{ year: 2025, lines: amounts({ netProfitCents: 6_000_000, otherIncomeCents: 0 }) }];
    expect(calculate({ kind: 'schedule-c', years })).toMatchObject({
      kind: 'cannot-calculate',
      missing: [{ field: '2025.nondeductibleMealsCents' }],
    });
  });

  it('names a line that the form does not have', () => {
    const years = [scheduleC(2025, 6_000_000, { wagesCents: 1 })];
    expect(calculate({ kind: 'schedule-c', years })).toMatchObject({
      missing: [{ field: '2025.wagesCents' }],
    });
  });

  it.each([[[]], [[scheduleC(2023, 1), scheduleC(2025, 1)]], [[scheduleC(2025, 1), scheduleC(2025, 1)]]])(
    'needs a run of tax years',
    (years) =>
      expect(calculate({ kind: 'schedule-c', years })).toMatchObject({ missing: [{ field: 'years' }] }),
  );

  it('after a decline uses the latest year alone, once found stable', () => {
    const years = [scheduleC(2024, 6_000_000), scheduleC(2025, 4_800_000)];
    expect(calculate({ kind: 'schedule-c', years })).toMatchObject({
      missing: [{ field: 'declineHasStabilized' }],
    });
    expect(calculate({ kind: 'schedule-c', years, declineHasStabilized: cite(true) })).toMatchObject({
      monthlyAmountCents: 400_000,
    });
  });

  it('counts a loss, and a first year by its months', () => {
    expect(calculate({ kind: 'schedule-c', years: [scheduleC(2025, -120_000)] })).toMatchObject({
      monthlyAmountCents: -10_000,
    });
    const short = [{ ...scheduleC(2025, 600_000), monthsInBusiness: cite(6) }];
    expect(calculate({ kind: 'schedule-c', years: short })).toMatchObject({ monthlyAmountCents: 100_000 });
  });
});

describe('Schedule F', () => {
  it('adds payments that go on without tax', () => {
    const lines = amounts({
      netFarmProfitCents: 1_200_000,
      otherIncomeCents: 240_000,
      ongoingNontaxableCents: 120_000,
    });
    expect(calculate({ kind: 'schedule-f', years: [{ year: 2025, lines }] })).toMatchObject({
      monthlyAmountCents: 90_000,
    });
  });
});

describe('owners of partnerships and S corporations', () => {
  const year = (more: Record<string, number>) => ({
    year: 2025,
    ownershipPpm: cite(500_000),
    lines: amounts({
      ordinaryIncomeCents: 6_000_000,
      passThroughIncomeCents: 0,
      otherIncomeCents: 0,
      depreciationCents: 2_400_000,
      notesUnderOneYearCents: 0,
      nondeductibleMealsCents: 0,
      ...more,
    }),
  });

  it('count their share and their part of the add-backs when they drew as much', () => {
    const drawn = { distributionsCents: 7_200_000, guaranteedPaymentsCents: 1_200_000 };
    expect(calculate({ kind: 'partnership', years: [year(drawn)] })).toMatchObject({
      monthlyAmountCents: 700_000,
    });
  });

  it('count only what they drew when the business is not shown to have liquidity', () => {
    const drawn = { distributionsCents: 2_400_000 };
    expect(calculate({ kind: 'partnership', years: [year(drawn)] })).toMatchObject({
      monthlyAmountCents: 200_000,
    });
    const liquid = { kind: 'partnership', years: [year(drawn)], businessHasLiquidity: cite(true) };
    expect(calculate(liquid)).toMatchObject({ monthlyAmountCents: 600_000 });
  });

  it('must show distributions or liquidity', () => {
    expect(calculate({ kind: 'partnership', years: [year({})] })).toMatchObject({
      kind: 'cannot-calculate',
      missing: [{ field: '2025.distributionsCents' }],
    });
  });

  it('always count a loss', () => {
    const loss = { ordinaryIncomeCents: -3_600_000, depreciationCents: 0, distributionsCents: 600_000 };
    expect(calculate({ kind: 'partnership', years: [year(loss)] })).toMatchObject({
      monthlyAmountCents: -300_000,
    });
  });

  it('must show how much they own', () => {
    const { ownershipPpm: _unstated, ...unstated } = year({});
    expect(calculate({ kind: 'partnership', years: [unstated] })).toMatchObject({
      missing: [{ field: '2025.ownershipPpm' }],
    });
  });

  it('of an S corporation add the wages it paid them', () => {
    const lines = amounts({
      ordinaryIncomeCents: 1_200_000,
      otherIncomeCents: 0,
      notesUnderOneYearCents: 240_000,
      nondeductibleMealsCents: 0,
      ownerWagesCents: 4_800_000,
      distributionsCents: 1_200_000,
    });
    const years = [{ year: 2025, ownershipPpm: cite(1_000_000), lines }];
    expect(calculate({ kind: 's-corporation', years })).toMatchObject({ monthlyAmountCents: 480_000 });
  });
});
