import {
  AccountHistorySchema,
  delinquencyStatus,
} from '../../../lambdas/rules/delinquency/account-status.ts';
import {
  RenewalFactsSchema,
  forcePlacedDates,
  renewalCharge,
} from '../../../lambdas/rules/escrow/force-placed-insurance.ts';
import {
  SmallServicerFactsSchema,
  compliesFrom,
  smallServicer,
} from '../../../lambdas/rules/delinquency/small-servicer.ts';
import { addDays, addYears, dateOf, daysBetween } from '../../../lambdas/shared/calendar.ts';
import { applicationTransferDates } from '../../../lambdas/rules/delinquency/application-transfer.ts';
import { earlyIntervention } from '../../../lambdas/rules/delinquency/early-intervention.ts';
import { firstsFrom, monthDaysIn } from './month-day.ts';
import { lossMitigationDates } from '../../../lambdas/rules/delinquency/loss-mitigation.ts';
import { ownershipNoticeBy } from '../../../lambdas/rules/delinquency/transfer-clocks.ts';
import { statementExemption } from '../../../lambdas/rules/delinquency/statement-exemption.ts';
import type { CalendarDate } from '../../../lambdas/shared/calendar.ts';
import type { LossMitigationFacts } from '../../../lambdas/rules/delinquency/loss-mitigation.ts';
import type { Readers, Row } from '../commentary-file.ts';

/** Comments name days without years: one that is no leap year; 2024 where October 14 is Columbus Day. */
const YEAR = 2026;
const COLUMBUS_ON_14 = 2024;

const daysIn = (text: string) => monthDaysIn(text, YEAR);
const at = (days: readonly CalendarDate[], index: number): CalendarDate => days[index] ?? dateOf(1, 1, 1);
const numberIn = (text: string, pattern: RegExp): number =>
  Number(pattern.exec(text)?.[1]?.replaceAll(',', '') ?? -1);
const unpaidFrom = (on: CalendarDate, count = 10) => ({ instalments: firstsFrom(on, count, 100_000) });

const NAMES = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** "at least 30 days after June 1 and at least 15 days before charging" */
function reminder(text: string): readonly Row[] {
  const [said = ''] = new RegExp(`days after (${NAMES}) \\d+`).exec(text) ?? [];
  const firstNoticeOn = at(daysIn(said), 0);
  const { reminderFrom } = forcePlacedDates({ firstNoticeOn });
  const late = addDays(reminderFrom.on, 30);
  const { chargeFrom } = forcePlacedDates({ firstNoticeOn, reminderOn: late });
  return [
    [
      'days after the notice',
      daysBetween(firstNoticeOn, reminderFrom.on),
      numberIn(text, /at least (\d+) days after/),
    ],
    [
      'days before the charge',
      chargeFrom && daysBetween(late, chargeFrom.on),
      numberIn(text, /at least (\d+) days before/),
    ],
  ];
}

/** The reasonable date where one milestone lies before the 30 days are over. */
const reasonableAt = (noticeOn: CalendarDate, more: Partial<LossMitigationFacts>) =>
  lossMitigationDates({ receivedOn: noticeOn, acknowledgedOn: noticeOn, ...more }).reasonableDate?.on;
const NOTICE = dateOf(YEAR, 6, 1);
const MILESTONE = addDays(NOTICE, 20);

