import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { InsuredLoanSchema, firstOfNextMonth, insuranceDates } from './insurance-dates.ts';
import { addDays } from '../../shared/calendar.ts';
import { afterEnd } from './after-end.ts';
import type { ClockDate } from '../trid/clock-date.ts';
import type { InsuranceDates } from './insurance-dates.ts';
import type { InsuranceEnd } from './after-end.ts';

/** 12 USC 4904(b)(2)(B): calendar days to tell a borrower who is not current at 78 % why insurance goes on. */
const DAYS_TO_EXPLAIN = 30;

/** How the borrower stood on a date of the schedule. */
const StandingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('current') }),
  /** Behind then; `currentAgainOn` once all that was due is paid. */
  z.strictObject({ kind: z.literal('behind'), currentAgainOn: CalendarDateSchema.optional() }),
]);
export type Standing = z.output<typeof StandingSchema>;

export const TerminationFactsSchema = z.strictObject({
  loan: InsuredLoanSchema,
  asOfOn: CalendarDateSchema,
  atTermination: StandingSchema.default({ kind: 'current' }),
  atMidpoint: StandingSchema.default({ kind: 'current' }),
});
export type TerminationFacts = z.input<typeof TerminationFactsSchema>;

export interface TerminationAnswer {
  dates: InsuranceDates;
  state: 'in-force' | 'waits-until-current' | 'ended';
  /** Ended, or going to end on this day if the borrower stays as stated. */
  end?: InsuranceEnd;
  /** The notice to a borrower who was behind on the termination date; 4904(b) asks for none at the midpoint. */
  explainBy?: ClockDate;
}

/** Insurance that ends without a request: at 78 %, or at the midpoint, whichever comes first; 12 USC 4902(b), (c). */
export function automaticTermination(input: TerminationFacts): TerminationAnswer {
  const facts = TerminationFactsSchema.parse(input);
  const dates = insuranceDates(facts.loan);
  const isUnconditional = facts.loan.risk === 'lender-high-risk'; // 4902(g)(1)(B) asks for no current payments
  const byShare = dates.termination
    ? endAt(dates.termination, isUnconditional ? { kind: 'current' } : facts.atTermination)
    : undefined;
  const byMidpoint = endAt(dates.finalTermination, facts.atMidpoint);
  const ends = [byShare, byMidpoint].filter((each) => each !== undefined);
  const end = ends.toSorted((a, b) => (a.on < b.on ? -1 : 1))[0];
  const hasPassed = (date: ClockDate | undefined) => date !== undefined && date.on <= facts.asOfOn;
  if (end && end.on <= facts.asOfOn) return { dates, state: 'ended', end: afterEnd(end) };
  const coming = end ? { end: afterEnd(end) } : {};
  if (dates.termination && hasPassed(dates.termination))
    return { dates, state: 'waits-until-current', ...coming, explainBy: explanation(dates.termination) };
  return { dates, state: hasPassed(dates.finalTermination) ? 'waits-until-current' : 'in-force', ...coming };
}

const explanation = (termination: ClockDate): ClockDate => ({
  on: addDays(termination.on, DAYS_TO_EXPLAIN),
  reason: 'the grounds why insurance goes on: the borrower was not current',
  citation: '12 USC 4904(b)(2)(B)',
});

/** On the date if current; else on the first day of the month after the borrower is current again, 4902(b)(2). */
function endAt(date: ClockDate, standing: Standing): ClockDate | undefined {
  const { on, reason, citation } = date;
  if (standing.kind === 'current') return { on, reason, citation };
  if (!standing.currentAgainOn) return undefined;
  const later = firstOfNextMonth(standing.currentAgainOn);
  return {
    on: later > on ? later : on,
    reason: 'the first day of the month after the borrower became current',
    citation: citation === '12 USC 4902(b)' ? '12 USC 4902(b)(2)' : citation,
  };
}
