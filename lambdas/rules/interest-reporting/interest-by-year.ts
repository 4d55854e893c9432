import * as z from 'zod';
import { CalendarDateSchema, NonNegativeCentsSchema } from '../../shared/value-schemas.ts';
import { addDays, dateOf, daysBetween, partsOf } from '../../shared/calendar.ts';
import { allocate } from '../../shared/money-allocation.ts';
import { cents, sumCents } from '../../shared/money.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';

/** 1.6050H-1(e)(2)(ii), Instructions for Form 1098, Prepaid Interest: what accrues in full by this day of January may count when received. */
const LAST_JANUARY_DAY = 15;

export const InterestReceiptSchema = z
  .strictObject({
    receivedOn: CalendarDateSchema,
    amountCents: NonNegativeCentsSchema,
    /** The days that the interest is for, both among them. */
    accruesFromOn: CalendarDateSchema,
    accruesThroughOn: CalendarDateSchema,
    /** Anyone may pay for the borrower; a seller's buydown and a government's subsidy are not the borrower's interest, 1.6050H-1(e)(3). */
    from: z.enum(['borrower', 'third-party', 'seller-buydown', 'government-subsidy']).default('borrower'),
    /** Late charges and prepayment penalties are interest, unless a charge is for a service. */
    kind: z
      .enum(['interest', 'late-charge', 'late-charge-for-service', 'prepayment-penalty'])
      .default('interest'),
  })
  .refine(({ accruesFromOn, accruesThroughOn }) => accruesFromOn <= accruesThroughOn, {
    path: ['accruesThroughOn'],
    message: 'interest accrues from a day to the same or a later one',
  });
export type InterestReceipt = z.output<typeof InterestReceiptSchema>;

/** Whether a receipt is mortgage interest of the borrower at all. */
export const isReportable = ({ from, kind }: InterestReceipt): boolean =>
  (from === 'borrower' || from === 'third-party') && kind !== 'late-charge-for-service';

/**
 * The part of a receipt that is interest of a year. Interest counts in the year it is received; what is prepaid for days
 * of a later year counts in that year, day by day, unless it all accrues by January 15.
 */
export function interestOfYear(
  receipt: InterestReceipt,
  year: number,
  includeThroughJanuary15: boolean,
): Cents {
  const received = partsOf(receipt.receivedOn).year;
  const through = receipt.accruesThroughOn;
  const isEarned = through <= dateOf(received, 12, 31);
  const isNearly = includeThroughJanuary15 && through <= dateOf(received + 1, 1, LAST_JANUARY_DAY);
  if (isEarned || isNearly) return received === year ? receipt.amountCents : cents(0);
  if (year < received) return cents(0);
  const years = Array.from(
    { length: partsOf(through).year - received + 1 },
    (_each, index) => received + index,
  );
  const days = years.map((each) => daysIn(receipt, each, each === received));
  const parts = allocate(receipt.amountCents, days);
  return parts[years.indexOf(year)] ?? cents(0);
}

/** Days of accrual in a year; those of years before the receipt belong to the receipt's. */
function daysIn(
  { accruesFromOn, accruesThroughOn }: InterestReceipt,
  year: number,
  isFirst: boolean,
): number {
  const from: CalendarDate = isFirst ? accruesFromOn : later(accruesFromOn, dateOf(year, 1, 1));
  const through = accruesThroughOn < dateOf(year, 12, 31) ? accruesThroughOn : dateOf(year, 12, 31);
  return Math.max(0, daysBetween(from, addDays(through, 1)));
}

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

/** Form 1098 box 1, before refunds of the same year's interest. */
export const interestReceived = (
  receipts: readonly InterestReceipt[],
  year: number,
  includeThroughJanuary15: boolean,
): Cents =>
  sumCents(
    receipts.filter(isReportable).map((receipt) => interestOfYear(receipt, year, includeThroughJanuary15)),
  );
