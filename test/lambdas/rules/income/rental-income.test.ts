import { describe, expect, it } from 'vitest';
import { RentalFactsSchema } from '../../../../lambdas/rules/income/income-facts.ts';
import { rentalIncome } from '../../../../lambdas/rules/income/rental-income.ts';
import { cite, citeCents } from './cite.ts';

const calculate = (basis: object, expense: number | undefined) =>
  rentalIncome(
    RentalFactsSchema.parse({
      kind: 'rental',
      basis,
      ...(expense === undefined ? {} : { monthlyHousingExpenseCents: citeCents(expense) }),
    }),
  );

describe('rental income', () => {
  it('by lease is three quarters of the rent less the housing expense', () => {
    const lease = { method: 'lease', grossMonthlyRentCents: citeCents(200_000) };
    expect(calculate(lease, 120_000)).toMatchObject({ kind: 'calculated', monthlyAmountCents: 30_000 });
    expect(calculate(lease, 180_000)).toMatchObject({ kind: 'calculated', monthlyAmountCents: -30_000 });
  });

  it('by Schedule E adds back what the housing expense counts and what took no cash', () => {
    const basis = {
      method: 'schedule-e',
      monthsInService: cite(12),
      rentsReceivedCents: citeCents(2_400_000),
      totalExpensesCents: citeCents(2_000_000),
      insuranceCents: citeCents(120_000),
      mortgageInterestCents: citeCents(900_000),
      taxesCents: citeCents(300_000),
      depreciationCents: citeCents(480_000),
    };
    expect(calculate(basis, 150_000)).toMatchObject({ monthlyAmountCents: 33_333 });
    expect(calculate({ ...basis, monthsInService: cite(6) }, 150_000)).toMatchObject({
      monthlyAmountCents: 216_667,
    });
  });

  it.each([
    [{ method: 'lease' }, 100, ['grossMonthlyRentCents']],
    [{ method: 'lease', grossMonthlyRentCents: citeCents(1) }, undefined, ['monthlyHousingExpenseCents']],
    [
      { method: 'schedule-e' },
      undefined,
      ['rentsReceivedCents', 'totalExpensesCents', 'monthsInService', 'monthlyHousingExpenseCents'],
    ],
  ])('names what is not in evidence', (basis, expense, fields) => {
    const result = calculate(basis, expense);
    expect([result.kind, result.missing.map(({ field }) => field)]).toEqual(['cannot-calculate', fields]);
  });
});
