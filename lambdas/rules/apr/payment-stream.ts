import * as z from 'zod';
import { addDays, addMonths } from '../../shared/calendar.ts';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { UnitPeriod } from './unit-period.ts';

const IntervalSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day') }),
  z.strictObject({ kind: z.literal('week'), count: z.int().min(1).max(52) }),
  z.strictObject({ kind: z.literal('semimonth') }),
  z.strictObject({ kind: z.literal('month'), count: z.int().min(1).max(12) }),
]);
export type Interval = z.infer<typeof IntervalSchema>;

/** Equal amounts at one interval; a single amount is a stream of one and needs none. */
export const PaymentStreamSchema = z
  .strictObject({
    amountCents: z.int().nonnegative().brand<'Cents'>(),
    count: z.int().min(1).max(4_000).default(1),
    firstOn: CalendarDateSchema,
    every: IntervalSchema.optional(),
    /** The dates are the last day of each month, whatever the first is. */
    atMonthEnd: z.boolean().default(false),
  })
  .refine(
    ({ count, every }) => count === 1 || every !== undefined,
    'more than one payment needs an interval',
  );
export type PaymentStream = z.infer<typeof PaymentStreamSchema>;

/** The date of the payment `index` intervals after the first. Half months are 15 days on 30-day months. */
export function streamDate({ firstOn, every, atMonthEnd }: PaymentStream, index: number): CalendarDate {
  if (!every) return firstOn;
  if (every.kind === 'day') return addDays(firstOn, index);
  if (every.kind === 'week') return addDays(firstOn, 7 * every.count * index);
  if (every.kind === 'month') return addMonths(firstOn, every.count * index, atMonthEnd);
  const month = addMonths(firstOn, Math.floor(index / 2));
  return index % 2 === 0 ? month : addDays(month, 15);
}

/** How many of `unit` one interval is, when that is a whole number; else undefined: its dates must be counted. */
export function unitsPerInterval(every: Interval, unit: UnitPeriod): number | undefined {
  if (every.kind === 'semimonth' || every.kind === 'day') return every.kind === unit.kind ? 1 : undefined;
  if (every.kind === 'month' && unit.kind === 'semimonth') return 2 * every.count;
  if ((every.kind === 'week' && unit.kind === 'week') || (every.kind === 'month' && unit.kind === 'month')) {
    return every.count % unit.count === 0 ? every.count / unit.count : undefined;
  }
  return undefined;
}
