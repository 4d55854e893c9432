import { describe, expect, it } from 'vitest';
import {
  adds,
  cashFlow,
  lowers,
  mileageAddBack,
  missingLines,
  result,
  unknownLines,
} from '../../../../lambdas/rules/income/return-lines.ts';
import { citeCents } from './cite.ts';

const table = [result('profit', 'line 31'), adds('depreciation', 'line 13'), lowers('other', 'line 6')];
const year = (lines: Record<string, number>) => ({
  year: 2025,
  lines: Object.fromEntries(Object.entries(lines).map(([field, value]) => [field, citeCents(value, field)])),
});

describe('lines of a return', () => {
  it('add and lower as their table says', () => {
    expect(cashFlow(table, year({ profit: 100, depreciation: 20, other: 5 })).amountCents).toBe(115);
    expect(cashFlow(table, year({ profit: 100, other: -5 })).amountCents).toBe(105);
  });

  it('are needed when they are the result or lower it', () => {
    expect(missingLines(table, year({}), 'form').map(({ field }) => field)).toEqual([
      '2025.profit',
      '2025.other',
    ]);
    expect(unknownLines([table], year({ profit: 1, wages: 1 }), 'form').map(({ field }) => field)).toEqual([
      '2025.wages',
    ]);
  });

  it('take mileage at the depreciation rate of its year', () => {
    expect([mileageAddBack(2023, 1_001), mileageAddBack(2025, 10_000), mileageAddBack(1999, 5)]).toEqual([
      28_028,
      330_000,
      undefined,
    ]);
  });
});
