import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import type { Finding } from './finding.ts';

/** A consent to be called or sent texts, as it was recorded. */
export const CallConsentSchema = z.strictObject({
  givenOn: CalendarDateSchema,
  revokedOn: CalendarDateSchema.optional(),
  /** What the person agreed to: messages that sell, or only those about their own matter. */
  covers: z.enum(['marketing', 'informational']),
  isWritten: z.boolean(),
  /** By hand or electronic (15 USC 7001). */
  isSigned: z.boolean().default(false),
  /** Whether it names the telephone number that is called. */
  namesNumber: z.boolean().default(false),
  /** Whether it says clearly that the seller may call or text by autodialer or recorded voice. */
  disclosesAutomatedCalls: z.boolean().default(false),
  /** Whether it says that agreeing is no condition of buying anything. */
  saysNotRequired: z.boolean().default(false),
});
export type CallConsent = z.output<typeof CallConsentSchema>;

/** What a consent lacks to be prior express written consent; one seller per form is not asked (11th Cir., 2025). */
export function writtenConsentDefects(consent: CallConsent): readonly Finding[] {
  const lacks = (has: boolean, reason: string, paragraph: string): Finding[] =>
    has ? [] : [{ reason, citation: `47 CFR 64.1200(f)(9)${paragraph}` }];
  return [
    ...lacks(consent.covers === 'marketing', 'it does not cover messages that sell', ''),
    ...lacks(consent.isWritten, 'it is not in writing', ''),
    ...lacks(consent.isSigned, 'it is not signed', '(ii)'),
    ...lacks(consent.namesNumber, 'it does not name the number', ''),
    ...lacks(consent.disclosesAutomatedCalls, 'it does not disclose automated calls', '(i)(A)'),
    ...lacks(consent.saysNotRequired, 'it does not say that agreeing is no condition', '(i)(B)'),
  ];
}

/**
 * Whether a consent is also the permission of 64.1200(c)(2)(ii) to call a number of the national list: a signed, written
 * agreement to be contacted, with the number. What (f)(9)(i) has a consent to automated calls disclose is not asked.
 */
export const isSignedPermission = ({ covers, isWritten, isSigned, namesNumber }: CallConsent): boolean =>
  covers === 'marketing' && isWritten && isSigned && namesNumber;

/** Given by that day, and not revoked by it: a consent revoked at any time of a day is none on that day. */
export const isStanding = ({ givenOn, revokedOn }: CallConsent, day: string): boolean =>
  givenOn <= day && (revokedOn === undefined || revokedOn > day);
