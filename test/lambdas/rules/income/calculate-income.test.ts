import { describe, expect, it } from 'vitest';
import { calculateIncome, calculateTotalIncome } from '../../../../lambdas/rules/income/calculate-income.ts';
import { IncomeFactsSchema } from '../../../../lambdas/rules/income/income-facts.ts';
import { cite, citeCents } from './cite.ts';

const parse = (facts: unknown) => IncomeFactsSchema.parse(facts);
const salary = parse({
  kind: 'salary',
  amountPerPeriodCents: citeCents(500_000),
  payFrequency: cite('monthly'),
});
const unproven = parse({ kind: 'overtime' });
const business = parse({ kind: 'schedule-c', years: [] });

describe('income of all sources', () => {
  it('sums what evidence shows and lists what it leaves out', () => {
    expect(calculateTotalIncome([salary, unproven, salary])).toMatchObject({
      kind: 'calculated',
      monthlyAmountCents: 1_000_000,
      missing: [{ field: 'sources.1.yearToDateCents' }],
    });
  });

  it('is never zero for want of evidence', () => {
    expect(calculateTotalIncome([])).toMatchObject({
      kind: 'cannot-calculate',
      missing: [{ field: 'sources' }],
    });
    expect(calculateTotalIncome([unproven]).kind).toBe('cannot-calculate');
  });

  it('stops when what cannot be calculated may be a loss', () => {
    expect(calculateTotalIncome([salary, business])).toMatchObject({
      kind: 'cannot-calculate',
      missing: [{ field: 'sources.1.years' }],
    });
  });

  it.each(['salary', 'hourly', 'overtime', 'bonus', 'commission', 'tips', 'variable-hours'])(
    'of the kind %s without facts cannot be calculated',
    (kind) => expect(calculateIncome(parse({ kind })).kind).toBe('cannot-calculate'),
  );

  it.each(['schedule-c', 'schedule-f', 'partnership', 's-corporation'])(
    'of %s needs a tax return',
    (kind) => {
      expect(calculateIncome(parse({ kind, years: [] }))).toMatchObject({ missing: [{ field: 'years' }] });
    },
  );

  it('of rent and retirement need their amounts', () => {
    expect(calculateIncome(parse({ kind: 'rental', basis: { method: 'lease' } })).kind).toBe(
      'cannot-calculate',
    );
    expect(calculateIncome(parse({ kind: 'pension', noteOn: '2026-12-01' })).kind).toBe('cannot-calculate');
  });

  it('is refused by the name of the field that is wrong', () => {
    const wrong = IncomeFactsSchema.safeParse({ kind: 'hourly', hourlyRateCents: cite(12.5) });
    expect(wrong.error?.issues.map(({ path }) => path.join('.'))).toEqual(['hourlyRateCents.value']);
  });

  it('is not read from figures without evidence', () => {
    expect(IncomeFactsSchema.safeParse({ kind: 'salary', amountPerPeriodCents: 500_000 }).success).toBe(
      false,
    );
    expect(
      IncomeFactsSchema.safeParse({ kind: 'salary', amountPerPeriodCents: { value: 500_000 } }).success,
    ).toBe(false);
  });
});
