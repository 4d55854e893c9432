import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  NoticeFactsSchema,
  adjustmentWindow,
  initialWindow,
} from '../../../../lambdas/rules/arm-notices/notice-window.ts';
import { addDays, calendarDate as day, daysBetween } from '../../../../lambdas/shared/calendar.ts';
import { armNotice } from '../../../../lambdas/rules/arm-notices/arm-notice.ts';
import type { ArmNoticeInput } from '../../../../lambdas/rules/arm-notices/arm-notice.ts';

const facts = (more: object = {}) =>
  NoticeFactsSchema.parse({
    consummationOn: '2021-06-15',
    firstPaymentAtNewLevelOn: '2026-08-01',
    changeOn: '2026-07-01',
    changeNumber: 1,
    lookBackDays: 45,
    termMonths: 360,
    ...more,
  });

describe('the notice of a change of payment', () => {
  it.each([
    ['60 to 120 days before', {}, '2026-04-03', '2026-06-02'],
    ['25 days with changes every 60 days', { daysBetweenChanges: 60 }, '2026-04-03', '2026-07-07'],
    ['60 days with changes every 61', { daysBetweenChanges: 61 }, '2026-04-03', '2026-06-02'],
    [
      '25 days for an older loan with a short look-back',
      { consummationOn: '2015-01-09', lookBackDays: 44 },
      '2026-04-03',
      '2026-07-07',
    ],
    [
      '60 days for a newer one',
      { consummationOn: '2015-01-10', lookBackDays: 44 },
      '2026-04-03',
      '2026-06-02',
    ],
    [
      'from consummation to 25 days for a first change within 60 days',
      { consummationOn: '2026-05-02' },
      '2026-05-02',
      '2026-07-07',
    ],
    ['60 days for a first change after 61', { consummationOn: '2026-05-01' }, '2026-04-03', '2026-06-02'],
  ])('is due %s', (_title, more, from, to) => {
    const citation = '1026.20(c)(2)';
    expect(adjustmentWindow(facts(more))).toMatchObject({ kind: 'window', from, to, citation });
  });

  it.each([
    ['a year or less', { termMonths: 12 }, '1026.20(c)(1)(ii)(A)'],
    ['no change of payment', { changesPayment: false }, '1026.20(c)'],
    [
      'an exact rate at consummation',
      { consummationOn: '2026-01-15', wasEstimatedAtConsummation: false },
      '1026.20(c)(1)(ii)(B)',
    ],
    ['a debt collector told to cease', { hasCeaseNotice: true }, '1026.20(c)(1)(ii)(C)'],
  ])('is not required with %s', (_title, more, citation) => {
    expect(adjustmentWindow(facts(more))).toMatchObject({ kind: 'not-required', citation });
  });
});

describe('the notice of the first change of rate', () => {
  it('is due 210 to 240 days before the first payment at the new level', () => {
    expect(initialWindow(facts())).toMatchObject({
      from: '2025-12-04',
      to: '2026-01-03',
      citation: '1026.20(d)',
    });
  });

  it('is of the first change alone, and is given whatever the debt collector was told', () => {
    expect(initialWindow(facts({ changeNumber: 2 })).kind).toBe('not-required');
    expect(initialWindow(facts({ hasCeaseNotice: true })).kind).toBe('window');
  });

  it('is given at consummation when that payment comes within 210 days', () => {
    expect(initialWindow(facts({ consummationOn: '2026-01-03' }))).toMatchObject({
      kind: 'at-consummation',
      on: '2026-01-03',
    });
    expect(initialWindow(facts({ consummationOn: '2026-01-02' })).kind).toBe('window');
    expect(initialWindow(facts({ termMonths: 12 })).kind).toBe('not-required');
  });

  it('never comes later than the notice of the change itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 211, max: 4_000 }), (after) => {
        const consummationOn = day('2021-06-15');
        const due = addDays(consummationOn, after);
        const dates = facts({ firstPaymentAtNewLevelOn: due, changeOn: addDays(due, -31) });
        const [first, each] = [initialWindow(dates), adjustmentWindow(dates)];
        const isOrdered = first.kind === 'window' && each.kind === 'window' && first.to < each.from;
        expect(isOrdered).toBe(true);
        expect(first.kind === 'window' && daysBetween(first.from, first.to)).toBe(30);
      }),
      { numRuns: 30 },
    );
  });
});

