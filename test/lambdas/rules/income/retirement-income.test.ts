import { describe, expect, it } from 'vitest';
import { RetirementFactsSchema } from '../../../../lambdas/rules/income/income-facts.ts';
import { retirementIncome } from '../../../../lambdas/rules/income/retirement-income.ts';
import { cite, citeCents } from './cite.ts';

const calculate = (facts: object) =>
  retirementIncome(
    RetirementFactsSchema.parse({
      kind: 'pension',
      noteOn: '2026-12-01',
      monthlyAmountCents: citeCents(200_000),
      ...facts,
    }),
  );

describe('retirement and other set income', () => {
  it('counts as received, a pension without a stated end', () => {
    expect(calculate({})).toMatchObject({ kind: 'calculated', monthlyAmountCents: 200_000 });
  });

  it('is raised by a quarter of its part that bears no tax', () => {
    expect(calculate({ kind: 'social-security', nontaxablePpm: cite(150_000) })).toMatchObject({
      monthlyAmountCents: 207_500,
      worksheet: [{ rule: 'social-security.received' }, { rule: 'gross-up', amountCents: 7_500 }],
    });
  });

  it.each([
    [{ kind: 'alimony' }, 'endsOn'],
    [{ kind: 'child-support', endsOn: cite('2029-11-30') }, 'endsOn'],
    [{ monthlyAmountCents: undefined }, 'monthlyAmountCents'],
  ])('needs its amount and three years to come', (facts, field) => {
    expect(calculate(facts)).toMatchObject({ kind: 'cannot-calculate', missing: [{ field }] });
  });

  it('counts when it ends three years after the note date, or is shown to have no end', () => {
    expect(calculate({ kind: 'child-support', endsOn: cite('2029-12-01') }).kind).toBe('calculated');
    expect(calculate({ kind: 'disability', hasNoEnd: cite(true) }).kind).toBe('calculated');
  });
});
