import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addDays } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from '../trid/clock-date.ts';
import type { InstalmentState } from './account-status.ts';

/** 1024.39(b)(1): the 45th day of delinquency, and 45 days after each due date while it lasts. */
const NOTICE_DAYS = 45;
/** 1024.39(b)(1): not more than once in any 180 days; when they are over, again at once. */
const QUIET_DAYS = 180;
/** 1024.39(d)(3)(iii): after a request to cease communication ten days more. */
const CEASE_DAYS = 190;

export const BankruptcySchema = z.strictObject({
  petitionOn: CalendarDateSchema,
  isLossMitigationAvailable: z.boolean(),
  /** The one notice that a case calls for (39(c)(1)(iii)(C)). */
  noticeGivenOn: CalendarDateSchema.optional(),
});

export const CeaseCommunicationSchema = z.strictObject({ isLossMitigationAvailable: z.boolean() });

export const TransferInSchema = z.strictObject({
  on: CalendarDateSchema,
  /** The last written notice of the servicer before. */
  transferorNoticeOn: CalendarDateSchema.optional(),
});

export interface WrittenNotice extends ClockDate {
  /** The due date that it answers. */
  dueOn: CalendarDate;
  /** Missed: not given, or given late. */
  state: 'given' | 'open' | 'missed';
  givenOn?: CalendarDate;
}

export interface NoticeFacts {
  asOfOn: CalendarDate;
  writtenNoticesOn: readonly CalendarDate[];
  transfer?: z.output<typeof TransferInSchema> | undefined;
  bankruptcy?: z.output<typeof BankruptcySchema> | undefined;
  ceaseCommunication?: z.output<typeof CeaseCommunicationSchema> | undefined;
}

/**
 * The written notices that unpaid instalments have called for, and the next one. Within 180 days of a notice none is
 * due; when they are over, a borrower who is 45 days behind gets the next at once (comment 39(b)(1)-2).
 */
export function writtenNotices(unpaid: readonly InstalmentState[], facts: NoticeFacts): WrittenNotice[] {
  const special = facts.bankruptcy ?? facts.ceaseCommunication;
  if (special && !special.isLossMitigationAvailable) return [];
  if (facts.bankruptcy) return bankruptcyNotice(unpaid, facts, facts.bankruptcy);
  const again = facts.ceaseCommunication ? CEASE_DAYS : QUIET_DAYS;
  const instalments = afterTransfer(unpaid, facts.transfer);
  const given = facts.writtenNoticesOn.toSorted();
  const found: WrittenNotice[] = [];
  let last: CalendarDate | undefined;
  for (;;) {
    const next = nextNotice(instalments, last && addDays(last, again));
    if (!next) return found;
    const from = last && addDays(last, QUIET_DAYS);
    const givenOn = given.find((notice) => notice > next.dueOn && (!from || notice >= from));
    found.push(noticeOf(next, givenOn, facts.asOfOn, wordsOf(next, facts)));
    if (!givenOn) return found; // until it is given, nothing follows it
    last = givenOn;
  }
}

interface Called {
  dueOn: CalendarDate;
  on: CalendarDate;
}

function noticeOf(
  { dueOn, on }: Called,
  givenOn: CalendarDate | undefined,
  asOfOn: CalendarDate,
  words: { reason: string; citation: string },
): WrittenNotice {
  if (givenOn) return { dueOn, on, ...words, state: givenOn <= on ? 'given' : 'missed', givenOn };
  return { dueOn, on, ...words, state: on < asOfOn ? 'missed' : 'open' };
}

/** The first day on which an instalment is 45 days overdue and no notice before it answers. */
function nextNotice(
  instalments: readonly InstalmentState[],
  againOn: CalendarDate | undefined,
): Called | undefined {
  const candidates = instalments.flatMap(({ dueOn, satisfiedOn }) => {
    const usual = addDays(dueOn, NOTICE_DAYS);
    const on = againOn && againOn > usual ? againOn : usual;
    return satisfiedOn === undefined || satisfiedOn > on ? [{ dueOn, on }] : [];
  });
  return candidates.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))[0];
}

/** A transferee starts with the first due date after the transfer when the notice before it was recent (39(b)(1)-5). */
function afterTransfer(
  unpaid: readonly InstalmentState[],
  transfer: NoticeFacts['transfer'],
): readonly InstalmentState[] {
  if (!transfer) return unpaid;
  const { on, transferorNoticeOn } = transfer;
  const isRecent = transferorNoticeOn !== undefined && addDays(transferorNoticeOn, NOTICE_DAYS) >= on;
  return unpaid.filter(({ dueOn }) => (isRecent ? dueOn > on : addDays(dueOn, NOTICE_DAYS) >= on));
}

/** 45 days after the petition of a borrower who was behind then, else after the first due date missed; once in a case. */
function bankruptcyNotice(
  unpaid: readonly InstalmentState[],
  { asOfOn }: NoticeFacts,
  { petitionOn, noticeGivenOn }: z.output<typeof BankruptcySchema>,
): WrittenNotice[] {
  const behind = unpaid.find(({ satisfiedOn }) => satisfiedOn === undefined || satisfiedOn > petitionOn);
  if (!behind) return [];
  const { dueOn } = behind;
  const on = addDays(dueOn < petitionOn ? petitionOn : dueOn, NOTICE_DAYS);
  const isPaidFirst = behind.satisfiedOn !== undefined && behind.satisfiedOn <= on;
  if (isPaidFirst) return [];
  const reason = 'a modified notice, once in a bankruptcy case';
  return [noticeOf({ dueOn, on }, noticeGivenOn, asOfOn, { reason, citation: '1024.39(c)(1)(iii)' })];
}

function wordsOf({ dueOn, on }: Called, { ceaseCommunication }: NoticeFacts) {
  const isFirst = on === addDays(dueOn, NOTICE_DAYS);
  const reason = isFirst
    ? 'by the 45th day after the due date, while the borrower is delinquent'
    : `${ceaseCommunication ? CEASE_DAYS : QUIET_DAYS} days after the notice before, if 45 days delinquent then`;
  return { reason, citation: ceaseCommunication ? '1024.39(d)(3)' : '1024.39(b)(1)' };
}
