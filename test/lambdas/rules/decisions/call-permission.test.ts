import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CallSchema, callPermission } from '../../../../lambdas/rules/decisions/call-permission.ts';
import {
  DoNotCallFactsSchema,
  companyRequestBy,
  relationshipUntil,
} from '../../../../lambdas/rules/decisions/do-not-call.ts';
import {
  RevocationSchema,
  isRevokingWord,
  judgeRevocation,
} from '../../../../lambdas/rules/decisions/consent-revocation.ts';
import { addDays, calendarDate } from '../../../../lambdas/shared/calendar.ts';
import { addMs, epochMs } from '../../../../lambdas/shared/clock.ts';
import { callingHours } from '../../../../lambdas/rules/decisions/calling-hours.ts';
import type { Instant } from '../../../../lambdas/shared/clock.ts';

const NEW_YORK = 'America/New_York';
const consent = {
  givenOn: '2026-05-01',
  covers: 'marketing',
  isWritten: true,
  isSigned: true,
  namesNumber: true,
  disclosesAutomatedCalls: true,
  saysNotRequired: true,
};
const list = { listOfOn: '2026-06-01', isOnNationalList: false };
const text = {
  at: '2026-06-10T16:00:00Z',
  zones: [NEW_YORK],
  medium: 'text',
  purpose: 'marketing',
  means: 'autodialer',
  line: 'wireless',
  consents: [consent],
  doNotCall: list,
};
const permission = (change: object) => callPermission(CallSchema.parse({ ...text, ...change }));
const isPermitted = (change: object) => permission(change).isPermitted;

