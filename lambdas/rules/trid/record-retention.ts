import { addDays, addYears } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

/** Years that evidence of compliance is kept, 1026.25, each from the event named. */
const periods = {
  /** From consummation. */
  'closing-disclosure': { years: 5, citation: '1026.25(c)(1)(ii)(A)' },
  /** Loan Estimates, provider lists, changed circumstances: from the later of consummation, disclosure or action. */
  'integrated-disclosures': { years: 3, citation: '1026.25(c)(1)(i)' },
  /** From each payment and each receipt by itself (comment 25(c)(2)-1.iii). */
  'originator-compensation': { years: 3, citation: '1026.25(c)(2)(i), (ii)' },
  /** From consummation. */
  'ability-to-repay': { years: 3, citation: '1026.25(c)(3)' },
  /** From disclosure or action. */
  general: { years: 2, citation: '1026.25(a)' },
} as const;
export type RecordKind = keyof typeof periods;

/** The last day that a record is kept: the day before the anniversary. */
export function retainedThrough(
  kind: RecordKind,
  eventOn: CalendarDate,
): { on: CalendarDate; citation: string } {
  const { years, citation } = periods[kind];
  return { on: addDays(addYears(eventOn, years), -1), citation };
}
