import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  BorrowerLetterSchema,
  responseDates,
} from '../../../../lambdas/rules/delinquency/response-clocks.ts';
import {
  SmallServicerFactsSchema,
  compliesFrom,
  smallServicer,
} from '../../../../lambdas/rules/delinquency/small-servicer.ts';
import {
  StatementEventSchema,
  statementExemption,
} from '../../../../lambdas/rules/delinquency/statement-exemption.ts';
import { addDays, calendarDate as day } from '../../../../lambdas/shared/calendar.ts';
import { applicationTransferDates } from '../../../../lambdas/rules/delinquency/application-transfer.ts';
import { lossMitigationDates } from '../../../../lambdas/rules/delinquency/loss-mitigation.ts';
import {
  ownershipNoticeBy,
  servicingTransferDates,
} from '../../../../lambdas/rules/delinquency/transfer-clocks.ts';
import type { LossMitigationFacts } from '../../../../lambdas/rules/delinquency/loss-mitigation.ts';

const dates = (more: Partial<LossMitigationFacts> = {}) =>
  lossMitigationDates({ receivedOn: '2026-06-15', ...more });

describe('a loss mitigation application', () => {
  it('is acknowledged in five days without weekends and holidays, if 45 days before a sale', () => {
    expect(dates().acknowledgeBy).toMatchObject({ on: '2026-06-23', citation: '1024.41(b)(2)(i)(B)' });
    expect(dates({ saleOn: '2026-07-30' }).acknowledgeBy?.on).toBe('2026-06-23');
    expect(dates({ saleOn: '2026-07-29' }).acknowledgeBy).toBeUndefined();
  });

  it.each([
    ['30 days after the notice', {}, '2026-07-18'],
    ['when documents become stale', { documentsStaleOn: '2026-07-10' }, '2026-07-10'],
    ['on the 120th day of delinquency', { delinquentSinceOn: '2026-03-05' }, '2026-07-03'],
    ['90 days before the sale', { saleOn: '2026-10-01' }, '2026-07-03'],
    ['38 days before the sale', { saleOn: '2026-08-15' }, '2026-07-08'],
    ['never less than a week after it', { documentsStaleOn: '2026-06-20' }, '2026-06-25'],
  ])('has its reasonable date %s', (_title, more, on) => {
    expect(dates({ acknowledgedOn: '2026-06-18', ...more }).reasonableDate?.on).toBe(on);
  });

  it.each([
    [undefined, { mustEvaluate: true, acceptDays: 14, mayAppeal: true }],
    ['2026-09-18', { daysBeforeSale: 90, mustEvaluate: true, acceptDays: 14, mayAppeal: true }],
    ['2026-09-17', { daysBeforeSale: 89, mustEvaluate: true, acceptDays: 7, mayAppeal: false }],
    ['2026-07-28', { daysBeforeSale: 38, mustEvaluate: true, barsSale: true, acceptDays: 7 }],
    ['2026-07-27', { daysBeforeSale: 37, mustEvaluate: false, barsSale: false, mayAppeal: false }],
  ])('complete before a sale on %s has these rights', (saleOn, rights) => {
    const { protections } = dates({
      completeOn: '2026-06-20',
      referredOn: '2026-06-01',
      ...(saleOn ? { saleOn } : {}),
    });
    expect(protections).toMatchObject(rights);
  });

  it('is evaluated in 30 days; offers stay open 14 days, appeals are answered in 30', () => {
    expect(
      dates({
        completeOn: '2026-06-20',
        determinationOn: '2026-07-10',
        isLoanModificationDenied: true,
        appealedOn: '2026-07-20',
        appealDecisionOn: '2026-08-05',
      }),
    ).toMatchObject({
      noticeOfCompleteBy: { on: '2026-06-26' },
      evaluateBy: { on: '2026-07-20' },
      acceptBy: { on: '2026-07-24' },
      appealBy: { on: '2026-07-24' },
      appealDecisionBy: { on: '2026-08-19' },
      acceptAfterAppealBy: { on: '2026-08-19' },
    });
  });

  it('knows no answer to an appeal that came too late', () => {
    const late = dates({
      completeOn: '2026-06-20',
      determinationOn: '2026-07-10',
      isLoanModificationDenied: true,
      appealedOn: '2026-07-25',
    });
    expect(late.appealDecisionBy).toBeUndefined();
  });

  it('bars a first filing when complete before it, and keeps the day it was first complete on its face', () => {
    expect(dates({ completeOn: '2026-06-20' }).protections?.barsFirstFiling).toBe(true);
    const after = dates({ completeOn: '2026-06-20', referredOn: '2026-06-10' });
    expect(after.protections?.barsFirstFiling).toBe(false);
    const facial = dates({
      completeOn: '2026-06-30',
      faciallyCompleteOn: '2026-06-20',
      saleOn: '2026-09-18',
    });
    expect(facial.protections?.daysBeforeSale).toBe(90);
    expect(facial.evaluateBy?.on).toBe('2026-07-30');
  });

  it('allows the first filing only beyond 120 days of delinquency', () => {
    expect(dates({ delinquentSinceOn: '2026-03-01' }).referralFrom).toMatchObject({ on: '2026-06-30' });
  });

  it.each([
    ['another property', { isPrincipalResidence: false }, '1024.30(c)(2)', undefined],
    ['a small servicer', { isSmallServicer: true }, '1024.41(j)', '2026-06-30'],
    ['a second application', { isDuplicative: true }, '1024.41(i)', '2026-06-30'],
  ])('of %s has few dates', (_title, more, citation, referralOn) => {
    const found = dates({ delinquentSinceOn: '2026-03-01', ...more });
    expect(found.exemption?.citation).toBe(citation);
    expect(found.acknowledgeBy).toBeUndefined();
    expect(found.referralFrom?.on).toBe(referralOn);
  });

  it('never loses a right by an earlier completion', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 60 }), (before, earlier) => {
        const saleOn = '2026-12-01';
        const at = (days: number) =>
          dates({ completeOn: addDays(day(saleOn), -days), saleOn, referredOn: '2026-01-05' }).protections;
        const [late, early] = [at(before), at(before + earlier)];
        expect((early?.acceptDays ?? 0) >= (late?.acceptDays ?? 0)).toBe(true);
        expect(Number(early?.mayAppeal) >= Number(late?.mayAppeal)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('an application whose servicing moves', () => {
  const facts = { receivedOn: '2026-11-02', transferOn: '2026-11-06' };

  it('is acknowledged by the new servicer ten days after the transfer, if the old one’s time ran', () => {
    expect(applicationTransferDates(facts).acknowledgeBy?.on).toBe('2026-11-23'); // Veterans Day between
    expect(
      applicationTransferDates({ ...facts, acknowledgedByTransferorOn: '2026-11-04' }).acknowledgeBy,
    ).toBeUndefined();
    expect(applicationTransferDates({ ...facts, transferOn: '2026-11-12' }).acknowledgeBy).toBeUndefined();
  });

  it('is evaluated, and an appeal answered, 30 days after the transfer', () => {
    const found = applicationTransferDates({ ...facts, completeOn: '2026-11-03', appealedOn: '2026-11-20' });
    expect(found).toMatchObject({
      evaluateBy: { on: '2026-12-06', citation: '1024.41(k)(3)' },
      appealDecisionBy: { on: '2026-12-20', citation: '1024.41(k)(4)(i)' },
    });
    const earlier = applicationTransferDates({ ...facts, appealedOn: '2026-11-01' });
    expect(earlier.appealDecisionBy?.on).toBe('2026-12-06');
  });

  it('keeps its protections through the reasonable date', () => {
    const noticed = {
      ...facts,
      acknowledgedOn: '2026-11-20',
      reasonableDateOn: '2026-12-20',
      saleOn: '2026-12-22',
    };
    expect(applicationTransferDates(noticed)).toMatchObject({
      protectedThrough: { on: '2026-12-20', citation: '1024.41(k)(2)(ii)' },
      onNotice: { daysToSale: 32 },
    });
  });
});

describe('letters and transfers', () => {
  it.each([
    [{ kind: 'notice-of-error' }, '2026-06-23', '2026-07-28', '1024.35(e)(3)(i)(C)'],
    [{ kind: 'notice-of-error', isExtended: true }, '2026-06-23', '2026-08-18', '1024.35(e)(3)(ii)'],
    [{ kind: 'notice-of-error', about: 'payoff-balance' }, '2026-06-23', '2026-06-25', '1024.35(e)(3)(i)(A)'],
    [{ kind: 'notice-of-error', about: 'foreclosure' }, '2026-06-23', '2026-07-28', '1024.35(e)(3)(i)(B)'],
    [
      { kind: 'notice-of-error', about: 'foreclosure', saleOn: '2026-07-10' },
      '2026-06-23',
      '2026-07-09',
      '1024.35(e)(3)(i)(B)',
    ],
    [{ kind: 'information-request' }, '2026-06-23', '2026-07-28', '1024.36(d)(2)(i)(B)'],
    [{ kind: 'information-request', about: 'owner' }, '2026-06-23', '2026-06-30', '1024.36(d)(2)(i)(A)'],
    [{ kind: 'information-request', isExtended: true }, '2026-06-23', '2026-08-18', '1024.36(d)(2)(ii)'],
  ])('answers %j', (letter, acknowledge, respond, citation) => {
    const found = responseDates(BorrowerLetterSchema.parse({ receivedOn: '2026-06-15', ...letter }));
    expect([found.acknowledgeBy.on, found.respondBy.on, found.respondBy.citation]).toEqual([
      acknowledge,
      respond,
      citation,
    ]);
  });

  it('gives notice of a transfer fifteen days before and after, and sixty days of grace', () => {
    expect(servicingTransferDates(day('2026-06-01'))).toMatchObject({
      transferorNoticeBy: { on: '2026-05-17' },
      transfereeNoticeBy: { on: '2026-06-16' },
      combinedNoticeBy: { on: '2026-05-17' },
      noLateTreatmentThrough: { on: '2026-07-31' },
    });
    expect(servicingTransferDates(day('2026-06-01'), true).transferorNoticeBy.on).toBe('2026-07-01');
  });

  it('tells of a new owner by the 30th day after the earliest acquisition', () => {
    expect(ownershipNoticeBy([day('2026-05-20'), day('2026-05-10')]).on).toBe('2026-06-09');
  });
});

describe('statements and small servicers', () => {
  it.each([
    ['2026-04-06', false, '2026-05-01', '2026-06-01', '2026-05-16'],
    ['2026-04-20', true, '2026-06-01', '2026-07-01', '2026-06-16'],
    ['2026-05-01', false, '2026-06-01', '2026-07-01', '2026-06-16'],
  ])('an event of %s exempts one cycle', (eventOn, isNextStatementSent, exempt, resume, from) => {
    const event = StatementEventSchema.parse({ eventOn, dueOn: '2026-04-01', isNextStatementSent });
    const found = statementExemption(event);
    expect([found.exemptDueOn, found.resumeDueOn, found.resumeFrom.on]).toEqual([exempt, resume, from]);
    const other = statementExemption({ ...event, dueOn: day('2026-12-01') });
    expect(other).toEqual(found);
  });

  it.each([
    [{ loans: 5_000, loansOfOthers: 0 }, true],
    [{ loans: 5_001, loansOfOthers: 0 }, false],
    [{ loans: 10, loansOfOthers: 1 }, false],
    [{ loans: 9_000, loansOfOthers: 9_000, isHousingFinanceAgency: true }, true],
  ])('%j', (facts, isSmall) => {
    expect(smallServicer(SmallServicerFactsSchema.parse(facts)).isSmall).toBe(isSmall);
  });

  it('has six months or until the next January, whichever is later', () => {
    expect(compliesFrom(day('2026-03-01'))).toBe('2027-01-01');
    expect(compliesFrom(day('2026-10-01'))).toBe('2027-04-01');
  });
});
