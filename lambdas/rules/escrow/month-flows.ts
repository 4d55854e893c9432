import { cents } from '../../shared/money.ts';
import { dueDate } from '../amortization/due-dates.ts';
import { monthNumber } from './disbursements.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { MonthFlow } from './trial-balance.ts';
import type { Occurrence } from './disbursements.ts';

/** How many payments fall due in each of the months from the first payment's; one each when paid monthly. */
export function paymentsByMonth(firstOn: CalendarDate, perYear: number, months: number): number[] {
  if (perYear === 12) return Array.from({ length: months }, () => 1);
  const counts = Array.from({ length: months }, () => 0);
  const first = monthNumber(firstOn);
  for (let index = 0; ; index += 1) {
    const place = monthNumber(dueDate(firstOn, perYear, index)) - first;
    if (place >= months) return counts;
    counts[place] = (counts[place] ?? 0) + 1;
  }
}

/** Payments of one amount and the bills that fall, month by month. */
export function monthFlows(
  found: readonly Occurrence[],
  firstOn: CalendarDate,
  counts: readonly number[],
  paymentCents: Cents,
): MonthFlow[] {
  const first = monthNumber(firstOn);
  const out = counts.map(() => 0);
  for (const { place, amountCents } of found) out[place] = (out[place] ?? 0) + amountCents;
  return counts.map((count, index) => ({
    month: nameOf(first + index),
    paymentCents: cents(paymentCents * count),
    disbursementCents: cents(out[index] ?? 0),
  }));
}

const nameOf = (month: number): string => {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}`;
};
