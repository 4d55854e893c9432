import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addBusinessDays, regXServicingDay } from '../../shared/business-days.ts';
import { addDays, daysBetween } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from '../trid/clock-date.ts';

/** 1024.41(k)(2)(i), without Saturdays, Sundays and legal public holidays. */
const ACKNOWLEDGE_DAYS = 10;
/** 1024.41(b)(2)(i)(B): the transferor's own time. */
const TRANSFEROR_DAYS = 5;
/** 1024.41(k)(3), (k)(4), calendar days. */
const DECIDE_DAYS = 30;

export const ApplicationTransferSchema = z.strictObject({
  receivedOn: CalendarDateSchema,
  /** When the transferee begins to accept payments (k)(1)(ii). */
  transferOn: CalendarDateSchema,
  /** The transferor's notice of receipt, if it was given. */
  acknowledgedByTransferorOn: CalendarDateSchema.optional(),
  completeOn: CalendarDateSchema.optional(),
  appealedOn: CalendarDateSchema.optional(),
  /** When the transferee gives its notice, with the reasonable date it states. */
  acknowledgedOn: CalendarDateSchema.optional(),
  reasonableDateOn: CalendarDateSchema.optional(),
  delinquentSinceOn: CalendarDateSchema.optional(),
  saleOn: CalendarDateSchema.optional(),
});
export type ApplicationTransfer = z.input<typeof ApplicationTransferSchema>;

export interface ApplicationTransferDates {
  acknowledgeBy?: ClockDate;
  evaluateBy?: ClockDate;
  appealDecisionBy?: ClockDate;
  /** Until the reasonable date no first filing; an application completed by then has all the rights it would have had. */
  protectedThrough?: ClockDate;
  /** How the account stands on the day of the transferee's notice. */
  onNotice?: { daysDelinquent?: number; daysToSale?: number };
}

/** A pending application whose servicing moves, 1024.41(k). */
export function applicationTransferDates(input: ApplicationTransfer): ApplicationTransferDates {
  const facts = ApplicationTransferSchema.parse(input);
  const ownTimeEnds = addBusinessDays(facts.receivedOn, TRANSFEROR_DAYS, regXServicingDay);
  const isPending = !facts.acknowledgedByTransferorOn && ownTimeEnds >= facts.transferOn;
  const decide = (on: CalendarDate, reason: string, citation: string): ClockDate => ({
    on: addDays(on, DECIDE_DAYS),
    reason: `${DECIDE_DAYS} days after ${reason}`,
    citation,
  });
  const { completeOn, appealedOn, transferOn, acknowledgedOn, reasonableDateOn } = facts;
  return {
    ...(isPending
      ? {
          acknowledgeBy: {
            on: addBusinessDays(transferOn, ACKNOWLEDGE_DAYS, regXServicingDay),
            reason: `${ACKNOWLEDGE_DAYS} days after the transfer, without Saturdays, Sundays and holidays`,
            citation: '1024.41(k)(2)(i)',
          },
        }
      : {}),
    ...(completeOn && completeOn <= transferOn
      ? { evaluateBy: decide(transferOn, 'the transfer', '1024.41(k)(3)') }
      : {}),
    ...(appealedOn
      ? {
          appealDecisionBy: decide(
            appealedOn > transferOn ? appealedOn : transferOn,
            'the later of the transfer and the appeal',
            '1024.41(k)(4)(i)',
          ),
        }
      : {}),
    ...(isPending && reasonableDateOn ? { protectedThrough: protectedThrough(reasonableDateOn) } : {}),
    ...(acknowledgedOn ? { onNotice: standingOn(acknowledgedOn, facts) } : {}),
  };
}

const protectedThrough = (on: CalendarDate): ClockDate => ({
  on,
  reason: 'no first filing until the reasonable date; completed by then, the application keeps its rights',
  citation: '1024.41(k)(2)(ii)',
});

function standingOn(
  on: CalendarDate,
  { delinquentSinceOn, saleOn }: z.output<typeof ApplicationTransferSchema>,
): NonNullable<ApplicationTransferDates['onNotice']> {
  return {
    ...(delinquentSinceOn ? { daysDelinquent: daysBetween(delinquentSinceOn, on) } : {}),
    ...(saleOn ? { daysToSale: daysBetween(on, saleOn) } : {}),
  };
}
