import { describe, expect, it } from 'vitest';
import { amortize } from '../../../../lambdas/rules/amortization/amortize.ts';
import { applicationCourse } from '../../../../lambdas/rules/trid/application-course.ts';
import { averageCharge } from '../../../../lambdas/rules/trid/average-charge.ts';
import { calendarDate } from '../../../../lambdas/shared/calendar.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { disclosedTermMonths } from '../../../../lambdas/rules/trid/disclosed-term.ts';
import { feeRecipient } from '../../../../lambdas/rules/trid/fee-recipient.ts';
import { fixedRatePlan } from '../../../../lambdas/rules/amortization/note-plans.ts';
import { judgeEarlyFee, mayRequire } from '../../../../lambdas/rules/trid/early-fee.ts';
import { maximumPenalty, unearnedInterest } from '../../../../lambdas/rules/trid/prepayment-penalty.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';
import { providerListDefects } from '../../../../lambdas/rules/trid/provider-list.ts';
import { retainedThrough } from '../../../../lambdas/rules/trid/record-retention.ts';
import type { PenaltyTerm } from '../../../../lambdas/rules/trid/prepayment-penalty.ts';

const day = calendarDate;

describe('average charges, 1026.19(f)(3)(ii)', () => {
  const winter = { paidCents: [10_000, 10_001, 10_001], fromOn: '2026-01-01', toOn: '2026-04-30' };

  it('drop a part of a cent, and hold for as long as their period was', () => {
    expect(averageCharge(winter)).toMatchObject({
      averageCents: 10_000,
      chargedFromOn: '2026-05-01',
      untilOn: '2026-09-01',
    });
    expect(averageCharge({ ...winter, chargedFromOn: '2026-05-10' }).untilOn).toBe('2026-09-10');
    const days = { ...winter, fromOn: '2026-01-05', toOn: '2026-02-13' };
    expect(averageCharge(days).untilOn).toBe('2026-03-26');
  });

  it.each([
    [{ toOn: '2026-01-29' }, /30 days/],
    [{ toOn: '2026-07-01' }, /six months/],
    [{ chargedFromOn: '2026-04-30' }, /after its period/],
  ])('refuse a period that the rule does not allow: %j', (more, message) => {
    expect(() => averageCharge({ ...winter, ...more })).toThrow(message);
  });

  it.each([{ isInsurance: true }, { dependsOnLoanOrValue: true }, { isProhibitedByLaw: true }])(
    'are not for every charge: %j',
    (more) => {
      expect(averageCharge({ ...winter, ...more })).toMatchObject({ isAllowed: false });
    },
  );
});

describe('the prepayment penalty of the loan terms, 1026.37(b)(7)(i)', () => {
  const schedule = amortize(
    fixedRatePlan({ principalCents: cents(20_000_000), ratePpm: ppm(60_000), months: 360 }),
  );
  const twoPercent: PenaltyTerm = { kind: 'part-of-balance', partPpm: ppm(20_000), months: 24 };

  it.each<[string, PenaltyTerm[], number, number]>([
    ['a part of the highest balance', [twoPercent], 400_000, 24],
    [
      'months of interest',
      [{ kind: 'months-of-interest', ratePpm: ppm(60_000), count: 6, months: 36 }],
      600_000,
      36,
    ],
    [
      'a month’s interest not earned',
      [{ kind: 'whole-month-interest', ratePpm: ppm(60_000), months: 360 }],
      100_000,
      360,
    ],
    [
      'all kinds together',
      [twoPercent, { kind: 'amount', amountCents: cents(5_000), months: 36 }],
      405_000,
      36,
    ],
    [
      'what is taken back beyond waived charges',
      [{ kind: 'recouped-waiver', waivedCents: cents(200_000), recoupCents: cents(250_000), months: 36 }],
      50_000,
      36,
    ],
    [
      'all that is taken back after three years',
      [{ kind: 'recouped-waiver', waivedCents: cents(200_000), recoupCents: cents(200_000), months: 48 }],
      200_000,
      48,
    ],
  ])('is %s', (_what, terms, mostCents, months) => {
    expect(maximumPenalty(terms, schedule)).toMatchObject({ mostCents, months });
  });

  it('is none where waived charges alone are taken back within three years', () => {
    const term: PenaltyTerm = {
      kind: 'recouped-waiver',
      waivedCents: cents(200_000),
      recoupCents: cents(200_000),
      months: 36,
    };
    expect(maximumPenalty([term], schedule)).toBeUndefined();
    expect(unearnedInterest(cents(900), cents(1_000))).toBe(0);
  });

  it('takes the balance that interest has grown to', () => {
    const growing = amortize({
      principalCents: 20_000_000,
      periods: { kind: 'equal', perYear: 12 },
      segments: [
        { payments: 12, ratePpm: 60_000, payment: { kind: 'fixed', amountCents: 0 } },
        { payments: 348, ratePpm: 60_000, payment: { kind: 'level', overPayments: 348 } },
      ],
    });
    const found = maximumPenalty([twoPercent], growing)?.mostCents ?? 0;
    expect(found).toBe(Math.round(growing.highestBalanceCents * 0.02));
  });
});

