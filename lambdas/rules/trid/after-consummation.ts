import * as z from 'zod';
import { addDays } from '../../shared/calendar.ts';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from './clock-date.ts';

/** Calendar days of 1026.19(f)(2)(iii): for events in these, and then for the corrected disclosure. */
const EVENT_DAYS = 30;
/** 1026.19(f)(2)(iv), calendar days after consummation. */
const CLERICAL_DAYS = 60;
/** 1026.19(f)(2)(v), calendar days after consummation. */
export const CURE_DAYS = 60;

/** Something found out after closing. */
export const LateEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('settlement-event'),
    occurredOn: CalendarDateSchema,
    learnedOn: CalendarDateSchema,
    changesConsumerAmount: z.boolean(),
    changesSellerAmount: z.boolean().default(false),
    /** A change of per-diem interest alone needs no corrected disclosure (comment 19(f)(2)(iii)-2, 2017). */
    isPerDiemInterestOnly: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('clerical-error'), isNumeric: z.boolean() }),
  z.strictObject({ kind: z.literal('tolerance-refund') }),
]);
export type LateEvent = z.infer<typeof LateEventSchema>;

export interface LateDuties {
  consumerDisclosureBy?: ClockDate;
  sellerDisclosureBy?: ClockDate;
  refundBy?: ClockDate;
}

/** What must be corrected after consummation, and by when. */
export function dutiesAfterConsummation(event: LateEvent, consummationOn: CalendarDate): LateDuties {
  if (event.kind === 'clerical-error') {
    if (event.isNumeric) return {};
    const reason = '60 days after consummation, for an error in words that changes no figure';
    return { consumerDisclosureBy: due(consummationOn, CLERICAL_DAYS, reason, '1026.19(f)(2)(iv)') };
  }
  if (event.kind === 'tolerance-refund') {
    const refund = due(consummationOn, CURE_DAYS, '60 days after consummation', '1026.19(f)(2)(v)');
    return { refundBy: refund, consumerDisclosureBy: refund };
  }
  const isInTime = event.occurredOn <= addDays(consummationOn, EVENT_DAYS);
  if (!isInTime || event.isPerDiemInterestOnly) return {};
  const from = '30 days after the event became known';
  return {
    ...(event.changesConsumerAmount
      ? { consumerDisclosureBy: due(event.learnedOn, EVENT_DAYS, from, '1026.19(f)(2)(iii)') }
      : {}),
    ...(event.changesSellerAmount
      ? { sellerDisclosureBy: due(event.learnedOn, EVENT_DAYS, from, '1026.19(f)(4)(ii)') }
      : {}),
  };
}

const due = (from: CalendarDate, days: number, reason: string, citation: string): ClockDate => ({
  on: addDays(from, days),
  reason,
  citation,
});
