import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApplicationFactsSchema } from '../../../../lambdas/rules/decisions/application-facts.ts';
import { actionNotice } from '../../../../lambdas/rules/decisions/action-notice.ts';
import { addDays, calendarDate } from '../../../../lambdas/shared/calendar.ts';
import { noticeRecipients } from '../../../../lambdas/rules/decisions/notice-recipients.ts';

const received = { receivedOn: '2026-06-01' };
const complete = { ...received, completedOn: '2026-06-10' };
const denied = { kind: 'denied', on: '2026-06-20' };
const notice = {
  sentOn: '2026-06-05',
  isWritten: true,
  specifiesWhatIsNeeded: true,
  respondBy: '2026-06-26',
  saysNoFurtherConsideration: true,
};
const found = (facts: object) => actionNotice(ApplicationFactsSchema.parse(facts));
const dateOf = (facts: object, id: string) => found(facts).dates.find((entry) => entry.id === id)?.on;

describe('the notice of action taken', () => {
  it.each([
    ['a completed application has 30 days from its completion', complete, 'notice-of-action', '2026-07-10'],
    [
      'an incomplete one has 30 days from its receipt',
      received,
      'notice-of-action-or-incompleteness',
      '2026-07-01',
    ],
    [
      'a denial of an incomplete one has 30 days of its own',
      { ...received, decision: denied },
      'notice-of-adverse-action',
      '2026-07-20',
    ],
    [
      'a counteroffer not accepted becomes adverse action within 90 days of its notice',
      { ...complete, decision: { kind: 'counteroffer', on: '2026-06-20' }, noticeSentOn: '2026-06-22' },
      'adverse-action-after-counteroffer',
      '2026-09-20',
    ],
    [
      'an approval nobody asks about may be treated as withdrawn after 30 days',
      { ...complete, decision: { kind: 'approved', on: '2026-06-20', expectsInquiry: true } },
      'treated-as-withdrawn',
      '2026-07-02',
    ],
    [
      'records are kept 25 months from the notice',
      { ...complete, decision: denied, noticeSentOn: '2026-06-22' },
      'records-destroyed',
      '2028-07-22',
    ],
    [
      'and 12 months for business credit, from receipt where no notice is owed',
      { ...received, isBusinessCredit: true, withdrawnOn: '2026-06-03' },
      'records-destroyed',
      '2027-06-01',
    ],
    [
      'from the notice of incompleteness, 1002.12(b)(1)',
      { ...received, incompletenessNotice: notice },
      'records-destroyed',
      '2028-07-05',
    ],
    [
      'also where what it asked for came too late',
      { ...received, completedOn: '2026-06-27', incompletenessNotice: notice },
      'records-destroyed',
      '2028-07-05',
    ],
    [
      'and not to a day that is known while a notice is still owed',
      { ...complete, decision: denied },
      'records-destroyed',
      undefined,
    ],
    [
      'reasons may be asked for within 60 days',
      { ...complete, decision: denied, noticeSentOn: '2026-06-22', reasonsIn: 'statement-on-request' },
      'request-for-reasons',
      '2026-08-21',
    ],
    [
      'and are stated within 30 days of the request',
      {
        ...complete,
        decision: denied,
        noticeSentOn: '2026-06-22',
        reasonsIn: 'statement-on-request',
        reasonsRequestedOn: '2026-07-01',
      },
      'statement-of-reasons',
      '2026-07-31',
    ],
  ])('%s', (_title, facts, id, on) => {
    expect(dateOf(facts, id)).toBe(on);
  });

  it.each([
    [{ ...received, withdrawnOn: '2026-06-03' }, 'none', 'comment 9-2'],
    [{ ...complete, tookCreditElsewhere: true }, 'none', '1002.9(g)'],
    [{ ...received, canApplicantComplete: false }, 'none', '1002.2(f)'],
    [{ ...received, isPreapproval: true }, 'none', '1002.2(f)'],
    [{ ...received, incompletenessNotice: notice }, 'none', '1002.9(c)(2)'],
    [{ ...received, completedOn: '2026-06-27', incompletenessNotice: notice }, 'none', 'comment 9(c)(2)-1'],
    [{ ...received, completedOn: '2026-06-26', incompletenessNotice: notice }, 'decision', '1002.9(a)(1)(i)'],
    [{ ...complete, decision: denied }, 'adverse-action', '1002.9(a)(1)(i)'],
    [{ ...complete, decision: denied, withdrawnOn: '2026-06-21' }, 'adverse-action', '1002.9(a)(1)(i)'],
    [{ ...complete, decision: { kind: 'approved', on: '2026-06-20' } }, 'approval', 'comment 9(a)(1)-2'],
    [{ ...received, decision: denied }, 'adverse-action', '1002.9(a)(1)(ii)'],
    [{ ...received, decision: { kind: 'approved', on: '2026-06-20' } }, 'approval', 'comment 9(a)(1)-4'],
    [
      { ...received, decision: { kind: 'counteroffer', on: '2026-06-20' } },
      'counteroffer',
      'comment 9(a)(1)-4',
    ],
    [received, 'action-or-incompleteness', '1002.9(c)(1)'],
  ])('of %j is %s by %s', (facts, due, citation) => {
    expect(found(facts)).toMatchObject({ due, citation });
  });

  it('is late on the day after its last', () => {
    const sent = (noticeSentOn: string) => found({ ...complete, decision: denied, noticeSentOn }).breaches;
    expect(sent('2026-07-10')).toEqual([]);
    expect(sent('2026-07-11')).toMatchObject([{ id: 'notice-of-action', citation: '1002.9(a)(1)(i)' }]);
  });

  it.each(['isWritten', 'specifiesWhatIsNeeded', 'saysNoFurtherConsideration'])(
    'a notice of incompleteness without %s leaves the duty as it was',
    (field) => {
      const facts = { ...received, incompletenessNotice: { ...notice, [field]: false } };
      expect(found(facts)).toMatchObject({ due: 'action-or-incompleteness', breaches: [{}] });
    },
  );

  it('no second notice follows a combined one or an accepted counteroffer', () => {
    const counter = (change: object) => ({
      ...complete,
      decision: { kind: 'counteroffer', on: '2026-06-20', ...change },
      noticeSentOn: '2026-06-22',
    });
    const id = 'adverse-action-after-counteroffer';
    expect(dateOf(counter({ isCombinedWithAdverseAction: true }), id)).toBeUndefined();
    expect(dateOf(counter({ acceptedOn: '2026-06-25' }), id)).toBeUndefined();
  });

  it('may be oral up to 150 applications a year, and not where nobody counted', () => {
    const oral = (applicationsLastYear?: number) => found({ ...received, applicationsLastYear }).mayBeOral;
    expect([oral(150), oral(151), oral()]).toEqual([true, false, false]);
  });

  it('facts out of order name the field', () => {
    const parsed = ApplicationFactsSchema.safeParse({
      ...complete,
      decision: { ...denied, on: '2026-05-31' },
    });
    expect(parsed.error?.issues[0]?.path).toEqual(['decision', 'on']);
  });

  it('each deadline is on or after every date it depends on', () => {
    const day = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(
        day,
        day,
        day,
        day,
        fc.constantFrom('denied', 'counteroffer', 'approved'),
        (a, b, c, d, kind) => {
          const start = calendarDate('2026-01-15');
          const decidedOn = addDays(start, a);
          const noticeSentOn = addDays(decidedOn, b);
          const facts = {
            receivedOn: start,
            ...(c % 2 === 0 ? { completedOn: addDays(start, c) } : {}),
            ...(d % 3 === 0
              ? {
                  incompletenessNotice: {
                    ...notice,
                    sentOn: addDays(start, d),
                    respondBy: addDays(start, d + 20),
                  },
                }
              : {}),
            decision: { kind, on: decidedOn },
            noticeSentOn,
            reasonsIn: 'statement-on-request',
            reasonsRequestedOn: addDays(noticeSentOn, d),
          };
          const { dates } = found(facts);
          for (const entry of dates)
            for (const id of entry.after) {
              const before = dates.find((other) => other.id === id);
              expect(before).toBeDefined();
              expect(entry.on >= (before?.on ?? '')).toBe(true);
            }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('who is told', () => {
  it('one applicant of the action, each of a report on them', () => {
    const told = noticeRecipients([
      { id: 'first', isPrimary: false, wasReportUsed: true },
      { id: 'second', isPrimary: true, wasReportUsed: true },
      { id: 'third', isPrimary: false, wasReportUsed: false },
    ]);
    expect(told.map(({ id, receives }) => [id, receives])).toEqual([
      ['second', 'action-notice'],
      ['first', 'credit-report-notice'],
      ['second', 'credit-report-notice'],
    ]);
  });
});
