import * as z from 'zod';
import { addBusinessDays, regZPreciseDay } from '../../shared/business-days.ts';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import type { ClockDate } from './clock-date.ts';

/** How a disclosure went out, and what shows when it came. */
export const DeliverySchema = z
  .strictObject({
    /** Handed over, placed in the mail, given to the courier or sent. */
    sentOn: CalendarDateSchema,
    method: z.enum(['in-person', 'mail', 'courier', 'electronic']),
    /** A signature, an acknowledgement: evidence that the consumer had it on this day. */
    evidencedReceiptOn: CalendarDateSchema.optional(),
    /** Consent under the E-SIGN Act before it was sent; what is not known is not consent. */
    hasESignConsent: z.boolean().default(false),
  })
  .refine(({ sentOn, evidencedReceiptOn }) => !evidencedReceiptOn || evidencedReceiptOn >= sentOn, {
    path: ['evidencedReceiptOn'],
    message: 'nothing is received before it is sent',
  });
export type Delivery = z.infer<typeof DeliverySchema>;

export type Receipt =
  | ({ kind: 'received' } & ClockDate)
  | { kind: 'not-delivered'; reason: string; citation: string };

/** 1026.19(e)(1)(iv), (e)(4)(ii), (f)(1)(iii): three precise business days after sending. */
const MAILBOX_DAYS = 3;

/** The Loan Estimate's paragraphs, a revised one's, and the Closing Disclosure's say the same thing. */
const citations = {
  'loan-estimate': { received: '1026.19(e)(1)(iv)', electronic: '1026.37(o)(3)(iii)' },
  'revised-loan-estimate': { received: '1026.19(e)(4)(ii)', electronic: '1026.37(o)(3)(iii)' },
  'closing-disclosure': { received: '1026.19(f)(1)(iii)', electronic: '1026.38(t)(3)(iii)' },
} as const;
export type DisclosureKind = keyof typeof citations;

/** When the consumer received a disclosure, or is considered to have: in person at once, else by the mailbox rule. */
export function receiptOf(delivery: Delivery, disclosure: DisclosureKind): Receipt {
  const { sentOn, method, evidencedReceiptOn, hasESignConsent } = delivery;
  const { received: citation, electronic } = citations[disclosure];
  if (method === 'electronic' && !hasESignConsent) {
    const reason = 'sent electronically without consent under the E-SIGN Act: it does not count as provided';
    return { kind: 'not-delivered', reason, citation: electronic };
  }
  if (method === 'in-person')
    return { kind: 'received', on: sentOn, reason: 'handed over in person', citation };
  const presumed = addBusinessDays(sentOn, MAILBOX_DAYS, regZPreciseDay);
  if (evidencedReceiptOn && evidencedReceiptOn < presumed) {
    const reason = 'evidence shows that the consumer received it earlier than presumed';
    return { kind: 'received', on: evidencedReceiptOn, reason, citation };
  }
  const reason = 'considered received three business days after it was sent';
  return { kind: 'received', on: presumed, reason, citation };
}
