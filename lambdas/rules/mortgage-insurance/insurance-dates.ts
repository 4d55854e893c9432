import * as z from 'zod';
import { AmortizationPlanSchema } from '../amortization/amortization-plan.ts';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { OriginalValueFactsSchema, originalValue } from './original-value.ts';
import { addDays, addMonths } from '../../shared/calendar.ts';
import { amortize } from '../amortization/amortize.ts';
import { invalid } from '../../shared/errors.ts';
import type { AmortizationPlan } from '../amortization/amortization-plan.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { ClockDate } from '../trid/clock-date.ts';
import type { ScheduledPayment } from '../amortization/amortize.ts';

/** Percent of the original value at which insurance may be cancelled on request, 12 USC 4901(2). */
const CANCELLATION_PERCENT = 80;
/** At which it ends by itself, 12 USC 4901(18). */
const TERMINATION_PERCENT = 78;
/** At which it ends for a loan that the lender itself holds to be of high risk, 12 USC 4902(g)(1)(B). */
const HIGH_RISK_PERCENT = 77;

export const InsuredLoanSchema = z.strictObject({
  /** The initial schedule; of an adjustable loan the one now in effect; of a modified loan the modified one (4902(d)). */
  schedule: AmortizationPlanSchema,
  value: OriginalValueFactsSchema,
  /** High risk by the guides of Fannie Mae and Freddie Mac, or by the lender for a loan above their limits. */
  risk: z.enum(['standard', 'gse-high-risk', 'lender-high-risk']).default('standard'),
  /** The whole period of amortization, where the schedule given is not all of it. */
  amortization: z.strictObject({ startsOn: CalendarDateSchema, months: z.int().min(1).max(600) }).optional(),
});
export type InsuredLoanInput = z.input<typeof InsuredLoanSchema>;
type InsuredLoan = z.output<typeof InsuredLoanSchema>;

export interface ScheduledDate extends ClockDate {
  /** The payment that brings the balance there; 0 at the start. */
  payment: number;
  balanceCents: Cents;
}

export interface InsuranceDates {
  originalValueCents: Cents;
  /** From here on the borrower may ask; a loan of high risk has no such date. */
  cancellation?: ScheduledDate;
  /** Insurance ends by itself if the borrower is current; absent when the schedule never gets there. */
  termination?: ScheduledDate;
  midpointOn: CalendarDate;
  /** Not beyond this day in any case, if the borrower is current. */
  finalTermination: ClockDate;
}

/**
 * The dates of the Homeowners Protection Act as the schedule alone fixes them, whatever is really owed.
 * @throws invalid NoDueDates, a ZodError when malformed
 */
export function insuranceDates(input: InsuredLoanInput): InsuranceDates {
  const loan = InsuredLoanSchema.parse(input);
  const value = originalValue(loan.value);
  const { startsOn, months } = loan.amortization ?? amortizationOf(loan.schedule);
  const { payments } = amortize(loan.schedule);
  const reached = (percent: number, citation: string) =>
    firstAt(percent, value, loan.schedule.principalCents, startsOn, payments, citation);
  const cancellation =
    loan.risk === 'standard' ? reached(CANCELLATION_PERCENT, '12 USC 4901(2)(A)(i)') : undefined;
  const termination = terminationOf(loan, reached);
  const midpointOn = middle(startsOn, months);
  return {
    originalValueCents: value,
    ...(cancellation ? { cancellation } : {}),
    ...(termination ? { termination } : {}),
    midpointOn,
    finalTermination: {
      on: firstOfNextMonth(midpointOn),
      reason: 'the first day of the month after the midpoint of the amortization period',
      citation: loan.risk === 'standard' ? '12 USC 4902(c)' : '12 USC 4902(c), (g)(2)',
    },
  };
}

function terminationOf(
  { risk }: InsuredLoan,
  reached: (percent: number, citation: string) => ScheduledDate | undefined,
): ScheduledDate | undefined {
  if (risk === 'standard') return reached(TERMINATION_PERCENT, '12 USC 4902(b)');
  return risk === 'lender-high-risk' ? reached(HIGH_RISK_PERCENT, '12 USC 4902(g)(1)(B)') : undefined;
}

function firstAt(
  percent: number,
  value: Cents,
  principal: Cents,
  startsOn: CalendarDate,
  payments: readonly ScheduledPayment[],
  citation: string,
): ScheduledDate | undefined {
  const isReached = (balance: Cents) => balance * 100 <= value * percent;
  const reason = `the balance is first scheduled to reach ${percent} % of the original value`;
  if (isReached(principal)) return { on: startsOn, payment: 0, balanceCents: principal, reason, citation };
  const found = payments.find(({ balanceCents }) => isReached(balanceCents));
  if (!found?.dueOn) return undefined;
  return { on: found.dueOn, payment: found.number, balanceCents: found.balanceCents, reason, citation };
}

/** A balloon loan is amortized over longer than it runs. */
function amortizationOf({ periods, segments }: AmortizationPlan): { startsOn: CalendarDate; months: number } {
  const isMonthly = periods.kind === 'equal' && periods.perYear === 12;
  if (!isMonthly || !periods.firstDueOn)
    throw invalid('NoDueDates', 'the schedule is monthly and says when its first payment is due');
  const last = segments.at(-1);
  const before = segments.slice(0, -1).reduce((sum, { payments }) => sum + payments, 0);
  const over = last && 'overPayments' in last.payment ? last.payment.overPayments : (last?.payments ?? 0);
  return {
    startsOn: addMonths(periods.firstDueOn, -1),
    months: before + Math.max(over, last?.payments ?? 0),
  };
}

/** Half-way, 12 USC 4901(7): of an odd number of months, half a month past. */
const middle = (startsOn: CalendarDate, months: number): CalendarDate => {
  const whole = addMonths(startsOn, Math.floor(months / 2));
  return months % 2 === 0 ? whole : addDays(whole, 15);
};

/** The first day of the month that follows a day's month. */
export const firstOfNextMonth = (date: CalendarDate): CalendarDate =>
  addMonths(`${date.slice(0, 8)}01` as CalendarDate, 1);