/** Comments to Reg X that state days. */
export const regXReaders: Readers = {
  '1024-37-d-1-Interp-1-i': reminder,
  '1024-37-d-1-Interp-1-ii': reminder,
  '1024-37-e-1-iii-Interp-1': (text) => {
    const [noticeOn, replacedOn, evidenceReceivedOn, ownCoverFromOn, from, to, charge] = daysIn(text);
    const ours = renewalCharge(
      RenewalFactsSchema.parse({ noticeOn, replacedOn, evidenceReceivedOn, ownCoverFromOn }),
    );
    return [
      ['from', ours.coverFrom, from],
      ['to', ours.coverTo, to],
      ['as early as', ours.chargeOn.on, charge],
    ];
  },
  '1024-39-a-Interp-1-i-B': (text) => {
    const days = daysIn(text);
    const [first, asOf] = [at(days, 0), at(days, 1)];
    const contacts = days.filter((day) => !day.endsWith('-01'));
    const { liveContacts } = earlyIntervention({
      history: unpaidFrom(first),
      asOfOn: asOf,
      liveContactsOn: contacts,
    });
    const history = AccountHistorySchema.parse(unpaidFrom(first));
    return [
      [
        'days delinquent',
        delinquencyStatus(history, asOf).daysDelinquent,
        numberIn(text, /is (\d+) days delinquent/),
      ],
      ['contacts', liveContacts.slice(0, 3).map(({ state }) => state), ['made', 'made', 'made']],
    ];
  },
  '1024-39-a-Interp-1-i-A': (text) => {
    const days = daysIn(text);
    const { liveContacts } = earlyIntervention({ history: unpaidFrom(at(days, 0), 1), asOfOn: at(days, 0) });
    return [['by', liveContacts[0]?.on, days.at(-1)]];
  },
  '1024-39-b-1-Interp-1': (text) => {
    const days = daysIn(text);
    const [first, by] = [at(days, 0), at(days, 3)];
    const paidOn = days.find((day) => day > first && day.endsWith('-02-01')) ?? by;
    const one = unpaidFrom(first, 1);
    const cured = { ...one, payments: [{ receivedOn: paidOn, amountCents: 100_000 }] };
    const notices = (history: typeof one) => earlyIntervention({ history, asOfOn: by }).writtenNotices;
    return [
      ['by', notices(one)[0]?.on, by],
      ['after a payment', notices(cured), []],
    ];
  },
  '1024-39-b-1-Interp-2-i': (text) => {
    const again = at(daysIn(text), 0);
    const given = addDays(again, -numberIn(text, /(\d+) days after the prior/));
    const { writtenNotices } = earlyIntervention({
      history: unpaidFrom(dateOf(YEAR, 3, 1), 8),
      asOfOn: again,
      writtenNoticesOn: [given],
    });
    return [['again on', writtenNotices.at(-1)?.on, again]];
  },
  '1024-39-b-1-Interp-5': (text) => {
    const [first, transferorNoticeOn, on] = daysIn(text);
    const { writtenNotices } = earlyIntervention({
      history: unpaidFrom(first ?? NOTICE, 4),
      asOfOn: addDays(on ?? NOTICE, 40),
      transfer: { on: on ?? '', transferorNoticeOn },
    });
    return [['by', writtenNotices[0]?.on, daysIn(text).at(-1)]];
  },
  '1024-39-b-1-Interp-2': (text) => {
    const days = daysIn(text);
    const first = at(days, 0);
    const given = days.find((day) => !day.endsWith('-01')) ?? first; // the 45th day
    const { writtenNotices } = earlyIntervention({
      history: unpaidFrom(first),
      asOfOn: addDays(given, 90),
      writtenNoticesOn: [given],
    });
    return [
      ['the 45th day', writtenNotices[0]?.on, given],
      ['again no sooner than', writtenNotices[1]?.on, days.at(-1)],
    ];
  },
  '1024-39-b-1-Interp-2-ii': (text) => {
    const days = daysIn(text);
    const { writtenNotices } = earlyIntervention({
      history: unpaidFrom(at(days, 1), 2),
      asOfOn: addDays(at(days, 1), 20),
    });
    return [['by', writtenNotices[0]?.on, days.at(-1)]];
  },
  '1024-39-c-2-Interp-1': (text) => {
    const [petitionOn, noticeGivenOn] = daysIn(text);
    const { writtenNotices } = earlyIntervention({
      history: unpaidFrom(dateOf(YEAR, 5, 1)),
      asOfOn: dateOf(YEAR, 12, 1),
      bankruptcy: { petitionOn: petitionOn ?? '', noticeGivenOn, isLossMitigationAvailable: true },
    });
    return [['one notice in the case', writtenNotices.map(({ state }) => state), ['given']]];
  },
  '1024-41-b-2-i-Interp-1': (text) => {
    const days = numberIn(text, /(\d+) days or more/);
    const due = (saleOn?: CalendarDate) =>
      lossMitigationDates({ receivedOn: NOTICE, ...(saleOn ? { saleOn } : {}) }).acknowledgeBy?.on;
    return [['no sale scheduled', due(), due(addDays(NOTICE, days))]];
  },
  '1024-41-b-2-ii-Interp-1': (text) => [
    ['days', daysBetween(NOTICE, reasonableAt(NOTICE, {}) ?? NOTICE), numberIn(text, /is (\d+) days after/)],
  ],
  '1024-41-b-2-ii-Interp-2-i': () => [
    ['stale', reasonableAt(NOTICE, { documentsStaleOn: MILESTONE }), MILESTONE],
  ],
  '1024-41-b-2-ii-Interp-2-ii': (text) => {
    const delinquentSinceOn = addDays(MILESTONE, -numberIn(text, /(\d+)th day/));
    return [['day of delinquency', reasonableAt(NOTICE, { delinquentSinceOn }), MILESTONE]];
  },
  '1024-41-b-2-ii-Interp-2-iii': beforeSale,
  '1024-41-b-2-ii-Interp-2-iv': beforeSale,
  '1024-41-b-2-ii-Interp-3': () => [
    ['seven days', reasonableAt(NOTICE, { documentsStaleOn: addDays(NOTICE, 1) }), addDays(NOTICE, 7)],
  ],
  '1024-41-k-2-ii-Interp-1-i': (text) => {
    const [noticeOn, reasonableDateOn] = monthDaysIn(text, COLUMBUS_ON_14);
    const [receivedOn, transferOn] = [dateOf(COLUMBUS_ON_14, 10, 1), dateOf(COLUMBUS_ON_14, 10, 8)];
    const delinquentSinceOn = addDays(receivedOn, -numberIn(text, /is (\d+) days delinquent/));
    const ours = applicationTransferDates({
      receivedOn,
      transferOn,
      acknowledgedOn: noticeOn,
      reasonableDateOn,
      delinquentSinceOn,
    });
    return [
      ['days delinquent', ours.onNotice?.daysDelinquent, numberIn(text, /would be (\d+) days delinquent/)],
      ['protected through', ours.protectedThrough?.on, reasonableDateOn],
    ];
  },
  '1024-41-k-2-ii-Interp-1': (text) => {
    const [receivedOn, transferOn, , noticeOn, reasonableOn] = monthDaysIn(text, COLUMBUS_ON_14);
    const ours = applicationTransferDates({ receivedOn: receivedOn ?? '', transferOn: transferOn ?? '' });
    const { reasonableDate } = lossMitigationDates({
      receivedOn: receivedOn ?? '',
      acknowledgedOn: noticeOn,
    });
    return [
      ['acknowledgement', ours.acknowledgeBy?.on, noticeOn],
      ['reasonable date', reasonableDate?.on, reasonableOn],
    ];
  },
  '1024-41-k-2-ii-Interp-1-ii': (text) => {
    const [noticeOn, reasonableDateOn] = monthDaysIn(text, COLUMBUS_ON_14);
    const [receivedOn, transferOn] = [dateOf(COLUMBUS_ON_14, 10, 1), dateOf(COLUMBUS_ON_14, 10, 8)];
    const saleOn = addDays(receivedOn, numberIn(text, /application (\d+) days before/));
    const ours = applicationTransferDates({
      receivedOn,
      transferOn,
      acknowledgedOn: noticeOn,
      reasonableDateOn,
      saleOn,
    });
    return [
      ['days to the sale', ours.onNotice?.daysToSale, numberIn(text, /is (\d+) days before/)],
      ['protected through', ours.protectedThrough?.on, reasonableDateOn],
    ];
  },
};

