import { describe, expect, it } from 'vitest';
import { Tally } from '../tally.ts';
import { calendarDate } from '../../../lambdas/shared/calendar.ts';
import { conformingLimits } from '../../../lambdas/rules/ability-to-repay/conforming-limits.ts';
import { readVectorText, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';
import type { Units } from '../../../lambdas/rules/ability-to-repay/conforming-limits.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

/** 12 USC 1717(b)(2): where the ordinary limit is half more than elsewhere. */
const statutoryAreas = new Set(['AK', 'HI', 'GU', 'VI']);
const units: readonly Units[] = [1, 2, 3, 4];

describe.skipIf(!vectorsPresent)('published county loan limits', () => {
  it.each(['2024', '2025'])('of %s lie between our baseline and our ceiling, and reach both', (year) => {
    const file = `hmda/county_loan_limits/FullCountyLoanLimitList${year}.txt`;
    const tally = new Tally(file);
    const rows = readVectorText(file)
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((row) => row.split('|'));
    const ordinary = rows.filter(([, , , state = '']) => !statutoryAreas.has(state));
    const statutory = rows.filter((row) => !ordinary.includes(row));
    for (const count of units) {
      const limits = ordinary.map((row) => Number(row[4 + count]) * 100);
      const { baselineCents, ceilingCents } = conformingLimits(calendarDate(`${year}-06-15`), count);
      tally.check(`${year} lowest of ${count} units`, baselineCents, Math.min(...limits));
      tally.check(`${year} highest of ${count} units`, ceilingCents, Math.max(...limits));
      const others = new Set(statutory.map((row) => Number(row[4 + count]) * 100));
      const theirs = conformingLimits(calendarDate(`${year}-06-15`), count, 'AK-HI-GU-VI').baselineCents;
      tally.check(`${year} AK, HI, GU and VI, ${count} units`, [theirs], [...others]);
    }
    expect(tally.report().disagreed).toEqual([]);
  });
});
