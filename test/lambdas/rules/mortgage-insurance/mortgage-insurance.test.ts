import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  CancellationRequestSchema,
  judgeCancellation,
} from '../../../../lambdas/rules/mortgage-insurance/cancellation-request.ts';
import {
  OriginalValueFactsSchema,
  originalValue,
} from '../../../../lambdas/rules/mortgage-insurance/original-value.ts';
import { addMonths, calendarDate, isCalendarDate } from '../../../../lambdas/shared/calendar.ts';
import { automaticTermination } from '../../../../lambdas/rules/mortgage-insurance/automatic-termination.ts';
import { goodPaymentHistory } from '../../../../lambdas/rules/mortgage-insurance/payment-history.ts';
import { insuranceDates } from '../../../../lambdas/rules/mortgage-insurance/insurance-dates.ts';
import { insuranceNotices } from '../../../../lambdas/rules/mortgage-insurance/insurance-notices.ts';
import type { InsuredLoanInput } from '../../../../lambdas/rules/mortgage-insurance/insurance-dates.ts';
import type { TerminationFacts } from '../../../../lambdas/rules/mortgage-insurance/automatic-termination.ts';

const level = (payments: number, overPayments = payments, ratePpm = 62_500) => ({
  payments,
  ratePpm,
  payment: { kind: 'level' as const, overPayments },
});
const plan = (segments: InsuredLoanInput['schedule']['segments'], principalCents = 19_000_000) => ({
  principalCents,
  periods: { kind: 'equal' as const, perYear: 12, firstDueOn: '2024-05-01' },
  segments,
});
const loan = (more: Partial<InsuredLoanInput> = {}): InsuredLoanInput => ({
  schedule: plan([level(360)]),
  value: { purpose: 'purchase', salesPriceCents: 20_000_000, appraisedValueCents: 20_500_000 },
  ...more,
});

describe('the original value', () => {
  it.each([
    [{ purpose: 'purchase', salesPriceCents: 300, appraisedValueCents: 310 }, 300],
    [{ purpose: 'purchase', salesPriceCents: 300, appraisedValueCents: 290 }, 290],
    [{ purpose: 'refinance', appraisedValueCents: 280 }, 280],
  ])('of %j', (facts, value) => {
    expect(originalValue(OriginalValueFactsSchema.parse(facts))).toBe(value);
  });
});