function beforeSale(text: string): readonly Row[] {
  const saleOn = addDays(MILESTONE, numberIn(text, /is (\d+) days before/));
  return [['days before the sale', reasonableAt(NOTICE, { saleOn }), MILESTONE]];
}

const countOf = (text: string, pattern: RegExp) => numberIn(text, pattern);

/** Comments to Reg Z on servicing that state days or counts. */
export const regZReaders: Readers = {
  '39-b-5-Interp-1': (text) => {
    const [one, two, by] = daysIn(text);
    return [['by', ownershipNoticeBy([one, two].filter((day) => day !== undefined)).on, by]];
  },
  '41-e-4-iii-Interp-2-i': (text) => {
    const days = daysIn(text);
    const over = days.find((day) => !day.endsWith('-01-01'));
    return [['from', over && compliesFrom(over), nextYear(at(days, days.length - 1))]];
  },
  '41-e-4-iii-Interp-2-ii': (text) => {
    const over = daysIn(text).find((day) => !day.endsWith('-01-01'));
    return [['from', over && compliesFrom(over), dateOf(YEAR + 1, 1, 1)]];
  },
  '41-e-4-iii-Interp-3': (text) => {
    const considered = countOf(text, /only the ([\d,]+) mortgage loans/);
    const facts = SmallServicerFactsSchema.parse({ loans: considered, loansOfOthers: 0 });
    return [['small', smallServicer(facts).isSmall, true]];
  },
  '41-e-5-iv-B-Interp-1-i': (text) => exemptCycle(text, false),
  '41-e-5-iv-B-Interp-1-ii': (text) => exemptCycle(text, true),
};

const nextYear = (on: CalendarDate): CalendarDate => addYears(on, 1);

/** The event and the due date before it; the cycle whose statement was sent, if so; the exempt cycle and the next. */
function exemptCycle(text: string, isNextStatementSent: boolean): readonly Row[] {
  const days = daysIn(text);
  const eventOn = at(days, 0);
  const [exempt, resume] = isNextStatementSent ? days.slice(3) : days.slice(2);
  const ours = statementExemption({
    eventOn,
    dueOn: at(days, 1),
    isNextStatementSent,
    courtesyDays: numberIn(text, /(\d+)-day courtesy/),
  });
  const later = (on: CalendarDate | undefined) => (on && on < eventOn ? nextYear(on) : on);
  return [
    ['exempt', ours.exemptDueOn, later(exempt)],
    ['resume', ours.resumeDueOn, later(resume)],
  ];
}
