import { addMonths } from '../../shared/calendar.ts';
import { cents } from '../../shared/money.ts';
import { disbursementsFrom, monthNumber } from './disbursements.ts';
import { dueDate } from '../amortization/due-dates.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { EscrowItem } from './escrow-item.ts';
import type { MonthFlow } from './trial-balance.ts';

/** How many payments fall due in each of the months from the first payment's; one each when paid monthly. */
export function paymentsByMonth(firstOn: CalendarDate, perYear: number, months: number): number[] {
  const counts = Array.from({ length: months }, () => 0);
  const first = monthNumber(firstOn);
  for (let index = 0; ; index += 1) {
    const place = monthNumber(dueDate(firstOn, perYear, index)) - first;
    if (place >= months) return counts;
    counts[place] = (counts[place] ?? 0) + 1;
  }
}

/** Payments of one amount and the disbursements of the items, month by month. */
export function monthFlows(
  items: readonly EscrowItem[],
  firstOn: CalendarDate,
  counts: readonly number[],
  paymentCents: Cents,
): MonthFlow[] {
  const first = monthNumber(firstOn);
  const out = counts.map(() => 0);
  for (const { on, amountCents } of disbursementsFrom(items, firstOn, counts.length)) {
    const place = monthNumber(on) - first;
    out[place] = (out[place] ?? 0) + amountCents;
  }
  const start = `${firstOn.slice(0, 8)}01` as CalendarDate;
  return counts.map((count, index) => ({
    month: addMonths(start, index).slice(0, 7),
    paymentCents: cents(paymentCents * count),
    disbursementCents: cents(out[index] ?? 0),
  }));
}
