import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { presentValue, solveGeneralEquation } from '../../../../lambdas/rules/apr/general-equation.ts';

const flow = (amountCents: number, whole: number, fraction = 0) => ({ amountCents, whole, fraction });

describe('the general equation', () => {
  it.each([
    [[flow(100_000, 0), flow(-101_000, 1)], 0.01],
    [[flow(100_000, 0), flow(-121_000, 2)], 0.1],
    [[flow(100_000, 0), flow(-105_000, 0, 0.5)], 0.1],
    [[flow(100_000, 0), flow(-100_000, 5)], 0],
    [[flow(100_000, 0), flow(-300_000, 1)], 2],
  ])('compounds whole unit-periods and bears simple interest for the fraction', (flows, rate) => {
    const solved = solveGeneralEquation(flows);
    expect(solved.kind === 'solved' ? solved.ratePerUnitPeriod : Number.NaN).toBeCloseTo(rate, 12);
  });

  it.each([
    ['NoPayment', [flow(1, 0)]],
    ['NoAdvance', [flow(-1, 0)]],
    ['NoAdvance', [flow(0, 0), flow(-1, 1)]],
    ['NoPayment', [flow(1, 0), flow(0, 1)]],
    ['PaymentsBelowAdvances', [flow(100, 0), flow(-99, 1)]],
    ['NoRateFound', [flow(100, 0), flow(-101, 0)]],
    ['NoRateFound', [flow(100, 0), flow(-1_000_000, 1)]],
  ])('says %s rather than a wrong rate', (reason, flows) => {
    expect(solveGeneralEquation(flows)).toEqual({ kind: 'no-rate', reason });
  });

  it('is met at exactly nothing when as much comes back as was lent', () => {
    const solved = solveGeneralEquation([flow(300, 0), flow(-100, 1), flow(-200, 2)]);
    expect(solved).toEqual({ kind: 'solved', ratePerUnitPeriod: 0 });
  });

  it('knows the slope of the present value', () => {
    const flows = [flow(100_000, 0), flow(-30_000, 1, 0.25), flow(-90_000, 7, 0.5)];
    const at = (rate: number) => presentValue(flows, rate);
    for (const rate of [0, 0.01, 0.3])
      expect(at(rate).slope / ((at(rate + 1e-6).value - at(rate - 1e-6).value) / 2e-6)).toBeCloseTo(1, 6);
  });

  it('finds a rate at which both sides are equal', () => {
    const payments = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 400 })),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(payments, fc.integer({ min: 101, max: 180 }), (list, percent) => {
        const total = list.reduce((sum, [amount]) => sum + amount, 0);
        const advance = Math.max(1, Math.floor((total * 100) / percent));
        const flows = [flow(advance, 0), ...list.map(([amount, whole]) => flow(0 - amount, whole))];
        const solved = solveGeneralEquation(flows);
        const rate = solved.kind === 'solved' ? solved.ratePerUnitPeriod : Number.NaN;
        expect(Math.abs(presentValue(flows, rate).value)).toBeLessThan(Math.max(1e-6, total * 1e-10));
      }),
    );
  });
});