const input = (
  more: Partial<ArmNoticeInput['adjustment']> = {},
  rest: Partial<ArmNoticeInput> = {},
): ArmNoticeInput => ({
  notice: 'adjustment',
  consummationOn: '2021-06-15',
  termMonths: 360,
  noticeOn: '2026-05-20',
  adjustment: {
    terms: {
      initialRatePpm: 40_000,
      marginPpm: 27_500,
      firstCapPpm: 20_000,
      periodicCapPpm: 10_000,
      lifetimeCapPpm: 50_000,
      lookBackDays: 45,
      roundToPpm: 1_250,
      rounding: 'half-up',
    },
    indexName: '30-day Average SOFR',
    indexSource: 'Federal Reserve Bank of New York',
    indexValues: [
      { availableOn: '2026-04-30', valuePpm: 36_000 },
      { availableOn: '2026-05-15', valuePpm: 28_100 },
      { availableOn: '2026-05-18', valuePpm: 39_000 },
    ],
    changeNumber: 1,
    changeOn: '2026-07-01',
    changeEveryMonths: 6,
    currentRatePpm: 40_000,
    currentPaymentCents: 95_483,
    escrowCents: 30_000,
    balanceCents: 18_089_514,
    remainingMonths: 300,
    ...more,
  },
  ...rest,
});

