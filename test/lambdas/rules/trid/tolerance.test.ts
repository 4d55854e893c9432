import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeTolerance } from '../../../../lambdas/rules/trid/tolerance.ts';

const shop = (id: string, estimateCents: number, actualCents?: number) => ({
  id,
  kind: 'recording-fee' as const,
  estimateCents,
  ...(actualCents === undefined ? {} : { actualCents }),
});
const own = (id: string, estimateCents: number, actualCents: number) => ({
  id,
  kind: 'fee' as const,
  paidTo: 'creditor' as const,
  estimateCents,
  actualCents,
});
const revised = (informedOn: string, disclosedOn: string | undefined, charges: Record<string, number>) => ({
  reason: 'changed-circumstance' as const,
  informedOn,
  ...(disclosedOn ? { disclosedOn } : {}),
  charges,
});

describe('good faith', () => {
  it('does not set a fee that fell against one that rose in the zero bucket', () => {
    const found = judgeTolerance({ charges: [own('a', 10_000, 11_000), own('b', 10_000, 9_000)] });
    expect(found).toMatchObject({ isGoodFaith: false, zeroExcessCents: 1_000, cureCents: 1_000 });
  });

  it('leaves services that were not performed out of the ten percent bucket', () => {
    const found = judgeTolerance({ charges: [shop('a', 90_000, 100_000), shop('inspection', 10_000)] });
    expect(found.tenPercent).toEqual({
      baselineCents: 90_000,
      limitCents: 99_000,
      actualCents: 100_000,
      excessCents: 1_000,
    });
  });

  it('gives the cure its deadline only when there is one to pay', () => {
    const consummationOn = '2026-06-15';
    expect(judgeTolerance({ charges: [own('a', 1, 2)], consummationOn }).cureBy?.on).toBe('2026-08-14');
    expect(judgeTolerance({ charges: [own('a', 2, 2)], consummationOn })).not.toHaveProperty('cureBy');
  });

  it('adds up circumstances until the ten percent bucket has passed ten percent', () => {
    const charges = [
      shop('pest', 10_000, 15_000),
      shop('title', 40_000, 46_000),
      shop('rest', 50_000, 50_000),
    ];
    const pest = revised('2026-06-01', undefined, { pest: 15_000 });
    const title = revised('2026-06-22', '2026-06-25', { title: 46_000 });
    const found = judgeTolerance({ charges, revisions: [pest, title] });
    expect(found.tenPercent.baselineCents).toBe(111_000);
    expect(found.isGoodFaith).toBe(true);
    expect(found.revisions[1]?.rebased).toEqual(['pest', 'title']);
    const alone = judgeTolerance({ charges, revisions: [title] });
    expect(alone.tenPercent.baselineCents).toBe(100_000);
  });

  it('ignores a revision that was disclosed late', () => {
    const late = revised('2026-06-01', '2026-06-05', { a: 20_000 });
    const found = judgeTolerance({ charges: [own('a', 10_000, 20_000)], revisions: [late] });
    expect(found.cureCents).toBe(10_000);
    expect(found.revisions[0]?.reason).toContain('2026-06-04');
  });

  it('compares credits with those of the rate lock', () => {
    const lock = {
      reason: 'rate-lock' as const,
      informedOn: '2026-06-01',
      disclosedOn: '2026-06-02',
      lenderCreditsCents: 40_000,
    };
    const lenderCredits = { estimateCents: 50_000, actualCents: 40_000 };
    expect(judgeTolerance({ charges: [], lenderCredits }).lenderCreditShortfallCents).toBe(10_000);
    expect(judgeTolerance({ charges: [], lenderCredits, revisions: [lock] }).isGoodFaith).toBe(true);
  });

  it('refuses two charges of one id, and a revision of an unknown one', () => {
    expect(() => judgeTolerance({ charges: [shop('a', 1), shop('a', 2)] })).toThrow('id of its own');
    const unknown = revised('2026-06-01', '2026-06-02', { other: 1 });
    expect(() => judgeTolerance({ charges: [shop('a', 1)], revisions: [unknown] })).toThrow('of the list');
  });

  const amount = fc.integer({ min: 0, max: 1_000_000 });
  const anyCharges = fc
    .array(fc.tuple(amount, amount, fc.boolean()), { maxLength: 8 })
    .map((list) =>
      list.map(([estimate, actual, isOwn], index) => (isOwn ? own : shop)(`c${index}`, estimate, actual)),
    );

  it('is restored by refunding the cure, and not by a cent less', () => {
    fc.assert(
      fc.property(anyCharges, (charges) => {
        const found = judgeTolerance({ charges });
        const over = charges.map((charge, index) => {
          const excess = found.charges[index]?.excessCents ?? 0;
          return { ...charge, actualCents: (charge.actualCents ?? 0) - excess };
        });
        const rest = judgeTolerance({ charges: over });
        expect(rest.zeroExcessCents).toBe(0);
        expect(rest.cureCents).toBe(found.tenPercent.excessCents);
        expect(found.tenPercent.actualCents - found.tenPercent.excessCents).toBeLessThanOrEqual(
          found.tenPercent.limitCents,
        );
      }),
    );
  });
});
