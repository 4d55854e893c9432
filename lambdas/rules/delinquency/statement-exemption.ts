import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addDays, addMonths } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from '../trid/clock-date.ts';

export const StatementEventSchema = z.strictObject({
  /** A loan becomes subject to the bankruptcy rules of 1026.41(f), or ceases to be. */
  eventOn: CalendarDateSchema,
  /** Any due date; cycles are months. */
  dueOn: CalendarDateSchema,
  /** The statement for the next due date had been provided before the event. */
  isNextStatementSent: z.boolean(),
  /** Days of courtesy after a due date, after which statements go out. */
  courtesyDays: z.int().min(0).max(31).default(15),
});
export type StatementEvent = z.output<typeof StatementEventSchema>;

export interface StatementExemption {
  /** No statement is required for the cycle with this due date. */
  exemptDueOn: CalendarDate;
  /** Statements go on with the cycle of this due date. */
  resumeDueOn: CalendarDate;
  /** Within a reasonably prompt time (four days) after the courtesy period before that. */
  resumeFrom: ClockDate;
  citation: '1026.41(e)(5)(iv)(B)';
}

/** The single statement that may be left out when the rules of bankruptcy begin or cease to apply. */
export function statementExemption(event: StatementEvent): StatementExemption {
  const { eventOn, dueOn, isNextStatementSent, courtesyDays } = event;
  let cycles = 0;
  while (addMonths(dueOn, cycles) <= eventOn) cycles += 1;
  while (addMonths(dueOn, cycles - 1) > eventOn) cycles -= 1;
  const exempt = isNextStatementSent ? cycles + 1 : cycles;
  return {
    exemptDueOn: addMonths(dueOn, exempt),
    resumeDueOn: addMonths(dueOn, exempt + 1),
    resumeFrom: {
      on: addDays(addMonths(dueOn, exempt), courtesyDays),
      reason: 'after the courtesy period of the due date before, within a reasonably prompt time',
      citation: '1026.41(b)',
    },
    citation: '1026.41(e)(5)(iv)(B)',
  };
}
