import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { allocate, WaterfallSchema } from '../../../../lambdas/rules/servicing/waterfall.ts';
import { calendarDate as on } from '../../../../lambdas/shared/calendar.ts';
import { cents, sumCents } from '../../../../lambdas/shared/money.ts';
import {
  lateChargesFirst,
  paidAhead,
  partialPaymentsApplied,
  uniformInstrument,
} from '../../../../lambdas/rules/servicing/note-waterfalls.ts';
import type { Bucket, Claim, Stage, Timing } from '../../../../lambdas/rules/servicing/waterfall.ts';

const claim = (
  instalmentOn: string,
  bucket: Bucket,
  amountCents: number,
  timing: Timing = 'past-due',
): Claim => ({
  key: `${bucket} ${instalmentOn}`,
  instalmentOn: on(instalmentOn),
  bucket,
  timing,
  amountCents: cents(amountCents),
});

const instalment = (dueOn: string, timing?: Timing): Claim[] => [
  claim(dueOn, 'interest', 60, timing),
  claim(dueOn, 'principal', 20, timing),
  claim(dueOn, 'escrow', 20, timing),
];

const owed = [
  claim('2026-01-17', 'late-charge', 5),
  ...instalment('2026-01-01'),
  ...instalment('2026-02-01', 'due'),
  claim('2026-01-20', 'fee', 15),
  ...instalment('2026-03-01', 'in-advance'),
];

const taken = (amount: number, stages: readonly Stage[]) => {
  const { applied, leftCents, isHeld } = allocate(cents(amount), owed, [...stages]);
  return [
    applied.map((each) => `${each.claim.key} ${each.amountCents}`).join(', '),
    leftCents,
    isHeld,
  ] as const;
};

const january = 'interest 2026-01-01 60, principal 2026-01-01 20, escrow 2026-01-01 20';
const february = 'interest 2026-02-01 60, principal 2026-02-01 20, escrow 2026-02-01 20';

describe('the waterfall of a note', () => {
  it.each([
    ['holds money short of the oldest payment', uniformInstrument, 99, ['', 99, true]],
    ['pays the oldest payment whole and holds the rest', uniformInstrument, 150, [january, 50, true]],
    ['pays a payment that is met exactly, with nothing to hold', uniformInstrument, 100, [january, 0, false]],
    [
      'takes late charges and then fees once every payment is made',
      uniformInstrument,
      212,
      [`${january}, ${february}, late-charge 2026-01-17 5, fee 2026-01-20 7`, 0, false],
    ],
    [
      'leaves what is beyond all claims',
      uniformInstrument,
      250,
      [`${january}, ${february}, late-charge 2026-01-17 5, fee 2026-01-20 15`, 30, false],
    ],
    [
      'takes late charges first where the note says so',
      lateChargesFirst,
      100,
      ['late-charge 2026-01-17 5', 95, true],
    ],
    [
      'applies part of a payment where the note says so',
      partialPaymentsApplied,
      70,
      ['interest 2026-01-01 60, principal 2026-01-01 10', 0, false],
    ],
    [
      'pays coming instalments ahead, whole ones only',
      paidAhead,
      330,
      [
        `${january}, ${february}, late-charge 2026-01-17 5, fee 2026-01-20 15, interest 2026-03-01 60, principal 2026-03-01 20, escrow 2026-03-01 20`,
        10,
        false,
      ],
    ],
  ])('%s', (_behaviour, { stages }, amount, expected) => {
    expect(taken(amount, stages)).toEqual(expected);
  });

  it('takes one bucket of all instalments before the next when told to', () => {
    const stage: Stage = {
      timings: ['past-due', 'due'],
      buckets: ['principal', 'interest'],
      by: 'bucket',
      whole: false,
    };
    expect(taken(70, [stage])[0]).toBe(
      'principal 2026-01-01 20, principal 2026-02-01 20, interest 2026-01-01 30',
    );
  });

  it('takes the oldest first however the claims are listed', () => {
    const backwards = owed.toReversed();
    const stage = (by: Stage['by']): Stage => ({
      timings: ['past-due', 'due'],
      buckets: ['interest'],
      by,
      whole: false,
    });
    for (const by of ['instalment', 'bucket'] as const) {
      const { applied } = allocate(cents(70), backwards, [stage(by)]);
      expect(applied.map((each) => each.claim.instalmentOn)).toEqual(['2026-01-01', '2026-02-01']);
    }
  });

  it('cannot hold single buckets back: only instalments are whole', () => {
    const stage = { timings: ['due'], buckets: ['interest'] };
    const takes = (...stages: unknown[]) =>
      WaterfallSchema.safeParse({ citation: 'x', stages, surplus: 'principal' }).success;
    const wholes = { ...stage, by: 'instalment', whole: true };
    expect(takes(wholes, { ...stage, by: 'bucket' })).toBe(true);
    expect(takes(wholes, { ...stage, by: 'bucket', whole: true })).toBe(false);
  });
});

const buckets = ['interest', 'principal', 'escrow', 'late-charge', 'fee'] as const;
const timings = ['past-due', 'due', 'in-advance'] as const;
const claims = fc.uniqueArray(
  fc.record({
    instalmentOn: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
    bucket: fc.constantFrom(...buckets),
    timing: fc.constantFrom(...timings),
    amount: fc.integer({ min: 1, max: 5_000 }),
  }),
  { maxLength: 12, selector: ({ instalmentOn, bucket }) => `${instalmentOn}${bucket}` },
);
const stages = fc.array(
  fc.record({
    timings: fc.subarray([...timings], { minLength: 1 }),
    buckets: fc.shuffledSubarray([...buckets], { minLength: 1 }),
    by: fc.constantFrom('instalment' as const, 'bucket' as const),
    whole: fc.constant(false),
  }),
  { minLength: 1, maxLength: 4 },
);

describe('laws of every waterfall', () => {
  it('applied amounts and what is left sum to the payment, and no claim is paid more than it asks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), claims, stages, (amount, asked, order) => {
        const made = asked.map((each) => claim(each.instalmentOn, each.bucket, each.amount, each.timing));
        const { applied, leftCents } = allocate(cents(amount), made, order);
        expect(sumCents(applied.map(({ amountCents }) => amountCents)) + leftCents).toBe(amount);
        expect(new Set(applied.map((each) => each.claim.key)).size).toBe(applied.length);
        expect(
          applied.every((each) => each.amountCents <= each.claim.amountCents && each.amountCents > 0),
        ).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('the order in which claims are listed changes nothing', () => {
    const shuffled = fc.shuffledSubarray(owed, { minLength: owed.length });
    fc.assert(
      fc.property(fc.nat(400), shuffled, stages, (amount, listed, order) => {
        expect(allocate(cents(amount), listed, order)).toEqual(allocate(cents(amount), owed, order));
      }),
    );
  });

  it('more money never pays any claim less', () => {
    const orders = [uniformInstrument, paidAhead, partialPaymentsApplied, lateChargesFirst];
    fc.assert(
      fc.property(fc.nat(400), fc.nat(100), fc.constantFrom(...orders), (amount, more, order) => {
        const paidBy = (money: number) =>
          new Map(
            allocate(cents(money), owed, order.stages).applied.map((each) => [
              each.claim.key,
              each.amountCents,
            ]),
          );
        const [less, much] = [paidBy(amount), paidBy(amount + more)];
        for (const [key, paidCents] of less) expect(much.get(key) ?? 0).toBeGreaterThanOrEqual(paidCents);
      }),
      { numRuns: 200 },
    );
  });
});
