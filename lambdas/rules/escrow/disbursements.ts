import { addMonths, partsOf } from '../../shared/calendar.ts';
import { multiplyByRatio } from '../../shared/money.ts';
import { floor } from '../../shared/rounding.ts';
import { one, plus } from '../../shared/rational.ts';
import { rateOf } from '../../shared/rate.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { EscrowBill, EscrowItem } from './escrow-item.ts';

export interface Disbursement {
  itemId: string;
  kind: EscrowItem['kind'];
  on: CalendarDate;
  amountCents: Cents;
}

/** A bill that falls in a stretch of months. */
export interface Occurrence {
  item: EscrowItem;
  bill: EscrowBill;
  amountCents: Cents;
  /** The month of the stretch, from 0. */
  place: number;
  on: CalendarDate;
}

/** Months since year zero, so that months can be subtracted. */
export function monthNumber(date: CalendarDate): number {
  const { year, month } = partsOf(date);
  return year * 12 + month - 1;
}

/** What a bill is expected to be, 1024.17(c)(7): never more than the rule allows, so cut to the cent. */
export const estimatedCharge = ({ amountCents, basis }: EscrowBill): Cents =>
  basis.kind === 'last-year'
    ? multiplyByRatio(amountCents, plus(one, rateOf(basis.changePpm)), floor)
    : amountCents;

/**
 * When a bill is paid: on the earlier of the end of a discount and the deadline before a penalty, and not before
 * (1024.17(d)(2)(i)(A), (k)(1)).
 */
export const paidOn = ({
  deadlineOn,
  discountUntilOn,
}: Pick<EscrowBill, 'deadlineOn' | 'discountUntilOn'>): CalendarDate =>
  discountUntilOn && discountUntilOn < deadlineOn ? discountUntilOn : deadlineOn;

/** Every bill in `months` calendar months from the month of `fromOn`, in the order of the items. */
export function occurrences(
  items: readonly EscrowItem[],
  fromOn: CalendarDate,
  months: number,
): Occurrence[] {
  const first = monthNumber(fromOn);
  const found: Occurrence[] = [];
  for (const item of items) {
    for (const bill of item.bills) {
      const base = paidOn(bill);
      const [start, every] = [monthNumber(base) - first, bill.everyMonths];
      const amountCents = estimatedCharge(bill);
      for (let step = Math.ceil(-start / every); start + step * every < months; step += 1) {
        const on = addMonths(base, step * every);
        if (bill.untilOn && on > bill.untilOn) break;
        found.push({ item, bill, amountCents, place: start + step * every, on });
      }
    }
  }
  return found;
}

/** Every disbursement in `months` calendar months from the month of `fromOn`, in order of date. */
export const disbursementsFrom = (
  items: readonly EscrowItem[],
  fromOn: CalendarDate,
  months: number,
): Disbursement[] =>
  occurrences(items, fromOn, months)
    .map(({ item, on, amountCents }) => ({ itemId: item.id, kind: item.kind, on, amountCents }))
    .toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
