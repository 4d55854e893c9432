import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { defaultIncomePolicy } from '../../../../lambdas/rules/income/income-policy.ts';
import { VariableFactsSchema } from '../../../../lambdas/rules/income/income-facts.ts';
import { variableIncome } from '../../../../lambdas/rules/income/variable-income.ts';
import { cite, citeCents } from './cite.ts';

const prior = (year: number, amount: number) => ({ year, amountCents: citeCents(amount) });
const facts = (input: object) =>
  VariableFactsSchema.parse({
    kind: 'overtime',
    yearToDateCents: citeCents(600_000),
    paidThroughOn: cite(on('2026-06-30')),
    priorYears: [prior(2025, 1_200_000), prior(2024, 1_080_000)],
    ...input,
  });
const calculate = (input: object) => variableIncome(facts(input), defaultIncomePolicy);

describe('variable income', () => {
  it('that is steady or rises is averaged over all its months', () => {
    expect(calculate({})).toMatchObject({ kind: 'calculated', monthlyAmountCents: 96_000, cautions: [] });
  });

  it('that falls within the tolerance is still averaged', () => {
    expect(calculate({ yearToDateCents: citeCents(570_000) })).toMatchObject({ monthlyAmountCents: 95_000 });
  });

  it('that declines is not used until an underwriter finds it stable', () => {
    expect(calculate({ yearToDateCents: citeCents(569_999) })).toMatchObject({
      kind: 'cannot-calculate',
      missing: [{ field: 'declineHasStabilized' }],
      worksheet: [
        { rule: 'overtime.2024' },
        { rule: 'overtime.2025' },
        { rule: 'overtime.year-to-date', amountCents: 95_000 },
      ],
    });
    const refused = calculate({ yearToDateCents: citeCents(300_000), declineHasStabilized: cite(false) });
    expect(refused.kind).toBe('cannot-calculate');
  });

  it('that declined and stabilized counts at its current, lower amount', () => {
    const result = calculate({ yearToDateCents: citeCents(300_000), declineHasStabilized: cite(true) });
    expect(result).toMatchObject({ monthlyAmountCents: 50_000, cautions: [{ code: 'DeclineStabilized' }] });
  });

  it('needs a year of history and warns under two', () => {
    expect(calculate({ priorYears: [] })).toMatchObject({
      kind: 'cannot-calculate',
      missing: [{ field: 'priorYears' }],
    });
    expect(calculate({ priorYears: [prior(2025, 1_200_000)] })).toMatchObject({
      monthlyAmountCents: 100_000,
      cautions: [{ code: 'HistoryUnderTwoYears' }],
    });
  });

  it.each([
    [{ yearToDateCents: undefined }, 'yearToDateCents'],
    [{ paidThroughOn: undefined }, 'paidThroughOn'],
    [{ priorYears: [prior(2024, 1)] }, 'priorYears.2025'],
    [{ priorYears: [prior(2025, 1), prior(2023, 1)] }, 'priorYears.2024'],
    [{ priorYears: [prior(2025, 1), prior(2025, 1)] }, 'priorYears.2024'],
    [{ priorYears: [prior(2026, 1)] }, 'priorYears.2025'],
  ])('without a piece of its history cannot be calculated', (input, field) => {
    expect(calculate(input)).toMatchObject({ kind: 'cannot-calculate', missing: [{ field }] });
  });

  it('paid once a year stands for twelve months', () => {
    const bonus = {
      kind: 'bonus',
      paid: 'yearly',
      paidThroughOn: cite(on('2026-03-31')),
      yearToDateCents: citeCents(1_200_000),
    };
    expect(calculate({ ...bonus, priorYears: [prior(2025, 1_080_000)] })).toMatchObject({
      monthlyAmountCents: 95_000,
    });
  });

  it('paid once a year and not yet this year is averaged over the years before', () => {
    const bonus = { kind: 'bonus', paid: 'yearly', yearToDateCents: citeCents(0) };
    expect(calculate(bonus)).toMatchObject({ monthlyAmountCents: 95_000, cautions: [] });
  });

  it('takes its years in any order, and no year to date before the work began', () => {
    const priorYears = [prior(2024, 1_080_000), prior(2025, 1_200_000)];
    expect(calculate({ priorYears })).toMatchObject({ monthlyAmountCents: 96_000 });
    const notBegun = { employedSinceOn: cite(on('2026-07-01')), priorYears: [] };
    expect(calculate(notBegun)).toMatchObject({
      kind: 'cannot-calculate',
      missing: [{ field: 'priorYears' }],
    });
  });

  it('counts a first year from the day the work began', () => {
    const begun = { employedSinceOn: cite(on('2025-07-01')), priorYears: [prior(2025, 600_000)] };
    expect(calculate(begun)).toMatchObject({ kind: 'calculated', monthlyAmountCents: 100_000 });
  });

  it('never exceeds its best month’s average nor undercuts its worst', () => {
    const amounts = fc.integer({ min: 1, max: 50_000_000 });
    fc.assert(
      fc.property(amounts, amounts, (older, newer) => {
        const result = calculate({
          yearToDateCents: citeCents(newer),
          priorYears: [prior(2025, older)],
          declineHasStabilized: cite(true),
        });
        const [low, high] = [older / 12, newer / 6].sort((a, b) => a - b) as [number, number];
        const monthly = result.kind === 'calculated' ? result.monthlyAmountCents : Number.NaN;
        expect(monthly).toBeGreaterThanOrEqual(Math.round(low) - 1);
        expect(monthly).toBeLessThanOrEqual(Math.round(high) + 1);
      }),
    );
  });
});