describe('fees before the Loan Estimate, 1026.19(e)(2)', () => {
  const other = { fee: 'other' as const, isBonaFideAndReasonable: true, imposedOn: '2026-06-08' };
  const estimateReceivedOn = '2026-06-05';

  it.each([
    [{ ...other, fee: 'credit-report' as const }, true],
    [{ ...other, fee: 'credit-report' as const, isBonaFideAndReasonable: false }, false],
    [{ ...other, estimateReceivedOn }, false],
    [{ ...other, estimateReceivedOn, intent: { on: '2026-06-06', manner: 'phone' as const } }, true],
    [{ ...other, estimateReceivedOn, intent: { on: '2026-06-06', manner: 'silence' as const } }, false],
    [{ ...other, estimateReceivedOn, intent: { on: '2026-06-04', manner: 'email' as const } }, false],
    [{ ...other, estimateReceivedOn, intent: { on: '2026-06-09', manner: 'email' as const } }, false],
  ])('%j: allowed %s', (facts, isAllowed) => {
    expect(judgeEarlyFee(facts).isAllowed).toBe(isAllowed);
  });

  it('leave questions free, and documents for afterwards', () => {
    expect(mayRequire('information', false)).toBe(true);
    expect(mayRequire('verifying-document', false)).toBe(false);
    expect(mayRequire('verifying-document', true)).toBe(true);
  });
});

describe('an application that ends or changes, comment 19(e)(1)(iii)-3', () => {
  const applicationOn = '2026-06-01';

  it('needs no Loan Estimate when it ends within three business days', () => {
    const ended = (on: string) => applicationCourse({ applicationOn, ended: { on, how: 'withdrawn' } });
    expect(ended('2026-06-04').originalEstimate.isRequired).toBe(false);
    expect(ended('2026-06-05').originalEstimate.isRequired).toBe(true);
  });

  it('is a new one when amended, with three business days of its own', () => {
    const found = applicationCourse({ applicationOn, amendedOn: '2026-06-03' });
    expect(found.originalEstimate.isRequired).toBe(false);
    expect(found.amendedEstimateDue?.on).toBe('2026-06-08');
  });
});

describe('smaller rules of settlement', () => {
  it('the list of providers names one for each service to shop for, and none for others', () => {
    const services = [
      { service: 'survey', mayShop: true },
      { service: 'pest', mayShop: true },
      { service: 'appraisal', mayShop: false },
    ];
    const list = [
      { service: 'survey', provider: 'Example Surveyors' },
      { service: 'appraisal', provider: 'Example Appraisers' },
    ];
    expect(providerListDefects(services, list).map(({ service }) => service)).toEqual(['pest', 'appraisal']);
  });

  it('a fee that is passed on or reimburses is paid to a third party', () => {
    expect(feeRecipient('creditor', 'kept')).toBe('creditor');
    expect(feeRecipient('creditor', 'passed-on')).toBe('third-party');
    expect(feeRecipient('affiliate', 'kept-as-reimbursement')).toBe('third-party');
  });

  it.each([
    ['closing-disclosure', '2031-06-14'],
    ['integrated-disclosures', '2029-06-14'],
    ['general', '2028-06-14'],
  ] as const)('records are kept to the day before the anniversary: %s to %s', (kind, on) => {
    expect(retainedThrough(kind, day('2026-06-15')).on).toBe(on);
  });

  it('a demand obligation is disclosed as of one year, unless it states a maturity', () => {
    expect(disclosedTermMonths({ isPayableOnDemand: true })).toBe(12);
    expect(disclosedTermMonths({ isPayableOnDemand: true, statedMaturityMonths: 36 })).toBe(36);
    expect(disclosedTermMonths({ isPayableOnDemand: false })).toBeUndefined();
  });
});
