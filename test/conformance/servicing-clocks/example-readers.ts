import {
  AccountHistorySchema,
  delinquencyStatus,
} from '../../../lambdas/rules/delinquency/account-status.ts';
import {
  RenewalFactsSchema,
  forcePlacedDates,
  renewalCharge,
} from '../../../lambdas/rules/escrow/force-placed-insurance.ts';
import { LateChargeTermsSchema, lateCharge } from '../../../lambdas/rules/servicing/late-charge.ts';
import { addDays, calendarDate, daysBetween, partsOf } from '../../../lambdas/shared/calendar.ts';
import { applicationTransferDates } from '../../../lambdas/rules/delinquency/application-transfer.ts';
import { cents } from '../../../lambdas/shared/money.ts';
import { compliesFrom } from '../../../lambdas/rules/delinquency/small-servicer.ts';
import { earlyIntervention } from '../../../lambdas/rules/delinquency/early-intervention.ts';
import { firstsFrom, monthDay, unnamedDay } from './month-day.ts';
import { ownershipNoticeBy } from '../../../lambdas/rules/delinquency/transfer-clocks.ts';
import { statementExemption } from '../../../lambdas/rules/delinquency/statement-exemption.ts';

export interface Example {
  id: string;
  facts: Record<string, unknown>;
  expect: Record<string, unknown>;
}

type Rows = (readonly [what: string, ours: unknown, published: unknown])[];

/** A year that is not a leap year; with October 14 on a Monday where a text says so. */
const YEAR = 2026;
const COLUMBUS_ON_14 = 2024;
const PAYMENT = 200_000;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : [text(value)]);
const day = (value: unknown, year = YEAR) => monthDay(text(value), year);

/** Instalments from the first one missed; payments are each one instalment. */
function account(facts: Record<string, unknown>) {
  const [first = 'Jan 1'] = texts(facts['missed']);
  const payments = [facts['payment'], facts['paid']].filter((each) => typeof each === 'string');
  return {
    instalments: firstsFrom(day(first), 12, PAYMENT),
    payments: payments.map((each) => ({ receivedOn: day(each), amountCents: PAYMENT })),
  };
}

/** Keys such as `days_delinquent_jan31` and `first_day_of_delinquency`. */
function delinquency({ facts, expect }: Example): Rows {
  const history = AccountHistorySchema.parse(account(facts));
  const dated = Object.entries(expect).flatMap(([key, published]) => {
    const [, on] = /^days_delinquent_([a-z]{3}\d+)$/.exec(key) ?? [];
    return on ? [{ key, on: day(on), published }] : [];
  });
  const rows: Rows = dated.map(({ key, on, published }) => [
    key,
    delinquencyStatus(history, on).daysDelinquent,
    published,
  ]);
  const last = dated.at(-1);
  const first = expect['first_day_of_delinquency'];
  if (first && last)
    rows.push(['first day of delinquency', delinquencyStatus(history, last.on).firstDayOn, day(first)]);
  const [, one, two] =
    Object.keys(expect)
      .map((key) => /^contacts_(\w+)_and_(\w+)_comply$/.exec(key))
      .find(Boolean) ?? [];
  if (one && two) {
    const missed = texts(facts['missed']).length;
    const contacts = earlyIntervention({
      history,
      asOfOn: last?.on ?? day('Apr 1'),
      liveContactsOn: [day(one), day(two)],
    }).liveContacts.slice(0, missed);
    rows.push([`${one} and ${two} comply`, contacts.every(({ state }) => state === 'made'), true]);
  }
  return rows;
}

/** The instalment missed by itself: what falls due later is another matter. */
function writtenNotice({ facts, expect }: Example): Rows {
  const { instalments, payments } = account(facts);
  const history = { instalments: instalments.slice(0, 1), payments };
  const { writtenNotices } = earlyIntervention({ history, asOfOn: day('Mar 31') });
  return [['written notice required', writtenNotices.length > 0, expect['written_notice_required'] ?? true]];
}

/** The 180 days run from a notice on April 15, the 45th day after March 1 (comment 39(b)(1)-2). */
function nextNotice({ expect }: Example): Rows {
  const given = day('Apr 15');
  const { writtenNotices } = earlyIntervention({
    history: { instalments: firstsFrom(day('Mar 1'), 8, PAYMENT) },
    asOfOn: day('Oct 1'),
    writtenNoticesOn: [given],
  });
  const published = expect['notice_on'] ?? expect['notice_by'];
  return [['next notice', writtenNotices.at(-1)?.on, day(published)]];
}

/** A delinquency that begins with the first due date named, and no notice before it. */
function firstNotice({ facts, expect }: Example): Rows {
  const named = Object.values(facts)
    .flatMap(texts)
    .find((each) => each.endsWith(' 1'));
  const published = expect['notice_by'] ?? expect['notice_on'] ?? expect['written_by'];
  if (!named) return [];
  const { writtenNotices } = earlyIntervention({
    history: { instalments: firstsFrom(day(named), 2, PAYMENT) },
    asOfOn: addDays(day(named), 20),
  });
  return [['notice by', writtenNotices[0]?.on, day(published)]];
}

function transferredNotice({ facts, expect }: Example): Rows {
  const on = day(facts['transfer']);
  const { writtenNotices } = earlyIntervention({
    history: { instalments: firstsFrom(day(facts['due']), 4, PAYMENT) },
    asOfOn: addDays(on, 40),
    transfer: { on, transferorNoticeOn: day(facts['transferor_notice']) },
  });
  return [['notice by', writtenNotices[0]?.on, day(expect['transferee_notice_by'])]];
}

