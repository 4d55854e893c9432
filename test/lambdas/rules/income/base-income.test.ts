import { describe, expect, it } from 'vitest';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { defaultIncomePolicy } from '../../../../lambdas/rules/income/income-policy.ts';
import { hourlyIncome, salaryIncome } from '../../../../lambdas/rules/income/base-income.ts';
import { cite, citeCents } from './cite.ts';

describe('base pay', () => {
  it.each([
    ['weekly', 100_000, 433_333],
    ['biweekly', 200_000, 433_333],
    ['semimonthly', 200_000, 400_000],
    ['monthly', 500_000, 500_000],
    ['annual', 6_000_000, 500_000],
  ] as const)('%s pay of %i cents', (frequency, amount, monthly) => {
    const result = salaryIncome(
      { kind: 'salary', amountPerPeriodCents: citeCents(amount), payFrequency: cite(frequency) },
      defaultIncomePolicy,
    );
    expect(result).toMatchObject({ kind: 'calculated', monthlyAmountCents: monthly });
  });

  it('by the hour is rate x hours x 52 / 12', () => {
    const result = hourlyIncome(
      { kind: 'hourly', hourlyRateCents: citeCents(2_575), hoursPerWeekHundredths: cite(3_750) },
      defaultIncomePolicy,
    );
    expect(result).toMatchObject({ kind: 'calculated', monthlyAmountCents: 418_438 });
  });

  it('without evidence cannot be calculated, and says what is missing', () => {
    expect(salaryIncome({ kind: 'salary' }, defaultIncomePolicy)).toMatchObject({
      kind: 'cannot-calculate',
      missing: [{ field: 'amountPerPeriodCents' }, { field: 'payFrequency' }],
    });
    expect(
      hourlyIncome({ kind: 'hourly', hourlyRateCents: citeCents(1) }, defaultIncomePolicy),
    ).toMatchObject({
      kind: 'cannot-calculate',
      missing: [{ field: 'hoursPerWeekHundredths' }],
    });
  });

  const salary = {
    kind: 'salary',
    amountPerPeriodCents: citeCents(200_000, 'gross'),
    payFrequency: cite('semimonthly'),
  } as const;

  it.each([
    ['bear the rate out', [[2025, 4_700_000]], undefined, ['base.prior-year.2025 391667'], []],
    [
      'fall short of it',
      [[2025, 4_000_000]],
      undefined,
      ['base.prior-year.2025 333333'],
      ['PriorYearBelowBase'],
    ],
    [
      'fell short of it before, and no longer',
      [
        [2025, 4_700_000],
        [2024, 4_000_000],
      ],
      undefined,
      ['base.prior-year.2024 333333', 'base.prior-year.2025 391667'],
      [],
    ],
    [
      'were earned in a part of the year',
      [[2025, 2_400_000]],
      '2025-07-01',
      ['base.prior-year.2025 400000'],
      [],
    ],
    ['are from before the first day', [[2024, 2_400_000]], '2025-07-01', [], []],
  ] as const)('whose wages of earlier years %s', (_, wages, since, lines, codes) => {
    const facts = {
      ...salary,
      priorYears: wages.map(([year, amount]) => ({ year, wagesCents: citeCents(amount, 'box5') })),
      ...(since ? { employedSinceOn: cite(on(since)) } : {}),
    };
    const result = salaryIncome(facts, defaultIncomePolicy);
    expect(result).toMatchObject({ kind: 'calculated', monthlyAmountCents: 400_000 });
    const prior = result.worksheet.filter(({ rule }) => rule.includes('prior-year'));
    expect(prior.map(({ rule, amountCents }) => `${rule} ${amountCents}`)).toEqual(lines);
    expect(result.cautions.map(({ code }) => code)).toEqual(['NoYearToDate', ...codes]);
  });

  it.each([
    [1_400_000, []],
    [1_330_000, []],
    [1_329_000, ['YearToDateBelowBase']],
  ])('with %i cents through April 15 raises %j', (yearToDate, codes) => {
    const facts = {
      ...salary,
      yearToDateBaseCents: citeCents(yearToDate, 'ytd'),
      paidThroughOn: cite(on('2026-04-15')),
    };
    const result = salaryIncome(facts, defaultIncomePolicy);
    expect(result.cautions.map(({ code }) => code)).toEqual(codes);
    expect(result).toMatchObject({ monthlyAmountCents: 400_000 });
  });

  it('counts the year to date from the first day worked', () => {
    const facts = {
      ...salary,
      yearToDateBaseCents: citeCents(200_000),
      paidThroughOn: cite(on('2026-04-15')),
      employedSinceOn: cite(on('2026-04-01')),
    };
    expect(salaryIncome(facts, defaultIncomePolicy).cautions).toEqual([]);
  });

  it('with one of its two facts still cannot be calculated', () => {
    const { payFrequency: _unknown, ...unknown } = salary;
    expect(salaryIncome(unknown, defaultIncomePolicy)).toMatchObject({
      missing: [{ field: 'payFrequency' }],
    });
  });

  it('is not borne out by a year to date without its day, or before the work began', () => {
    const undated = { ...salary, yearToDateBaseCents: citeCents(1) };
    const tooEarly = {
      ...undated,
      paidThroughOn: cite(on('2026-04-15')),
      employedSinceOn: cite(on('2026-04-16')),
    };
    for (const facts of [undated, tooEarly]) {
      expect(salaryIncome(facts, defaultIncomePolicy).cautions).toMatchObject([{ code: 'NoYearToDate' }]);
    }
  });

  it('cites each place that it used', () => {
    const result = salaryIncome(salary, defaultIncomePolicy);
    expect(result.kind === 'calculated' && result.evidence.map(({ field }) => field)).toEqual([
      'gross',
      'someField',
    ]);
    expect(result.cautions).toMatchObject([{ code: 'NoYearToDate' }]);
  });
});
