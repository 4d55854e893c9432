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
import { addDays, dateOf, daysBetween } from '../../../lambdas/shared/calendar.ts';
import { applicationTransferDates } from '../../../lambdas/rules/delinquency/application-transfer.ts';
import { earlyIntervention } from '../../../lambdas/rules/delinquency/early-intervention.ts';
import { firstsFrom, monthDaysIn } from './month-day.ts';
import { lossMitigationDates } from '../../../lambdas/rules/delinquency/loss-mitigation.ts';
import { ownershipNoticeBy } from '../../../lambdas/rules/delinquency/transfer-clocks.ts';
import { statementExemption } from '../../../lambdas/rules/delinquency/statement-exemption.ts';
import type { CalendarDate } from '../../../lambdas/shared/calendar.ts';
import type { Readers } from '../commentary-file.ts';

/** Comments name days without years: one that is no leap year; 2024 where October 14 is Columbus Day. */
const YEAR = 2026;
const COLUMBUS_ON_14 = 2024;

const daysIn = (text: string) => monthDaysIn(text, YEAR);
const at = (days: readonly CalendarDate[], index: number): CalendarDate => days[index] ?? dateOf(1, 1, 1);
const numberIn = (text: string, pattern: RegExp): number =>
  Number(pattern.exec(text)?.[1]?.replaceAll(',', '') ?? -1);
const unpaidFrom = (on: CalendarDate, count = 10) => ({ instalments: firstsFrom(on, count, 100_000) });

/** Comments to Reg X that state days. */
export const regXReaders: Readers = {
  '1024-37-d-1-Interp-1-ii': (text) => {
    const days = daysIn(text);
    const firstNoticeOn = at(days, 3); // "at least 30 days after June 1"
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
  },
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

const countOf = (text: string, pattern: RegExp) => numberIn(text, pattern);

/** Comments to Reg Z on servicing that state days or counts. */
export const regZReaders: Readers = {
  '39-b-5-Interp-1': (text) => {
    const [one, two, by] = daysIn(text);
    return [['by', ownershipNoticeBy([one, two].filter((day) => day !== undefined)).on, by]];
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
  '41-e-5-iv-B-Interp-1-i': (text) => {
    const days = daysIn(text); // the event, the due date before it, the exempt cycle, the cycle that resumes
    const ours = statementExemption({
      eventOn: at(days, 0),
      dueOn: at(days, 1),
      isNextStatementSent: false,
      courtesyDays: numberIn(text, /(\d+)-day courtesy/),
    });
    return [
      ['exempt', ours.exemptDueOn, days[2]],
      ['resume', ours.resumeDueOn, days[3]],
    ];
  },
};
