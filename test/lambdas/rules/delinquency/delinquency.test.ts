import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  AccountHistorySchema,
  delinquencyStatus,
} from '../../../../lambdas/rules/delinquency/account-status.ts';
import { addDays, addMonths, calendarDate as day } from '../../../../lambdas/shared/calendar.ts';
import { earlyIntervention } from '../../../../lambdas/rules/delinquency/early-intervention.ts';
import type { CalendarDate } from '../../../../lambdas/shared/calendar.ts';
import type { EarlyInterventionFacts } from '../../../../lambdas/rules/delinquency/early-intervention.ts';

const AMOUNT = 150_000;
const instalments = (first: string, count = 12) =>
  Array.from({ length: count }, (_each, index) => ({
    dueOn: addMonths(day(first), index),
    amountCents: AMOUNT,
  }));
const paid = (...receivedOn: string[]) => receivedOn.map((on) => ({ receivedOn: on, amountCents: AMOUNT }));
const status = (asOfOn: string, payments: { receivedOn: string; amountCents: number }[], more: object = {}) =>
  delinquencyStatus(
    AccountHistorySchema.parse({ instalments: instalments('2026-03-01'), payments, ...more }),
    day(asOfOn),
  );

describe('delinquency', () => {
  it('begins the day after an instalment is due and unpaid', () => {
    expect(status('2026-03-01', [])).toMatchObject({ isDelinquent: true, daysDelinquent: 0 });
    expect(status('2026-03-31', [])).toMatchObject({
      daysDelinquent: 30,
      firstDayOn: '2026-03-02',
      nextDueOn: '2026-03-01',
    });
    expect(status('2026-02-28', [])).toMatchObject({ isDelinquent: false, nextDueOn: '2026-03-01' });
  });

  it('rolls forward with a payment, which pays the oldest instalment', () => {
    const rolled = status('2026-04-06', paid('2026-04-05'));
    expect(rolled).toMatchObject({ daysDelinquent: 5, firstDayOn: '2026-04-02', nextDueOn: '2026-04-01' });
    expect(status('2026-04-04', paid('2026-04-05')).daysDelinquent).toBe(34);
  });

  it('goes on until the whole instalment is there, unless the servicer tolerates what is missing', () => {
    const short = [{ receivedOn: '2026-03-01', amountCents: AMOUNT - 500 }];
    expect(status('2026-03-10', short).daysDelinquent).toBe(9);
    expect(status('2026-03-10', short, { toleranceCents: 500 }).isDelinquent).toBe(false);
    const topped = [...short, { receivedOn: '2026-03-08', amountCents: 500 }];
    expect(status('2026-03-10', topped).isDelinquent).toBe(false);
  });

  it.each([
    ['2026-03-30', 'current', 'current'],
    ['2026-03-31', '30', 'current'],
    ['2026-04-01', '30', '30'],
    ['2026-04-30', '60', '30'],
    ['2026-06-30', '120+', '90'],
    ['2026-09-01', '120+', '120+'],
  ])('on %s is %s by the bankers’ method and %s by the thrifts’', (asOfOn, bankers, thrift) => {
    expect(status(asOfOn, [])).toMatchObject({ mortgageBankersBucket: bankers, thriftBucket: thrift });
  });

  it('never grows with a payment, and the thrifts’ count is never ahead of the bankers’', () => {
    const order = ['current', '30', '60', '90', '120+'];
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 8 }),
        fc.integer({ min: 0, max: 300 }),
        (offsets, later) => {
          const asOf = addDays(day('2026-03-01'), later);
          const made = offsets.map((offset) => addDays(day('2026-03-01'), offset));
          const before = status(asOf, paid(...made.slice(1)));
          const after = status(asOf, paid(...made));
          expect(after.daysDelinquent).toBeLessThanOrEqual(before.daysDelinquent);
          expect(order.indexOf(after.thriftBucket)).toBeLessThanOrEqual(
            order.indexOf(after.mortgageBankersBucket),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

const intervene = (asOfOn: string, more: Partial<EarlyInterventionFacts> = {}, payments = paid()) =>
  earlyIntervention({ history: { instalments: instalments('2026-03-01'), payments }, asOfOn, ...more });
const noticeDays = (asOfOn: string, more: Partial<EarlyInterventionFacts> = {}, payments = paid()) =>
  intervene(asOfOn, more, payments).writtenNotices.map(({ on, state }) => [on, state]);

describe('early intervention', () => {
  it('calls for live contact by the 36th day after each missed due date', () => {
    const { liveContacts } = intervene('2026-04-20', { liveContactsOn: ['2026-04-03'] });
    expect(liveContacts.map(({ dueOn, on, state }) => [dueOn, on, state])).toEqual([
      ['2026-03-01', '2026-04-06', 'made'],
      ['2026-04-01', '2026-05-07', 'made'], // one contact serves both
    ]);
    expect(intervene('2026-04-07').liveContacts[0]?.state).toBe('missed');
    expect(intervene('2026-04-06').liveContacts[0]?.state).toBe('open');
    expect(intervene('2026-04-20', {}, paid('2026-04-05')).liveContacts[0]?.state).toBe('not-required');
  });

  it('calls for no other contact while an application keeps both in contact, but for the notice', () => {
    const { liveContacts, writtenNotices } = intervene('2026-04-20', { isInLossMitigation: true });
    expect([liveContacts.length, writtenNotices.length]).toEqual([0, 1]);
  });

  it('calls for a written notice by the 45th day, and again when 180 days are over', () => {
    expect(noticeDays('2026-04-10')).toEqual([['2026-04-15', 'open']]);
    expect(noticeDays('2026-06-10', { writtenNoticesOn: ['2026-04-10'] })).toEqual([
      ['2026-04-15', 'given'],
      ['2026-10-07', 'open'],
    ]);
    expect(noticeDays('2026-10-10', { writtenNoticesOn: ['2026-04-10'] }).at(-1)).toEqual([
      '2026-10-07',
      'missed',
    ]);
  });

  it('waits for the 45th day of a new delinquency when the 180 days end before it', () => {
    const cured = paid('2026-04-20', '2026-04-20', '2026-05-01', '2026-06-01', '2026-07-01', '2026-08-01');
    expect(noticeDays('2026-10-12', { writtenNoticesOn: ['2026-04-10'] }, cured)).toEqual([
      ['2026-04-15', 'given'],
      ['2026-10-16', 'open'], // September 1 and 45 days
    ]);
  });

  it('calls for nothing when the instalment is paid before', () => {
    expect(noticeDays('2026-04-30', {}, paid('2026-04-10', '2026-04-10'))).toEqual([]);
  });

  it('marks a notice given late', () => {
    expect(noticeDays('2026-05-30', { writtenNoticesOn: ['2026-04-20'] })[0]).toEqual([
      '2026-04-15',
      'missed',
    ]);
  });

  it.each([
    ['recent', { on: '2026-04-12', transferorNoticeOn: '2026-04-05' }, '2026-06-15'],
    ['long past', { on: '2026-04-12', transferorNoticeOn: '2026-02-20' }, '2026-04-15'],
    ['not given', { on: '2026-04-12' }, '2026-04-15'],
  ])('after a transfer with a notice that is %s', (_title, transfer, on) => {
    expect(noticeDays('2026-05-02', { transfer })[0]?.[0]).toBe(on);
  });

  it('gives one modified notice in a bankruptcy case, 45 days after the petition, and no live contact', () => {
    const bankruptcy = { petitionOn: '2026-05-10', isLossMitigationAvailable: true };
    const { liveContacts, writtenNotices } = intervene('2026-06-01', { bankruptcy });
    expect(liveContacts).toEqual([]);
    expect(writtenNotices).toMatchObject([{ on: '2026-06-24', citation: '1024.39(c)(1)(iii)' }]);
    expect(noticeDays('2026-06-01', { bankruptcy: { ...bankruptcy, noticeGivenOn: '2026-05-20' } })).toEqual([
      ['2026-06-24', 'given'],
    ]);
    expect(
      noticeDays('2026-06-01', { bankruptcy: { ...bankruptcy, isLossMitigationAvailable: false } }),
    ).toEqual([]);
    const later = { petitionOn: '2026-02-01', isLossMitigationAvailable: true };
    expect(noticeDays('2026-03-20', { bankruptcy: later })).toEqual([['2026-04-15', 'open']]);
  });

  it('allows ten days more after a request to cease communication', () => {
    const ceaseCommunication = { isLossMitigationAvailable: true };
    expect(noticeDays('2026-06-10', { ceaseCommunication, writtenNoticesOn: ['2026-04-10'] }).at(-1)).toEqual(
      ['2026-10-17', 'open'],
    );
  });

  it.each([
    ['a small servicer', { isSmallServicer: true }, '1024.30(b)(1)'],
    ['another property', { isPrincipalResidence: false }, '1024.30(c)(2)'],
    [
      'bankruptcy with a request to cease',
      {
        bankruptcy: { petitionOn: '2026-05-10', isLossMitigationAvailable: true },
        ceaseCommunication: { isLossMitigationAvailable: true },
      },
      '1024.39(c)(1)(ii)',
    ],
  ])('is not required of %s', (_title, more, citation) => {
    expect(intervene('2026-06-01', more)).toMatchObject({ exemption: { citation }, writtenNotices: [] });
  });

  it('assigns personnel by the 45th day of what is still unpaid', () => {
    expect(intervene('2026-04-20').personnelBy).toMatchObject({
      on: '2026-04-15',
      citation: '1024.40(a)(1)',
    });
  });

  it('never calls for two notices within 180 days', () => {
    const dates = fc.array(fc.integer({ min: 0, max: 420 }), { maxLength: 6 });
    fc.assert(
      fc.property(dates, dates, (payOffsets, noticeOffsets) => {
        const at = (offset: number): CalendarDate => addDays(day('2026-03-01'), offset);
        const writtenNoticesOn = noticeOffsets.map(at);
        const { writtenNotices } = intervene('2027-04-30', { writtenNoticesOn }, paid(...payOffsets.map(at)));
        for (const [index, notice] of writtenNotices.entries()) {
          const before = writtenNotices[index - 1];
          const from = before ? addDays(before.givenOn ?? before.on, 180) : '2026-01-01';
          expect(notice.on >= from).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
