import { describe, expect, it } from 'vitest';
import {
  highCostLateChargeBreaches,
  lateCharge,
  LateChargeTermsSchema,
  LateInstalmentSchema,
  lateOn,
} from '../../../../lambdas/rules/servicing/late-charge.ts';
import {
  creditNoLaterThan,
  statementPromptBy,
} from '../../../../lambdas/rules/servicing/payment-crediting.ts';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import type * as z from 'zod';

type TermsInput = z.input<typeof LateChargeTermsSchema>;
const percent = (
  of: 'principal-and-interest' | 'periodic-payment' | 'overdue-part',
  more: Partial<TermsInput> = {},
): TermsInput => ({ graceDays: 15, amount: { kind: 'percent', ratePpm: 50_000, of }, ...more });
const flat: TermsInput = { graceDays: 10, amount: { kind: 'flat', amountCents: 10_00 } };

const late = {
  principalAndInterestCents: 700_00,
  escrowCents: 300_00,
  overdueCents: 450_00,
  shortfallCents: 750_00,
  lateChargesTakenCents: 0,
};
const charged = (terms: TermsInput, facts: Partial<typeof late> = {}) =>
  lateCharge(LateChargeTermsSchema.parse(terms), LateInstalmentSchema.parse({ ...late, ...facts }));

describe('a late charge', () => {
  it.each([
    ['is a part of principal and interest', percent('principal-and-interest'), 35_00],
    ['may be a part of the whole payment', percent('periodic-payment'), 50_00],
    ['may be a part of what is overdue', percent('overdue-part'), 22_50],
    ['may be flat', flat, 10_00],
    ['is raised to the note’s least', percent('overdue-part', { minCents: 25_00 }), 25_00],
    ['is cut at the note’s most', percent('principal-and-interest', { maxCents: 29_00 }), 29_00],
    [
      'is cut at the most when least and most contradict',
      percent('overdue-part', { minCents: 40_00, maxCents: 30_00 }),
      30_00,
    ],
  ])('%s', (_rule, terms, expected) => {
    expect(charged(terms).amountCents).toBe(expected);
  });

  it('is rounded as the note names', () => {
    const odd = { overdueCents: 1_10 };
    expect(charged(percent('overdue-part'), odd).amountCents).toBe(6);
    expect(charged(percent('overdue-part', { rounding: 'floor' }), odd).amountCents).toBe(5);
  });

  it('may first be imposed on the day after the grace days', () => {
    expect(lateOn(on('2026-02-01'), LateChargeTermsSchema.parse(flat))).toBe('2026-02-12');
  });

  it('is not imposed for what earlier late charges took (12 CFR 1026.36(c)(2))', () => {
    expect(charged(flat, { shortfallCents: 10_00, lateChargesTakenCents: 10_00 })).toMatchObject({
      amountCents: 0,
      citation: '12 CFR 1026.36(c)(2); 1026.34(a)(8)(iii)',
    });
    expect(charged(flat, { shortfallCents: 10_01, lateChargesTakenCents: 10_00 }).amountCents).toBe(10_00);
    expect(charged(flat, { shortfallCents: 0 }).amountCents).toBe(0);
  });

  it('of a high-cost mortgage is at most 4 percent after 15 days (12 CFR 1026.34(a)(8))', () => {
    const lawful = {
      graceDays: 14,
      amount: { kind: 'percent' as const, ratePpm: 40_000, of: 'overdue-part' as const },
    };
    const breaches = (terms: TermsInput, inAdvance?: boolean) =>
      highCostLateChargeBreaches(
        LateChargeTermsSchema.parse(terms),
        LateInstalmentSchema.parse(late),
        inAdvance,
      );
    expect(breaches(lawful)).toEqual([]);
    expect(breaches(lawful, true)).toHaveLength(1);
    expect(breaches({ ...percent('overdue-part'), graceDays: 13 })).toHaveLength(2);
    const flatOf = (amountCents: number): TermsInput => ({
      graceDays: 15,
      amount: { kind: 'flat', amountCents },
    });
    expect(breaches(flatOf(40_00))).toEqual([]);
    expect(breaches(flatOf(40_01))).toHaveLength(1);
    expect(breaches({ ...lawful, minCents: 40_01 })).toHaveLength(1);
  });
});

describe('crediting and stating', () => {
  it('a payment counts from its receipt, a nonconforming one from five days after at the latest', () => {
    const receivedOn = on('2026-02-27');
    expect(creditNoLaterThan({ receivedOn, conforms: true })).toBe('2026-02-27');
    expect(creditNoLaterThan({ receivedOn, conforms: false })).toBe('2026-03-04');
  });

  it('a statement is prompt within four days of the courtesy period’s end', () => {
    expect(statementPromptBy(on('2026-02-01'), 15)).toBe('2026-02-20');
  });
});
