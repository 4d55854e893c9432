import { BorrowerLetterSchema, responseDates } from '../../../lambdas/rules/delinquency/response-clocks.ts';
import { EscrowEventSchema, escrowDates } from '../../../lambdas/rules/escrow/escrow-dates.ts';
import {
  NoticeFactsSchema,
  adjustmentWindow,
  initialWindow,
} from '../../../lambdas/rules/arm-notices/notice-window.ts';
import { addDays, calendarDate, daysBetween } from '../../../lambdas/shared/calendar.ts';
import { afterEnd } from '../../../lambdas/rules/mortgage-insurance/after-end.ts';
import {
  businessDaysBetween,
  regXServicingDay,
  regZPreciseDay,
} from '../../../lambdas/shared/business-days.ts';
import { earlyIntervention } from '../../../lambdas/rules/delinquency/early-intervention.ts';
import { escrowClosingNotice } from '../../../lambdas/rules/escrow/escrow-closing-notice.ts';
import { firstsFrom } from './month-day.ts';
import { forcePlacedDates } from '../../../lambdas/rules/escrow/force-placed-insurance.ts';
import { insuranceDates } from '../../../lambdas/rules/mortgage-insurance/insurance-dates.ts';
import { interestStatement } from '../../../lambdas/rules/interest-reporting/interest-statement.ts';
import { lossMitigationDates } from '../../../lambdas/rules/delinquency/loss-mitigation.ts';
import {
  ownershipNoticeBy,
  servicingTransferDates,
} from '../../../lambdas/rules/delinquency/transfer-clocks.ts';
import type { CalendarDate } from '../../../lambdas/shared/calendar.ts';
import type { NoticeWindow } from '../../../lambdas/rules/arm-notices/notice-window.ts';

type Rows = (readonly [what: string, ours: unknown, published: unknown])[];
type Reader = ((rule: string) => Rows) | string;

const START = calendarDate('2026-09-01');
/** The numbers of a rule in order, those of its sub-clauses not among them. */
const numbers = (rule: string): number[] => [...rule.matchAll(/\d+/g)].map(([digits]) => Number(digits));
const since = (on: CalendarDate | undefined): number => (on ? daysBetween(START, on) : -1);
const businessSince = (on: CalendarDate | undefined): number =>
  on ? businessDaysBetween(START, on, regXServicingDay) : -1;
/** Clauses of a rule, by their words. */
const numberAfter = (rule: string, words: RegExp): number => Number(words.exec(rule)?.[1] ?? -2);

const intervene = (asOfOn: CalendarDate, writtenNoticesOn: CalendarDate[] = []) =>
  earlyIntervention({ history: { instalments: firstsFrom(START, 12, 100_000) }, asOfOn, writtenNoticesOn });

const letter = (input: object) =>
  responseDates(BorrowerLetterSchema.parse({ receivedOn: START, kind: 'notice-of-error', ...input }));

const mitigate = (daysToSale: number) => {
  const determinationOn = addDays(START, 20);
  const saleOn = addDays(START, daysToSale);
  const input = {
    receivedOn: START,
    completeOn: START,
    referredOn: addDays(START, -1),
    saleOn,
    determinationOn,
  };
  const { acceptBy, appealBy, appealDecisionBy, ...dates } = lossMitigationDates({
    ...input,
    isLoanModificationDenied: true,
    appealedOn: determinationOn,
  });
  const after = (on: CalendarDate | undefined) => (on ? daysBetween(determinationOn, on) : undefined);
  return {
    ...dates,
    accept: after(acceptBy?.on),
    appeal: after(appealBy?.on),
    decision: after(appealDecisionBy?.on),
  };
};

const window = (found: NoticeWindow, due: CalendarDate): number[] =>
  found.kind === 'window' ? [daysBetween(found.to, due), daysBetween(found.from, due)] : [];
const arm = (more: object = {}) =>
  NoticeFactsSchema.parse({
    consummationOn: '2020-01-15',
    firstPaymentAtNewLevelOn: START,
    changeOn: addDays(START, -31),
    changeNumber: 1,
    lookBackDays: 45,
    termMonths: 360,
    ...more,
  });

