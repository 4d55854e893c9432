import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addBusinessDays } from '../../shared/business-days.ts';
import { addDays, addYears } from '../../shared/calendar.ts';
import { officeBusinessDay } from './office-business-day.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Finding } from './finding.ts';

/** 15 USC 1681b(e)(4)(A), business days after the agency is told. */
const EFFECTIVE_DAYS = 5;
/** 1681b(e)(4)(B)(i), years of an election by telephone or on the web, from its first day on. */
const ELECTION_YEARS = 5;

/** A consumer's election to be left out of lists that they did not ask for. */
export const PrescreenElectionSchema = z.strictObject({
  notifiedOn: CalendarDateSchema,
  /** A signed form lasts until it is revoked, a call or a web form five years. */
  by: z.enum(['telephone-or-web', 'signed-form']),
  revokedOn: CalendarDateSchema.optional(),
});
export type PrescreenElection = z.output<typeof PrescreenElectionSchema>;

/** A list, or a lead, that an agency furnishes without an application to the one who gets it. */
export const PrescreenSchema = z.strictObject({
  kind: z.literal('prescreen'),
  on: CalendarDateSchema,
  /** Honoured if the consumer still meets the criteria set before (15 USC 1681a(l)). */
  isFirmOffer: z.boolean(),
  /** Whether the consumer's own inquiry for a residential mortgage set it off. */
  isMortgageTriggerLead: z.boolean().default(false),
  /** Of these, what the one who gets it has shown to the agency; the consent is the consumer's own (1681b(c)(1)(A)). */
  standing: z
    .array(
      z.enum([
        'documented-consent',
        'originated-current-mortgage',
        'services-current-mortgage',
        'holds-deposit-account',
      ]),
    )
    .default([]),
  isUnder21WithoutConsent: z.boolean().default(false),
  election: PrescreenElectionSchema.optional(),
});
export type Prescreen = z.output<typeof PrescreenSchema>;

export interface ElectionSpan extends Finding {
  fromOn: CalendarDate;
  /** The last day; absent while it runs on. */
  throughOn?: CalendarDate;
}

/** When an election out of prescreening takes effect, and until when it lasts. */
export function electionSpan(election: PrescreenElection): ElectionSpan {
  const fromOn = addBusinessDays(election.notifiedOn, EFFECTIVE_DAYS, officeBusinessDay);
  const reason = 'five business days after the notice, for five years; a signed form until it is revoked';
  const ends = [
    ...(election.by === 'telephone-or-web' ? [addDays(addYears(fromOn, ELECTION_YEARS), -1)] : []),
    ...(election.revokedOn ? [election.revokedOn] : []),
  ].sort();
  const [first] = ends;
  const citation = '15 USC 1681b(e)(4)';
  if (first === undefined) return { fromOn, reason, citation };
  return { fromOn, throughOn: first < fromOn ? fromOn : first, reason, citation };
}

/** Whether a prescreened list may be furnished and used; trigger leads have had limits of their own since 2026. */
export function judgePrescreen(
  prescreen: Prescreen,
  areTriggerLeadsLimited: boolean,
): { isPermitted: boolean } & Finding {
  const isLimited = areTriggerLeadsLimited && prescreen.isMortgageTriggerLead;
  if (prescreen.standing.includes('documented-consent') && (prescreen.isFirmOffer || !isLimited))
    return {
      isPermitted: true,
      reason: 'the consumer authorized the agency: an election, age or the want of an offer does not matter',
      citation: '15 USC 1681b(c)(1)(A)',
    };
  const refusal = refusalOf(prescreen, isLimited);
  if (refusal) return { isPermitted: false, ...refusal };
  return {
    isPermitted: true,
    reason: 'a firm offer of credit; each solicitation tells the right to opt out (15 USC 1681m(d))',
    citation: '15 USC 1681b(c)(1)(B)',
  };
}

function refusalOf(prescreen: Prescreen, isLimited: boolean): Finding | undefined {
  if (!prescreen.isFirmOffer)
    return {
      reason: 'no firm offer of credit or insurance',
      citation: isLimited ? '15 USC 1681b(c)(4)(B)(i)' : '15 USC 1681b(c)(1)(B)(i)',
    };
  if (prescreen.election && isElectedOut(prescreen.election, prescreen.on))
    return { reason: 'the consumer elected to be left out', citation: '15 USC 1681b(c)(1)(B)(iii), (e)' };
  if (prescreen.isUnder21WithoutConsent)
    return {
      reason: 'the consumer is under 21 and has not consented',
      citation: '15 USC 1681b(c)(1)(B)(iv)',
    };
  if (isLimited && prescreen.standing.length === 0)
    return {
      reason:
        'a mortgage trigger lead needs consent, the current mortgage or its servicing, or a deposit account',
      citation: '15 USC 1681b(c)(4)(B)(ii), Homebuyers Privacy Protection Act',
    };
  return undefined;
}

/** From the day of the notice: the five business days are the agency's, and asking for less is no use to anybody. */
const isElectedOut = (election: PrescreenElection, day: CalendarDate): boolean => {
  const { throughOn } = electionSpan(election);
  return election.notifiedOn <= day && (throughOn === undefined || day <= throughOn);
};
