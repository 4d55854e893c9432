import * as z from 'zod';
import { CalendarDateSchema, NonNegativeCentsSchema } from '../../shared/value-schemas.ts';
import { addDays, addMonths, daysBetween } from '../../shared/calendar.ts';
import { cents } from '../../shared/money.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';

/** Periodic payments of principal, interest and escrow, and what was received for them; late fees are neither. */
export const AccountHistorySchema = z.strictObject({
  instalments: z
    .array(z.strictObject({ dueOn: CalendarDateSchema, amountCents: NonNegativeCentsSchema }))
    .min(1)
    .max(1_300),
  payments: z
    .array(z.strictObject({ receivedOn: CalendarDateSchema, amountCents: NonNegativeCentsSchema }))
    .max(5_000)
    .default([]),
  /** A servicer may take a payment short by no more than this for sufficient (comment 31(Delinquency)-3). */
  toleranceCents: NonNegativeCentsSchema.default(cents(0)),
});
export type AccountHistory = z.output<typeof AccountHistorySchema>;

export interface InstalmentState {
  dueOn: CalendarDate;
  amountCents: Cents;
  /** When payments, applied to the oldest first, made it whole; absent while they have not. */
  satisfiedOn?: CalendarDate;
}

/** Payments applied to the oldest instalment first, which moves the delinquency forward (comment 31(Delinquency)-2). */
export function applyToOldest(history: AccountHistory): InstalmentState[] {
  const instalments = history.instalments.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const payments = history.payments.toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1));
  let [received, asked, place] = [0, 0, 0];
  return instalments.map((instalment) => {
    asked += instalment.amountCents;
    while (received < asked - history.toleranceCents && place < payments.length) {
      received += payments[place]?.amountCents ?? 0;
      place += 1;
    }
    const on = payments[place - 1]?.receivedOn;
    const isSatisfied = received >= asked - history.toleranceCents && on !== undefined;
    return isSatisfied ? { ...instalment, satisfiedOn: on } : instalment;
  });
}

/** What is due and unpaid at the end of a day, oldest first. */
export const unpaidOn = (instalments: readonly InstalmentState[], asOfOn: CalendarDate): InstalmentState[] =>
  instalments.filter(
    ({ dueOn, satisfiedOn }) => dueOn <= asOfOn && (satisfiedOn === undefined || satisfiedOn > asOfOn),
  );

export type Bucket = 'current' | '30' | '60' | '90' | '120+';

export interface DelinquencyStatus {
  asOfOn: CalendarDate;
  /** The oldest instalment that is not paid: due and unpaid, or still to come. */
  nextDueOn?: CalendarDate;
  isDelinquent: boolean;
  /** Days since the oldest unpaid instalment was due; day 1 is the day after. */
  daysDelinquent: number;
  firstDayOn?: CalendarDate;
  unpaidInstalments: number;
  /** 30 days when not received by the day before the next due date. */
  mortgageBankersBucket: Bucket;
  /** 30 days when not received by the next due date itself. */
  thriftBucket: Bucket;
  citation: '1024.31 (delinquency); comment 31(Delinquency)-2';
}

/** How far behind an account is at the end of a day, as 1024.31 counts and as the two industry methods do. */
export function delinquencyStatus(history: AccountHistory, asOfOn: CalendarDate): DelinquencyStatus {
  const instalments = applyToOldest(history);
  const unpaid = unpaidOn(instalments, asOfOn);
  const oldest = unpaid[0];
  const next = instalments.find(({ satisfiedOn }) => satisfiedOn === undefined || satisfiedOn > asOfOn);
  const daysDelinquent = oldest ? daysBetween(oldest.dueOn, asOfOn) : 0;
  return {
    asOfOn,
    ...(next ? { nextDueOn: next.dueOn } : {}),
    isDelinquent: oldest !== undefined,
    daysDelinquent,
    ...(oldest ? { firstDayOn: addDays(oldest.dueOn, 1) } : {}),
    unpaidInstalments: unpaid.length,
    mortgageBankersBucket: bucketOf(oldest?.dueOn, addDays(asOfOn, 1)),
    thriftBucket: bucketOf(oldest?.dueOn, asOfOn),
    citation: '1024.31 (delinquency); comment 31(Delinquency)-2',
  };
}

const buckets: readonly Bucket[] = ['current', '30', '60', '90', '120+'];

/** Whole months from the due date to a day; the due dates of months count from the first each time. */
function bucketOf(dueOn: CalendarDate | undefined, on: CalendarDate): Bucket {
  if (!dueOn) return 'current';
  const months = buckets.findLastIndex((_bucket, index) => addMonths(dueOn, index) <= on);
  return buckets[Math.max(months, 0)] ?? 'current';
}