/** Loans whose balances pass the published shares of the value. */
const insured = () =>
  insuranceDates({
    schedule: {
      principalCents: 18_000_000,
      periods: { kind: 'equal', perYear: 12, firstDueOn: START },
      segments: [{ payments: 360, ratePpm: 60_000, payment: { kind: 'level', overPayments: 360 } }],
    },
    value: { purpose: 'refinance', appraisedValueCents: 20_000_000 },
  });
/** The share just under which the balance is when the date comes: less than a payment below it. */
const shareAt = (balanceCents: number | undefined): number => Math.ceil((balanceCents ?? 0) / 200_000);

const waterfall = 'belongs to the waterfall (lambdas/rules/servicing)';

/** Each topic put to the engine with dates from September 1, 2026; a text says why it is not. */
export const deadlineReaders: Readonly<Record<string, Reader>> = {
  'live contact': (rule) => [['day', since(intervene(START).liveContacts[0]?.on), numbers(rule)[0]]],
  'written early intervention': (rule) => {
    const given = addDays(START, 40);
    const again = intervene(addDays(START, 60), [given]).writtenNotices.at(-1)?.on ?? START;
    return [
      ['day', since(intervene(START).writtenNotices[0]?.on), numbers(rule)[0]],
      ['again after', daysBetween(given, again), numbers(rule)[1]],
    ];
  },
  'continuity of contact': (rule) => [['day', since(intervene(START).personnelBy?.on), numbers(rule)[0]]],
  'loss mitigation ack': (rule) => {
    const [days, before] = numbers(rule);
    return [
      ['days', businessSince(mitigate(before ?? 0).acknowledgeBy?.on), days],
      ['a day later', mitigate((before ?? 0) - 1).acknowledgeBy, undefined],
    ];
  },
  evaluation: (rule) => {
    const [days, before] = numbers(rule);
    return [
      ['days', since(mitigate((before ?? 0) + 1).evaluateBy?.on), days],
      ['at the limit', mitigate(before ?? 0).evaluateBy, undefined],
    ];
  },
  'accept offer': (rule) => {
    const [long, before, short] = numbers(rule);
    return [
      ['early', mitigate(before ?? 0).accept, long],
      ['late', mitigate((before ?? 0) - 1).accept, short],
    ];
  },
  appeal: (rule) => {
    const [days, before, decision] = numbers(rule);
    const early = mitigate(before ?? 0);
    return [
      ['days', early.appeal, days],
      ['decision', early.decision, decision],
      ['later', mitigate((before ?? 0) - 1).appeal, undefined],
    ];
  },
  'foreclosure referral': (rule) => {
    const { referralFrom } = lossMitigationDates({ receivedOn: START, delinquentSinceOn: START });
    return [['first day', since(referralFrom?.on), (numbers(rule)[0] ?? 0) + 1]];
  },
  'servicing transfer notice': (rule) => {
    const ours = servicingTransferDates(START);
    const [before, after, combined, grace] = numbers(rule);
    return [
      ['transferor', -since(ours.transferorNoticeBy.on), before],
      ['transferee', since(ours.transfereeNoticeBy.on), after],
      ['combined', -since(ours.combinedNoticeBy.on), combined],
      ['grace', since(ours.noLateTreatmentThrough.on), grace],
    ];
  },
  'error resolution': (rule) => [
    ['acknowledge', businessSince(letter({}).acknowledgeBy.on), numberAfter(rule, /acknowledge (\d+)/)],
    [
      'payoff',
      businessSince(letter({ about: 'payoff-balance' }).respondBy.on),
      numberAfter(rule, /payoff error (\d+)/),
    ],
    ['else', businessSince(letter({}).respondBy.on), numberAfter(rule, /else (\d+)/)],
    [
      'extended',
      businessSince(letter({ isExtended: true }).respondBy.on),
      numberAfter(rule, /else (\d+)/) + numberAfter(rule, /\+(\d+)/),
    ],
  ],
  'information request': (rule) => {
    const request = (more: object) => letter({ kind: 'information-request', ...more });
    return [
      ['acknowledge', businessSince(request({}).acknowledgeBy.on), numberAfter(rule, /acknowledge (\d+)/)],
      [
        'owner',
        businessSince(request({ about: 'owner' }).respondBy.on),
        numberAfter(rule, /owner identity (\d+)/),
      ],
      ['else', businessSince(request({}).respondBy.on), numberAfter(rule, /else (\d+)/)],
    ];
  },
  'force placed': (rule) => {
    const [first, reminderAfter, reminderBefore, cancel] = numbers(rule);
    const early = forcePlacedDates({ firstNoticeOn: START, reminderOn: addDays(START, reminderAfter ?? 0) });
    const late = addDays(START, 90);
    const charged = forcePlacedDates({ firstNoticeOn: START, reminderOn: late }).chargeFrom?.on;
    const shown = forcePlacedDates({ firstNoticeOn: START, evidenceReceivedOn: START });
    return [
      ['charge', since(early.chargeFrom?.on), first],
      ['reminder', since(early.reminderFrom.on), reminderAfter],
      ['after the reminder', charged && daysBetween(late, charged), reminderBefore],
      ['cancel', since(shown.cancelAndRefundBy?.on), cancel],
    ];
  },
  'escrow refund at payoff': (rule) => {
    const dates = escrowDates(EscrowEventSchema.parse({ kind: 'paid-off', on: START }));
    return [['business days', businessSince(dates.find(({ id }) => id === 'refund')?.on), numbers(rule)[0]]];
  },
  'payoff statement': waterfall,
  'payment crediting': waterfall,
  'late fee pyramiding': waterfall,
  'periodic statement': waterfall,
  'delinquency block': waterfall,
  'ARM adjustment with payment change': (rule) => {
    const [latest, earliest, short] = numbers(rule);
    return [
      ['window', window(adjustmentWindow(arm()), START), [latest, earliest]],
      ['frequent', window(adjustmentWindow(arm({ daysBetweenChanges: 60 })), START), [short, earliest]],
    ];
  },
  'ARM initial': (rule) => {
    const [latest, earliest] = numbers(rule);
    return [
      ['window', window(initialWindow(arm()), START), [latest, earliest]],
      [
        'near',
        initialWindow(arm({ consummationOn: addDays(START, -(latest ?? 0)) })).kind,
        'at-consummation',
      ],
    ];
  },
  'ownership transfer': (rule) => [['days', since(ownershipNoticeBy([START]).on), numbers(rule)[0]]],
  'escrow closing notice': (rule) => {
    const before = (isRequested: boolean) => {
      const { receivedBy } = escrowClosingNotice({ closesOn: START, isRequested });
      return businessDaysBetween(receivedBy.on, START, regZPreciseDay);
    };
    return [['business days', [before(true), before(false)], numbers(rule)]];
  },
  'PMI request': (rule) => [['percent', shareAt(insured().cancellation?.balanceCents), numbers(rule)[0]]],
  'PMI automatic': (rule) => [['percent', shareAt(insured().termination?.balanceCents), numbers(rule)[0]]],
  'PMI final': () => [['months to the midpoint', insured().midpointOn, '2041-08-01']],
  'PMI refund': (rule) => [['days', since(ended().refundBy.on), numbers(rule)[0]]],
  'PMI cancellation notice': (rule) => [['days', since(ended().noticeBy.on), numbers(rule)[0]]],
  '1098': (rule) => {
    const dollars = numbers(rule)[0] ?? 0;
    const state = (amountCents: number) =>
      interestStatement({
        year: 2026,
        originatedOn: '2025-01-15',
        balances: [{ on: '2025-01-15', amountCents: 10_000_000 }],
        receipts: [{ receivedOn: START, accruesFromOn: START, accruesThroughOn: START, amountCents }],
        borrowers: [{ kind: 'individual' }],
      });
    return [
      [
        'threshold',
        [state(dollars * 100), state(dollars * 100 - 1)].map(({ isRequired }) => isRequired),
        [true, false],
      ],
      // January 31, 2027 is a Sunday
      ['furnish', state(0).furnishBy.on, addDays(calendarDate(`2027-01-${numbers(rule)[1] ?? 0}`), 1)],
    ];
  },
  'record retention servicing': 'a duty of record keeping, which no figure follows from',
};

const ended = () => afterEnd({ on: START, reason: '', citation: '' });
