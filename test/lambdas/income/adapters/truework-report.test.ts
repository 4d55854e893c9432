import { describe, expect, it } from 'vitest';
import { recordOf, TrueworkReport } from '../../../../lambdas/income/adapters/truework-report.ts';

const canonical = (canonical_value: string) => ({ canonical_value, raw_value: canonical_value });
const report = (employee: object | null = {}, employer: object | null = { name: 'Example Mills' }) =>
  recordOf(
    TrueworkReport.parse({
      id: 'r1',
      current_as_of: '2026-11-20',
      employer,
      employee: employee && { status: canonical('active'), ...employee },
      annotations: null,
    }),
  );
const paid = (amount: string | null, unit: string) =>
  report({ salary: { hours_per_week: '37.5', pay_rate: { amount, unit: canonical(unit) } } });

describe('a report in Truework’s words', () => {
  it.each([
    ['40.0000', 'hourly', 4_000, 'hourly'],
    ['78000', 'annually', 7_800_000, 'annual'],
    ['3200.5', 'biweekly', 320_050, 'biweekly'],
    ['300.00', 'daily', 30_000, 'other'],
    ['6100.00', 'bimonthly', 610_000, 'other'],
  ])('pays %s %s', (amount, unit, amountCents, ours) => {
    expect(paid(amount, unit)).toMatchObject({
      payRate: { amountCents, unit: ours },
      hoursPerWeekHundredths: 3_750,
    });
  });

  it.each([['40.005'], ['-1.00'], ['1,000.00'], ['forty'], ['']])('with a rate of %s has none', (amount) =>
    expect(paid(amount, 'hourly')).not.toHaveProperty('payRate'),
  );

  it('keeps a blank figure blank and a zero zero', () => {
    const earnings = [
      { year: '2025', base: '83200.00', overtime: null, bonus: '0.00', commission: null, total: null },
    ];
    expect(report({ earnings })?.earnings).toEqual([{ year: 2025, baseCents: 8_320_000, bonusCents: 0 }]);
  });

  it.each([
    ['active', 'active'],
    ['inactive', 'inactive'],
    ['furloughed-covid', 'unknown'],
    ['unknown', 'unknown'],
  ])('of status %s is %s', (status, ours) =>
    expect(report({ status: canonical(status) })?.status).toBe(ours),
  );

  it('of nobody is no record', () => {
    expect(report({ status: canonical('non-employee') })).toBeUndefined();
    expect(report(null)).toBeUndefined();
    expect(report({}, { name: null })).toBeUndefined();
  });
});