describe('the dates of mortgage insurance', () => {
  it('are the payments after which the schedule stands at 80 and at 78 %, and the month after the midpoint', () => {
    expect(insuranceDates(loan())).toMatchObject({
      originalValueCents: 20_000_000,
      cancellation: { payment: 121, on: '2034-05-01', balanceCents: 15_971_582 },
      termination: { payment: 132, on: '2035-04-01', balanceCents: 15_589_939 },
      midpointOn: '2039-04-01',
      finalTermination: { on: '2039-05-01' },
    });
  });

  it('leave only the midpoint to a loan of high risk by the guides, and 77 % to one of high risk by the lender', () => {
    const byGuides = insuranceDates(loan({ risk: 'gse-high-risk' }));
    expect([byGuides.cancellation, byGuides.termination]).toEqual([undefined, undefined]);
    const byLender = insuranceDates(loan({ risk: 'lender-high-risk' }));
    expect(byLender.cancellation).toBeUndefined();
    expect(byLender.termination).toMatchObject({ payment: 138, citation: '12 USC 4902(g)(1)(B)' });
  });

  it('count a balloon loan’s amortization and an odd term’s half month', () => {
    const balloon = insuranceDates(loan({ schedule: plan([level(84, 360)]) }));
    expect(balloon.finalTermination.on).toBe('2039-05-01');
    expect(balloon.termination).toMatchObject({ payment: 84, balanceCents: 0 }); // not before the balloon
    expect(insuranceDates(loan({ schedule: plan([level(181)]) })).midpointOn).toBe('2031-10-16');
  });

  it('take the midpoint before the share where interest-only years hold the balance up', () => {
    const schedule = plan([
      { payments: 120, ratePpm: 65_000, payment: { kind: 'interest-only' } },
      level(240),
    ]);
    const { termination, finalTermination } = insuranceDates(loan({ schedule }));
    expect(termination && termination.on > finalTermination.on).toBe(true);
  });

  it('follow the schedule now in effect of an adjustable loan, and the midpoint of the whole period', () => {
    const now = {
      ...plan([level(300, 300, 75_000)], 17_000_000),
      periods: { kind: 'equal' as const, perYear: 12, firstDueOn: '2029-05-01' },
    };
    const amortization = { startsOn: '2024-04-01', months: 360 };
    const dates = insuranceDates(loan({ schedule: now, amortization }));
    expect(dates.midpointOn).toBe('2039-04-01');
    expect(dates.cancellation).toMatchObject({ payment: 45, on: '2033-01-01' });
  });

  it('need due dates by the month', () => {
    const schedule = { ...plan([level(360)]), periods: { kind: 'equal' as const, perYear: 12 } };
    expect(() => insuranceDates(loan({ schedule }))).toThrow('first payment');
  });

  it('stand at the start for a loan that begins at 80 % or below', () => {
    const start = insuranceDates(loan({ schedule: plan([level(360)], 16_000_000) })).cancellation;
    expect(start).toMatchObject({ payment: 0, on: '2024-04-01' });
  });

  it('come in order: 80 % before 78 % before the end of the loan', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 16_000_001, max: 20_000_000 }),
        fc.integer({ min: 10_000, max: 120_000 }),
        fc.constantFrom(120, 180, 240, 300, 360),
        (principalCents, ratePpm, months) => {
          const schedule = plan([level(months, months, ratePpm)], principalCents);
          const { cancellation, termination, finalTermination } = insuranceDates(loan({ schedule }));
          const [at80, at78] = [cancellation?.payment ?? 0, termination?.payment ?? 0];
          expect(at80).toBeGreaterThan(0);
          expect(at78).toBeGreaterThanOrEqual(at80);
          expect(at78).toBeLessThanOrEqual(months);
          expect(finalTermination.on).toBe(addMonths(calendarDate('2024-05-01'), months / 2));
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('a good payment history', () => {
  const judged = calendarDate('2026-06-15');
  const paid = (dueOn: string, paidOn?: string) => ({
    dueOn: calendarDate(dueOn),
    ...(paidOn ? { paidOn: calendarDate(paidOn) } : {}),
  });

  it.each([
    ['29 days late in the last year', paid('2025-12-01', '2025-12-30'), true],
    ['30 days late in the last year', paid('2025-12-01', '2025-12-31'), false],
    ['59 days late in the year before', paid('2024-10-01', '2024-11-29'), true],
    ['60 days late in the year before', paid('2024-10-01', '2024-11-30'), false],
    ['30 days late in the year before', paid('2024-10-01', '2024-10-31'), true],
    ['60 days late more than two years ago', paid('2024-03-01', '2024-06-14'), true],
    ['60 days late just two years ago', paid('2024-04-01', '2024-06-15'), false],
    ['unpaid for a month', paid('2026-05-01'), false],
    ['unpaid for two weeks', paid('2026-06-01'), true],
  ])('with a payment %s', (_title, instalment, passed) => {
    expect(goodPaymentHistory([instalment], judged).passed).toBe(passed);
  });
});

describe('a request to cancel', () => {
  const ask = (more: object = {}) =>
    judgeCancellation(
      CancellationRequestSchema.parse({
        requestedOn: '2034-05-10',
        scheduledOn: '2034-05-01',
        instalments: [],
        isCurrent: true,
        ...more,
      }),
    );

  it('is granted on the later of the date and the last requirement', () => {
    expect(ask().end).toMatchObject({
      end: { on: '2034-05-10', citation: '12 USC 4902(a)' },
      noticeBy: { on: '2034-06-09' },
      lastPremiumBy: { on: '2034-06-09' },
      refundBy: { on: '2034-06-24', citation: '12 USC 4902(f)(1)' },
    });
    expect(ask({ requestedOn: '2034-03-01' }).end?.end.on).toBe('2034-05-01');
    expect(ask({ requestedOn: '2034-03-01' }).end?.lastPremiumBy.on).toBe('2034-05-01');
    expect(ask({ requestedOn: '2034-04-20' }).end?.lastPremiumBy.on).toBe('2034-05-20');
    const evidence = {
      valueEvidence: { receivedOn: '2034-06-01' },
      lienCertification: { receivedOn: '2034-05-20' },
    };
    expect(ask(evidence).end?.end.on).toBe('2034-06-01');
  });

  it('may rest on what was really paid, earlier than the schedule', () => {
    expect(ask({ reachedOn: '2031-02-01', requestedOn: '2031-02-20' }).end?.end.on).toBe('2031-02-20');
  });

  it.each([
    ['not current', { isCurrent: false }, 'current'],
    [
      'a fallen value',
      { valueEvidence: { receivedOn: '2034-05-20', isBelowOriginal: true } },
      'value-evidence',
    ],
    ['evidence that has not come', { valueEvidence: {} }, 'value-evidence'],
    [
      'a subordinate lien',
      { lienCertification: { receivedOn: '2034-05-12', hasSubordinateLien: true } },
      'no-lien',
    ],
    [
      'a poor history',
      { instalments: [{ dueOn: '2034-03-01', paidOn: '2034-04-15' }] },
      'good-payment-history',
    ],
    ['a balance that has not come down', { scheduledOn: undefined }, 'eighty-percent'],
    [
      'a loan of high risk that was paid down',
      { isHighRisk: true, scheduledOn: undefined, reachedOn: '2031-02-01' },
      'not-high-risk',
    ],
  ])('is refused for %s, with the grounds within 30 days', (_title, more, rule) => {
    const { end, checks, refusalBy } = ask(more);
    expect(end).toBeUndefined();
    expect(checks.filter(({ passed }) => !passed).map((each) => each.rule)).toEqual([rule]);
    expect(isCalendarDate(refusalBy?.on ?? '')).toBe(true);
    expect(refusalBy?.citation).toBe('12 USC 4904(b)(2)(A)');
  });

  it('is none when it is not in writing', () => {
    expect(ask({ requestedOn: undefined })).toEqual({ checks: expect.any(Array) as unknown });
  });
});

describe('termination without a request', () => {
  const terminate = (asOfOn: string, more: Partial<TerminationFacts> = {}) =>
    automaticTermination({ loan: loan(), asOfOn, ...more });

  it('comes at 78 % to a borrower who is current', () => {
    expect(terminate('2035-03-31')).toMatchObject({ state: 'in-force', end: { end: { on: '2035-04-01' } } });
    expect(terminate('2035-04-01')).toMatchObject({
      state: 'ended',
      end: { end: { citation: '12 USC 4902(b)' }, refundBy: { on: '2035-05-16' } },
    });
  });

  it('waits for one who is behind, and comes on the first of the month after', () => {
    const behind = { atTermination: { kind: 'behind' as const } };
    expect(terminate('2035-05-20', behind)).toMatchObject({
      state: 'waits-until-current',
      explainBy: { on: '2035-05-01', citation: '12 USC 4904(b)(2)(B)' },
    });
    const cured = { atTermination: { kind: 'behind' as const, currentAgainOn: '2035-06-18' } };
    expect(terminate('2035-07-01', cured)).toMatchObject({
      state: 'ended',
      end: { end: { on: '2035-07-01', citation: '12 USC 4902(b)(2)' } },
    });
  });

  it('waits at the midpoint too, of which no grounds are due', () => {
    const answer = terminate('2039-05-20', {
      loan: loan({ risk: 'gse-high-risk' }),
      atMidpoint: { kind: 'behind' },
    });
    expect([answer.state, answer.explainBy, answer.end]).toEqual([
      'waits-until-current',
      undefined,
      undefined,
    ]);
  });

  it('comes at the midpoint at the latest', () => {
    const behind = { atTermination: { kind: 'behind' as const } };
    expect(terminate('2039-05-01', behind)).toMatchObject({
      state: 'ended',
      end: { end: { on: '2039-05-01' } },
    });
  });

  it('asks no current payments of a loan that the lender held to be of high risk', () => {
    const answer = terminate('2036-01-01', {
      loan: loan({ risk: 'lender-high-risk' }),
      atTermination: { kind: 'behind' },
    });
    expect(answer.state).toBe('ended');
  });
});

describe('notices of mortgage insurance', () => {
  const facts = { loan: loan(), commitmentOn: '2024-03-01', consummationOn: '2024-03-20' };
  const ids = (more: object) =>
    insuranceNotices({ ...facts, paidBy: 'borrower', ...more }).map(({ id, on, citation }) => [
      id,
      on,
      citation,
    ]);

  it.each([
    ['a fixed rate', {}, '12 USC 4903(a)(1)(A)'],
    ['a high risk', { loan: loan({ risk: 'gse-high-risk' }) }, '12 USC 4903(a)(2)'],
  ])('open with one at consummation for %s, and come yearly', (_title, more, citation) => {
    expect(ids(more)).toEqual([
      ['initial-disclosure', '2024-03-20', citation],
      ['yearly-statement', '2025-03-20', '12 USC 4903(a)(3)'],
    ]);
  });

  it('of an adjustable rate come also when the cancellation date is reached, as the first one says', () => {
    const notices = insuranceNotices({ ...facts, paidBy: 'borrower', isAdjustable: true });
    expect(notices.map(({ id, on, citation }) => [id, on, citation])).toEqual([
      ['initial-disclosure', '2024-03-20', '12 USC 4903(a)(1)(B)'],
      ['yearly-statement', '2025-03-20', '12 USC 4903(a)(3)'],
      ['cancellation-date-reached', '2034-05-01', '12 USC 4903(a)(1)(B)(i)'],
    ]);
    expect(notices[0]?.contents).toContain('automatic-termination-and-its-notice');
  });

  it('of insurance that the lender pays come at the commitment and when the borrower’s own would end', () => {
    expect(ids({ paidBy: 'lender' })).toEqual([
      ['lender-paid-disclosure', '2024-03-01', '12 USC 4905(c)(1)'],
      ['lender-paid-refinance-notice', '2035-05-01', '12 USC 4905(c)(2)'],
    ]);
  });
});
