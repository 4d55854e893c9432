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

/** Months since year zero, so that months can be subtracted. */
export const monthNumber = (date: CalendarDate): number => partsOf(date).year * 12 + partsOf(date).month - 1;

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

/** Every disbursement in `months` calendar months from the month of `fromOn`, in order of date. */
export function disbursementsFrom(
  items: readonly EscrowItem[],
  fromOn: CalendarDate,
  months: number,
): Disbursement[] {
  const first = monthNumber(fromOn);
  const found = items.flatMap(({ id, kind, bills }) =>
    bills.flatMap((bill) =>
      datesWithin(bill, first, months).map((on) => ({
        itemId: id,
        kind,
        on,
        amountCents: estimatedCharge(bill),
      })),
    ),
  );
  return found.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}

function datesWithin(bill: EscrowBill, first: number, months: number): CalendarDate[] {
  const [base, every] = [paidOn(bill), bill.everyMonths];
  const dates: CalendarDate[] = [];
  let step = Math.ceil((first - monthNumber(base)) / every);
  for (; monthNumber(base) + step * every < first + months; step += 1) {
    const on = addMonths(base, step * every);
    if (!bill.untilOn || on <= bill.untilOn) dates.push(on);
  }
  return dates;
}