describe('the data of a notice', () => {
  it('come from the index of the look-back day, the margin and the limits', () => {
    const notice = armNotice(input());
    expect(notice).toMatchObject({
      isTimely: true,
      isEstimate: false,
      index: { valuePpm: 28_100, publishedOn: '2026-05-15' },
      fullyIndexedPpm: 55_000, // 5.56 % to the nearest eighth is 5.5
      ratePpm: { current: 40_000, new: 55_000 },
      paymentCents: { current: 125_483 },
      firstPaymentOn: '2026-08-01',
      nextChangeOn: '2027-01-01',
      limits: { atThisChangePpm: 20_000, lifetimeMaximumPpm: 90_000, floorPpm: 27_500, boundBy: 'nothing' },
      foregoneIncreasePpm: 0,
    });
    expect(notice.allocation).toBeUndefined();
    // 180,895.14 at 5.5 % over 300 months
    expect(notice.paymentCents.new).toBe(111_085 + 30_000);
  });

  it('say what a cap kept back and when it may come, where the note lets it', () => {
    const indexValues = [{ availableOn: '2026-05-15', valuePpm: 45_000 }];
    const without = armNotice(input({ indexValues }));
    expect([without.foregoneIncreasePpm, without.foregoneFromOn]).toEqual([0, undefined]);
    expect(armNotice(input({ indexValues, permitsCarryover: true }))).toMatchObject({
      ratePpm: { new: 60_000 },
      limits: { boundBy: 'first-cap' },
      foregoneIncreasePpm: 12_500,
      foregoneFromOn: '2027-01-01',
    });
  });

  it('split interest-only payments into their parts', () => {
    const notice = armNotice(
      input({ interestOnly: { before: true, after: true }, currentPaymentCents: 60_298 }),
    );
    expect(notice.allocation).toEqual({
      current: { principalCents: 0, interestCents: 60_298, escrowCents: 30_000 },
      new: { principalCents: 0, interestCents: 82_910, escrowCents: 30_000 },
    });
    expect(notice.amortizingPaymentCents).toBeUndefined();
    expect(notice.statements).toContain('payment-does-not-reduce-balance');
  });

  it('split a payment that did not cover the interest as the last one was', () => {
    const growing = { currentPaymentCents: 50_000, escrowCents: undefined };
    expect(armNotice(input(growing)).allocation?.current.principalCents).toBe(-10_298);
    const lastAllocation = { principalCents: -10_100, interestCents: 60_100 };
    expect(armNotice(input({ ...growing, lastAllocation })).allocation).toEqual({
      current: { ...lastAllocation, escrowCents: 0 },
      new: { principalCents: 28_175, interestCents: 82_910, escrowCents: 0 },
    });
  });

  it('of a loan that changes every month are due 25 days before, and every two months 60', () => {
    const latest = (changeEveryMonths: number) => {
      const { window } = armNotice(input({ changeEveryMonths }));
      return window.kind === 'window' && window.to;
    };
    expect([1, 2, 6].map(latest)).toEqual(['2026-07-07', '2026-06-02', '2026-06-02']);
  });

  it('are not called for once a debt collector was told to cease', () => {
    const { window } = armNotice(input({}, { hasCeaseNotice: true }));
    expect(window).toMatchObject({ kind: 'not-required', citation: '1026.20(c)(1)(ii)(C)' });
  });

  it('name the payment that would pay the loan off where a payment cap lets the balance grow', () => {
    const notice = armNotice(
      input({ paymentCapPpm: 75_000, currentPaymentCents: 70_000, escrowCents: undefined }),
    );
    expect(notice).toMatchObject({
      paymentCents: { current: 70_000, new: 75_250 },
      allocation: { new: { principalCents: -7_660, interestCents: 82_910 } },
      amortizingPaymentCents: 111_085,
    });
  });

  it('rest a first notice on figures of the last fifteen business days, and call them an estimate', () => {
    const first = input({}, { notice: 'initial', noticeOn: '2025-12-10' });
    const figure = (availableOn: string) => ({ availableOn, valuePpm: 30_000 });
    const fresh = input(
      { indexValues: [figure('2025-11-24')] },
      { notice: 'initial', noticeOn: '2025-12-15' },
    );
    expect(armNotice(fresh)).toMatchObject({ isEstimate: true, isTimely: true, citation: '1026.20(d)(2)' });
    const stale = input(
      { indexValues: [figure('2025-11-20')] },
      { notice: 'initial', noticeOn: '2025-12-15' },
    );
    expect(() => armNotice(stale)).toThrow('index');
    expect(() => armNotice(first)).toThrow('index');
  });

  it('name what is said in words: of this loan, and more in the first notice', () => {
    const plain = armNotice(input()).statements;
    expect(plain).not.toContain('alternatives');
    const prepaymentPenalty = { untilOn: '2026-12-01', mostCents: 300_000 };
    const growing = armNotice(
      input({ paymentCapPpm: 75_000, currentPaymentCents: 70_000, prepaymentPenalty }),
    );
    expect(growing.statements).toEqual([...plain, 'payment-does-not-cover-interest', 'prepayment-penalty']);
    const indexValues = [{ availableOn: '2025-12-05', valuePpm: 30_000 }];
    const first = armNotice(input({ indexValues }, { notice: 'initial', noticeOn: '2025-12-10' }));
    expect(first.statements).toEqual([
      ...plain,
      'estimate',
      'telephone-number',
      'alternatives',
      'counselors',
    ]);
  });

  it('say when the notice is early or late, or the rate is not yet known', () => {
    const noticed = (noticeOn: string) => armNotice(input({}, { noticeOn })).isTimely;
    expect(['2026-06-02', '2026-06-03'].map(noticed)).toEqual([true, false]);
    expect(
      armNotice(
        input({ indexValues: [{ availableOn: '2026-03-01', valuePpm: 30_000 }] }, { noticeOn: '2026-04-02' }),
      ),
    ).toMatchObject({ isTimely: false, isEstimate: true });
    const estimated = armNotice(
      input({ indexValues: [{ availableOn: '2026-05-01', valuePpm: 30_000 }] }, { noticeOn: '2026-05-16' }),
    );
    expect(estimated).toMatchObject({ isTimely: false, isEstimate: true });
    expect(estimated.statements).not.toContain('estimate');
  });
});
