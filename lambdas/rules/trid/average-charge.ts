import * as z from 'zod';
import { CalendarDateSchema, NonNegativeCentsSchema } from '../../shared/value-schemas.ts';
import { addDays, addMonths, daysBetween } from '../../shared/calendar.ts';
import { cents, roundToCents, sumCents } from '../../shared/money.ts';
import { floor } from '../../shared/rounding.ts';
import { rational } from '../../shared/rational.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';

/** Comment 19(f)(3)(ii)-2: the sample's period is from 30 days to six months. */
const LEAST_DAYS = 30;
const MOST_MONTHS = 6;

export const AverageChargeSchema = z
  .strictObject({
    /** What was paid for the service in the class of transactions during the period. */
    paidCents: z.array(NonNegativeCentsSchema).min(1).max(100_000),
    fromOn: CalendarDateSchema,
    toOn: CalendarDateSchema,
    /** When the average is first charged: right after the period, or later by what the analysis needs. */
    chargedFromOn: CalendarDateSchema.optional(),
    /** Insurance, and charges by loan amount or property value, have no average charge, 1026.19(f)(3)(ii)(D). */
    isInsurance: z.boolean().default(false),
    dependsOnLoanOrValue: z.boolean().default(false),
    isProhibitedByLaw: z.boolean().default(false),
  })
  .refine(({ fromOn, toOn }) => daysBetween(fromOn, toOn) + 1 >= LEAST_DAYS, {
    message: 'the period is 30 days or more',
    path: ['toOn'],
  })
  .refine(({ fromOn, toOn }) => toOn < addMonths(fromOn, MOST_MONTHS), {
    message: 'the period is six months or less',
    path: ['toOn'],
  })
  .refine(({ toOn, chargedFromOn }) => chargedFromOn === undefined || chargedFromOn > toOn, {
    message: 'the average is charged after its period',
    path: ['chargedFromOn'],
  });

export interface AverageCharge {
  isAllowed: boolean;
  /** A part of a cent is dropped: charges may not come to more than was paid. */
  averageCents?: Cents;
  chargedFromOn?: CalendarDate;
  /** The first day of the next period's average. */
  untilOn?: CalendarDate;
  reason: string;
  citation: '1026.19(f)(3)(ii)';
}

/** The average charge of a class of transactions, and for how long it is charged: as long as its period was. */
export function averageCharge(input: z.input<typeof AverageChargeSchema>): AverageCharge {
  const facts = AverageChargeSchema.parse(input);
  const citation = '1026.19(f)(3)(ii)' as const;
  if (facts.isInsurance || facts.dependsOnLoanOrValue || facts.isProhibitedByLaw)
    return { isAllowed: false, reason: 'this charge is stated for each transaction by itself', citation };
  const chargedFromOn = facts.chargedFromOn ?? addDays(facts.toOn, 1);
  const paid = sumCents(facts.paidCents);
  return {
    isAllowed: true,
    averageCents: cents(roundToCents(rational(paid, facts.paidCents.length), floor)),
    chargedFromOn,
    untilOn: addPeriod(chargedFromOn, facts.fromOn, facts.toOn),
    reason: 'the average of what was paid in the period, charged for as long afterwards',
    citation,
  };
}

/** Whole months where the period is of whole months; else days. */
function addPeriod(from: CalendarDate, periodFrom: CalendarDate, periodTo: CalendarDate): CalendarDate {
  const end = addDays(periodTo, 1);
  for (let months = 1; months <= MOST_MONTHS; months += 1)
    if (addMonths(periodFrom, months) === end) return addMonths(from, months);
  return addDays(from, daysBetween(periodFrom, end));
}
