import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addBusinessDays } from '../../shared/business-days.ts';
import { addDays } from '../../shared/calendar.ts';
import { officeBusinessDay } from './office-business-day.ts';
import type { ClockDate } from '../trid/clock-date.ts';
import type { Finding } from './finding.ts';

/** 15 USC 7704(a)(4)(A), business days after the request. */
const HONOR_DAYS = 10;
/** 15 USC 7704(a)(3)(A)(ii), calendar days after the message. */
const MECHANISM_DAYS = 30;

/** An e-mail that is about to be sent. */
export const EmailSchema = z.strictObject({
  on: CalendarDateSchema,
  /** The primary purpose (16 CFR 316.3): a message about the recipient's own loan sells nothing. */
  purpose: z.enum(['commercial', 'transactional']),
  isHeaderTruthful: z.boolean(),
  isSubjectTruthful: z.boolean(),
  saysItIsAnAdvertisement: z.boolean().default(false),
  hasPostalAddress: z.boolean().default(false),
  optOut: z
    .strictObject({
      isClear: z.boolean(),
      /** The last day on which the address or page will work. */
      worksThroughOn: CalendarDateSchema,
      /** A fee, a login, or anything but the address and the choice. */
      asksForMore: z.boolean(),
    })
    .optional(),
  optedOutOn: CalendarDateSchema.optional(),
  /** When the recipient expressly consented to messages that sell; after an opt-out, only a later one counts. */
  consentedOn: CalendarDateSchema.optional(),
});
export type Email = z.output<typeof EmailSchema>;

export interface EmailPermission extends Finding {
  isPermitted: boolean;
  defects: readonly Finding[];
  /** The rule's last day to stop; ours is the day of the request. */
  stopBy?: ClockDate;
}

/** Whether an e-mail may be sent under CAN-SPAM (15 USC 7704, 16 CFR 316). */
export function emailPermission(email: Email): EmailPermission {
  const { optedOutOn } = email;
  const defects = [
    ...defectsOfEvery(email),
    ...(email.purpose === 'commercial' ? defectsOfSelling(email) : []),
  ];
  return {
    isPermitted: defects.length === 0,
    ...(defects[0] ?? everything(email)),
    defects,
    ...(optedOutOn
      ? {
          stopBy: {
            on: addBusinessDays(optedOutOn, HONOR_DAYS, officeBusinessDay),
            reason: 'ten business days after the request',
            citation: '15 USC 7704(a)(4)(A)',
          },
        }
      : {}),
  };
}

const everything = ({ purpose }: Email): Finding =>
  purpose === 'commercial'
    ? { reason: 'a true header and subject, a label, a way out and an address', citation: '15 USC 7704(a)' }
    : { reason: "about the recipient's own matter, under a true header", citation: '16 CFR 316.3(b), (c)' };

const lacks = (has: boolean, reason: string, citation: string): Finding[] =>
  has ? [] : [{ reason, citation }];

const defectsOfEvery = (email: Email): Finding[] =>
  lacks(email.isHeaderTruthful, 'the header is false or misleading', '15 USC 7704(a)(1)');

function defectsOfSelling(email: Email): Finding[] {
  const { optOut, optedOutOn, consentedOn } = email;
  const isConsented = consentedOn !== undefined && consentedOn <= email.on;
  const isOut = optedOutOn !== undefined && optedOutOn <= email.on;
  const isBack = isConsented && optedOutOn !== undefined && consentedOn > optedOutOn;
  const worksLongEnough = optOut !== undefined && optOut.worksThroughOn >= addDays(email.on, MECHANISM_DAYS);
  return [
    ...lacks(!isOut || isBack, 'the recipient opted out', '15 USC 7704(a)(4)'),
    ...lacks(email.isSubjectTruthful, 'the subject misleads', '15 USC 7704(a)(2)'),
    ...lacks(
      email.saysItIsAnAdvertisement || isConsented,
      'it does not say that it is an advertisement, and nobody consented',
      '15 USC 7704(a)(5)(A)(i), (B)',
    ),
    ...lacks(optOut?.isClear === true, 'no clear way to opt out', '15 USC 7704(a)(3), (5)(A)(ii)'),
    ...lacks(worksLongEnough, 'the way to opt out does not work for 30 days', '15 USC 7704(a)(3)(A)(ii)'),
    ...lacks(optOut?.asksForMore !== true, 'opting out asks for more than the address', '16 CFR 316.5'),
    ...lacks(email.hasPostalAddress, 'no valid physical postal address', '15 USC 7704(a)(5)(A)(iii)'),
  ];
}
