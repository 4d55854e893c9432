import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addBusinessDays, regZPreciseDay } from '../../shared/business-days.ts';
import type { ClockDate } from '../trid/clock-date.ts';

/** 1026.20(e)(5), precise business days. */
const DAYS = { onRequest: 3, otherwise: 30, presumed: 3 } as const;

export const EscrowClosingSchema = z.strictObject({
  /** When the account is closed although the loan goes on. */
  closesOn: CalendarDateSchema,
  /** The consumer asked for it. */
  isRequested: z.boolean(),
});
export type EscrowClosing = z.output<typeof EscrowClosingSchema>;

export interface EscrowClosingNotice {
  receivedBy: ClockDate;
  /** Sent otherwise than in person, it counts as received three business days later. */
  sentBy: ClockDate;
}

/** The last days for the Escrow Closing Notice before an account is closed, 1026.20(e)(5). */
export function escrowClosingNotice({ closesOn, isRequested }: EscrowClosing): EscrowClosingNotice {
  const days = isRequested ? DAYS.onRequest : DAYS.otherwise;
  const receivedOn = addBusinessDays(closesOn, -days, regZPreciseDay);
  return {
    receivedBy: {
      on: receivedOn,
      reason: `${days} business days before the account is closed`,
      citation: isRequested ? '1026.20(e)(5)(i)' : '1026.20(e)(5)(ii)',
    },
    sentBy: {
      on: addBusinessDays(receivedOn, -DAYS.presumed, regZPreciseDay),
      reason: 'received three business days after it is mailed',
      citation: '1026.20(e)(5)(iii)',
    },
  };
}