describe('consent to be called', () => {
  it.each([
    ['written consent for a marketing text', {}, true],
    ['none', { consents: [] }, false],
    ['one that is not signed', { consents: [{ ...consent, isSigned: false }] }, false],
    ['one that does not name the number', { consents: [{ ...consent, namesNumber: false }] }, false],
    ['one without its disclosure', { consents: [{ ...consent, disclosesAutomatedCalls: false }] }, false],
    ['one made a condition', { consents: [{ ...consent, saysNotRequired: false }] }, false],
    ['one for information alone', { consents: [{ ...consent, covers: 'informational' }] }, false],
    ['one given tomorrow', { consents: [{ ...consent, givenOn: '2026-06-11' }] }, false],
    ['one revoked today', { consents: [{ ...consent, revokedOn: '2026-06-10' }] }, false],
    ['a call by hand needs none', { consents: [], means: 'by-hand', medium: 'call' }, true],
    [
      'an oral one for a text about the own loan',
      {
        purpose: 'informational',
        consents: [{ givenOn: '2026-05-01', covers: 'informational', isWritten: false }],
      },
      true,
    ],
    ['no consent for such a text', { purpose: 'informational', consents: [] }, false],
    [
      'a recorded call about the own loan to a house',
      { purpose: 'informational', consents: [], means: 'recorded', medium: 'call', line: 'residential' },
      true,
    ],
    [
      'the fourth of them in 30 days',
      {
        purpose: 'informational',
        consents: [],
        means: 'recorded',
        medium: 'call',
        line: 'residential',
        recordedCallsIn30Days: 3,
      },
      false,
    ],
    ['an emergency', { purpose: 'emergency', consents: [], at: '2026-06-10T03:00:00Z' }, true],
  ])('%s', (_what, change, expected) => {
    expect(isPermitted(change)).toBe(expected);
  });

  it('a consent that was given anew after a revocation permits', () => {
    const revoked = { ...consent, givenOn: '2026-04-01', revokedOn: '2026-04-20' };
    expect(isPermitted({ consents: [revoked, consent] })).toBe(true);
    expect(isPermitted({ consents: [{ ...revoked, revokedOn: '2026-05-02' }, consent] })).toBe(false);
  });

  it('from 2027 a revocation of one kind ends the other too', () => {
    const informational = { givenOn: '2026-05-01', covers: 'informational', isWritten: false };
    const text2027 = (revokedOn: string) => ({
      purpose: 'informational',
      at: '2027-03-01T16:00:00Z',
      consents: [{ ...consent, revokedOn }, informational],
    });
    expect(isPermitted(text2027('2027-01-30'))).toBe(true);
    expect(isPermitted(text2027('2027-01-31'))).toBe(false);
  });

  it('a revoked consent never permits: not to sell, and not by a machine', () => {
    const day = fc.integer({ min: -300, max: 0 }).map((days) => addDays(calendarDate('2026-06-10'), days));
    const facts = fc.record({
      purpose: fc.constantFrom('marketing', 'informational'),
      means: fc.constantFrom('by-hand', 'autodialer', 'recorded'),
      line: fc.constantFrom('wireless', 'residential'),
      medium: fc.constantFrom('call', 'text'),
      doNotCall: fc.constantFrom(
        list,
        { ...list, lastTransactionOn: '2026-06-09' },
        { hasPersonalRelationship: true },
      ),
    });
    fc.assert(
      fc.property(facts, fc.array(fc.tuple(day, day), { minLength: 1, maxLength: 3 }), (call, spans) => {
        const consents = spans.map(([a, b]) => ({
          ...consent,
          givenOn: a < b ? a : b,
          revokedOn: a < b ? b : a,
        }));
        const isByMachine =
          call.means === 'recorded' ||
          (call.means === 'autodialer' && (call.line === 'wireless' || call.medium === 'text'));
        const isOfConcern = call.purpose === 'marketing' || isByMachine;
        expect(isOfConcern && isPermitted({ ...call, consents })).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

describe('do-not-call', () => {
  const byHand = { means: 'by-hand', medium: 'call', consents: [] };
  const listed = (change: object) => isPermitted({ ...byHand, doNotCall: { ...list, ...change } });

  it.each([
    ['not on the list', {}, true],
    ['on the list', { isOnNationalList: true }, false],
    ['a list that nobody looked at', { listOfOn: undefined, isOnNationalList: undefined }, false],
    ['a list of 31 days ago', { listOfOn: '2026-05-10' }, true],
    ['a list of 32 days ago', { listOfOn: '2026-05-09' }, false],
    ['a transaction 18 months ago', { isOnNationalList: true, lastTransactionOn: '2024-12-10' }, true],
    ['a transaction a day before', { isOnNationalList: true, lastTransactionOn: '2024-12-09' }, false],
    ['an inquiry three months ago', { isOnNationalList: true, lastInquiryOn: '2026-03-10' }, true],
    ['an inquiry a day before', { isOnNationalList: true, lastInquiryOn: '2026-03-09' }, false],
    ['a personal relationship', { isOnNationalList: true, hasPersonalRelationship: true }, true],
    ['a request to us', { lastTransactionOn: '2026-06-01', companyRequestOn: '2026-06-09' }, false],
  ])('%s', (_what, change, expected) => {
    expect(listed(change)).toBe(expected);
  });

  it('a signed agreement goes before the list, and before a request that is older', () => {
    const asked = (companyRequestOn?: string) =>
      isPermitted({ doNotCall: { ...list, isOnNationalList: true, companyRequestOn } });
    expect([asked(), asked('2026-04-30'), asked('2026-05-01')]).toEqual([true, true, false]);
  });

  it('the agreement needs a signature and the number, and none of the disclosures for automated calls', () => {
    const plain = { ...consent, disclosesAutomatedCalls: false, saysNotRequired: false };
    const called = (change: object) =>
      isPermitted({
        ...byHand,
        consents: [{ ...plain, ...change }],
        doNotCall: { ...list, isOnNationalList: true },
      });
    expect([called({}), called({ isSigned: false }), called({ namesNumber: false })]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('a relationship lasts until the later of its two ends', () => {
    const facts = DoNotCallFactsSchema.parse({
      lastTransactionOn: '2025-01-31',
      lastInquiryOn: '2026-05-31',
    });
    expect(relationshipUntil(facts, calendarDate('2026-06-10'))?.on).toBe('2026-08-31');
  });

  it('a request to a company has ten business days, before April 2025 thirty days', () => {
    expect(companyRequestBy(calendarDate('2026-06-10')).on).toBe('2026-06-25');
    expect(companyRequestBy(calendarDate('2025-04-10')).on).toBe('2025-05-10');
  });
});

describe('calling hours', () => {
  const within = (at: string, ...zones: string[]) => callingHours(at as Instant, zones);

  it.each([
    ['2026-06-10T11:59:59.999Z', false],
    ['2026-06-10T12:00:00.000Z', true],
    ['2026-06-11T00:59:00.000Z', true],
    ['2026-06-11T01:00:00.000Z', false],
  ])('from 8 to 21 in New York in June: %s', (at, isWithin) => {
    expect(within(at, NEW_YORK).isWithin).toBe(isWithin);
  });

  it('winter time moves them', () => {
    expect(within('2026-12-10T12:30:00.000Z', NEW_YORK).isWithin).toBe(false);
    expect(within('2026-12-10T12:30:00.000Z', NEW_YORK).nextAt).toBe('2026-12-10T13:00:00.000Z');
  });

  it('every zone of a person counts', () => {
    const early = within('2026-06-10T13:00:00.000Z', NEW_YORK, 'America/Los_Angeles');
    expect(early).toMatchObject({ isWithin: false, nextAt: '2026-06-10T15:00:00.000Z' });
  });

  it('a text in the night waits for the morning', () => {
    expect(permission({ at: '2026-06-10T03:00:00Z' })).toMatchObject({
      isPermitted: false,
      notBefore: '2026-06-10T12:00:00.000Z',
    });
  });

  it('zones that share no hour have no time at all', () => {
    const zones = ['America/New_York', 'Asia/Karachi', 'Pacific/Auckland'];
    expect(within('2026-06-10T12:00:00.000Z', ...zones)).not.toHaveProperty('nextAt');
  });

  it('the time it names is within the hours, and no quarter hour before it is', () => {
    const zone = fc.constantFrom(
      NEW_YORK,
      'America/Phoenix',
      'America/Los_Angeles',
      'Pacific/Honolulu',
      'Pacific/Guam',
    );
    const at = fc
      .integer({ min: 0, max: 365 * 96 })
      .map((quarter) => addMs('2026-01-01T00:00:00.000Z' as Instant, quarter * 900_000));
    fc.assert(
      fc.property(at, fc.uniqueArray(zone, { minLength: 1, maxLength: 2 }), (now, zones) => {
        const { nextAt } = callingHours(now, zones);
        expect(nextAt).toBeDefined();
        if (nextAt === undefined) return;
        expect(callingHours(nextAt, zones).isWithin).toBe(true);
        for (let earlier = now; epochMs(earlier) < epochMs(nextAt); earlier = addMs(earlier, 900_000))
          expect(callingHours(earlier, zones).isWithin).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('a zone that is none is refused by name', () => {
    expect(CallSchema.safeParse({ ...text, zones: ['Mars/Olympus'] }).error?.issues[0]?.path).toEqual([
      'zones',
      0,
    ]);
  });
});

describe('revocation of consent', () => {
  const judge = (revocation: object) =>
    judgeRevocation(RevocationSchema.parse({ receivedOn: '2026-06-10', ...revocation }));

  it.each([
    'STOP',
    'Stop.',
    'quit',
    'END',
    'revoke',
    'opt out',
    'OPT-OUT',
    'optout',
    'cancel',
    'Unsubscribe!',
  ])('"%s" revokes by itself', (words) => {
    expect(isRevokingWord(words)).toBe(true);
  });

  it.each(['stop by tomorrow', 'thanks', '', 'do not stop'])('"%s" is for a person to read', (words) => {
    expect(judge({ by: 'text-reply', words }).outcome).toBe('to-be-judged');
  });

  it('is honoured within ten business days of receipt', () => {
    expect(judge({ by: 'text-reply', words: 'STOP' })).toMatchObject({
      outcome: 'revoked',
      stopBy: { on: '2026-06-25', citation: '47 CFR 64.1200(a)(10)' },
      scope: 'kind-of-message',
    });
    expect(judge({ by: 'key-or-voice-on-call', receivedOn: '2027-02-01' }).scope).toBe(
      'every-automated-message',
    );
    expect(judge({ by: 'designated-site-or-number', receivedOn: '2025-04-10' }).stopBy?.on).toBe(
      '2025-04-10',
    );
  });

  it('any reasonable means counts when it clearly says so', () => {
    expect(judge({ by: 'any-other-way', wasJudgedClear: true }).outcome).toBe('revoked');
    expect(judge({ by: 'any-other-way', wasJudgedClear: false }).outcome).toBe('not-revoked');
    expect(judge({ by: 'any-other-way' }).outcome).toBe('to-be-judged');
  });

  it('the last day to honour it is never before it came', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), (days) => {
        const receivedOn = addDays(calendarDate('2026-06-10'), days);
        const { stopBy } = judge({ by: 'text-reply', words: 'stop', receivedOn });
        expect((stopBy?.on ?? '') >= receivedOn).toBe(true);
      }),
    );
  });
});