function forcePlacedReminder({ facts, expect }: Example): Rows {
  const firstNoticeOn = day(facts['first_notice']);
  const [after = 0, before = 0] = [...text(expect['reminder']).matchAll(/>= (\d+) days/g)].map(([, days]) =>
    Number(days),
  );
  const { reminderFrom } = forcePlacedDates({ firstNoticeOn });
  const late = addDays(reminderFrom.on, 60);
  const { chargeFrom } = forcePlacedDates({ firstNoticeOn, reminderOn: late });
  return [
    ['days after the notice', daysBetween(firstNoticeOn, reminderFrom.on), after],
    ['days before the charge', chargeFrom && daysBetween(late, chargeFrom.on), before],
  ];
}

function forcePlacedRenewal({ facts, expect }: Example): Rows {
  const ours = renewalCharge(
    RenewalFactsSchema.parse({
      noticeOn: day(facts['renewal_notice']),
      replacedOn: day(facts['fpi_replaced']),
      evidenceReceivedOn: day(facts['evidence_received']),
      ownCoverFromOn: day(facts['own_cover_from']),
    }),
  );
  return [
    ['from', ours.coverFrom, day(expect['charge_from'])],
    ['to', ours.coverTo, day(expect['charge_to'])],
    ['charged', ours.chargeOn.on, day(expect['earliest_charge_date'])],
  ];
}

function applicationTransfer({ facts, expect }: Example): Rows {
  const at = (value: unknown) => day(value, COLUMBUS_ON_14);
  const receivedOn = at(facts['application']);
  const ack = at(facts['ack']);
  const numbers = Object.keys(expect).flatMap((key) => {
    const [, before, , after] = /_(\d+)(?:_days)?_on_(\w+)_is_(\d+)_on_/.exec(key) ?? [];
    return before && after ? [{ key, before: Number(before), after: Number(after) }] : [];
  });
  const rows: Rows = [];
  const ours = applicationTransferDates({
    receivedOn,
    transferOn: at(facts['transfer']),
    acknowledgedOn: ack,
    reasonableDateOn: at(expect['reasonable_date']),
    delinquentSinceOn: addDays(
      receivedOn,
      -(numbers.find(({ key }) => key.startsWith('delinq'))?.before ?? 0),
    ),
    saleOn: addDays(receivedOn, numbers.find(({ key }) => key.startsWith('sale'))?.before ?? 0),
  });
  rows.push(['acknowledgement', ours.acknowledgeBy?.on, ack]);
  rows.push(['reasonable date', addDays(ack, 30), at(expect['reasonable_date'])]);
  for (const { key, after } of numbers) {
    const { daysDelinquent, daysToSale } = ours.onNotice ?? {};
    rows.push([key, key.startsWith('sale') ? daysToSale : daysDelinquent, after]);
  }
  return rows;
}

function bankruptcyStatement({ facts, expect }: Example): Rows {
  const eventOn = day(facts['event']);
  const ours = statementExemption({
    eventOn,
    dueOn: calendarDate(`${YEAR}-01-01`),
    isNextStatementSent: / sent/.test(text(facts['due'])) && !/not/.test(text(facts['due'])),
    courtesyDays: 15,
  });
  const dated = (value: unknown) => {
    const on = day(value);
    return on < eventOn ? monthDay(text(value), YEAR + 1) : on;
  };
  return [
    ['exempt', ours.exemptDueOn, dated(expect['exempt_cycle'])],
    ['resume', ours.resumeDueOn, dated(expect['resume_with'])],
  ];
}

const small = ({ facts, expect }: Example): Rows => {
  const ceased = day(facts['over_5000_from']);
  const published = text(expect['comply_from']);
  const on = monthDay(published, partsOf(ceased).year + (/next year/.test(published) ? 1 : 0));
  return ceased === unnamedDay ? [] : [['comply from', compliesFrom(ceased), on]];
};

const ownership = ({ facts, expect }: Example): Rows => [
  [
    'by',
    ownershipNoticeBy(texts(facts['acquisitions']).map((each) => day(each))).on,
    day(expect['single_disclosure_by']),
  ],
];

/** The later payment was made on time, and the fee of the month before was taken out of it. */
function pyramid({ facts, expect }: Example): Rows {
  const payment = cents(Number(facts['payment']) * 100);
  const fee = cents(Number(/\((\d+)/.exec(text(facts['aug_paid']))?.[1] ?? 0) * 100);
  const terms = LateChargeTermsSchema.parse({ graceDays: 15, amount: { kind: 'flat', amountCents: fee } });
  const { amountCents } = lateCharge(terms, {
    principalAndInterestCents: payment,
    escrowCents: cents(0),
    overdueCents: fee,
    shortfallCents: fee,
    lateChargesTakenCents: fee,
  });
  return [['late fee', amountCents > 0, expect['sep_late_fee']]];
}

type Reader = (example: Example) => Rows | string;

/** The first pattern that an example's id has reads it. */
export const exampleReaders: readonly (readonly [RegExp, Reader])[] = [
  [/^(DELINQ|LIVE)/, delinquency],
  [/^WRITTEN-cured/, writtenNotice],
  [/^WRITTEN-180-i$/, nextNotice],
  [/^WRITTEN-transfer/, transferredNotice],
  [/^WRITTEN/, firstNotice],
  [/^FPI-reminder/, forcePlacedReminder],
  [/^FPI-renewal/, forcePlacedRenewal],
  [/^LOSSMIT-transfer/, applicationTransfer],
  [/^STMT-bk/, bankruptcyStatement],
  [/^STMT-suspense/, () => 'money held unapplied belongs to the waterfall (lambdas/rules/servicing)'],
  [/^STMT-ch13/, () => 'the terms of a bankruptcy plan are facts put in, not worked out'],
  [/^SMALL/, small],
  [/^XFER/, ownership],
  [/^LATE-pyramid/, pyramid],
];
