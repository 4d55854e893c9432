import * as z from 'zod';
import {
  CallConsentSchema,
  isSignedPermission,
  isStanding,
  writtenConsentDefects,
} from './written-consent.ts';
import { DoNotCallFactsSchema, doNotCallBar } from './do-not-call.ts';
import { callingHours } from './calling-hours.ts';
import { dateIn } from '../../shared/calendar.ts';
import { isInForce } from './dated-rules.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { CallConsent } from './written-consent.ts';
import type { CallingHours } from './calling-hours.ts';
import type { DoNotCallFacts } from './do-not-call.ts';
import type { Finding } from './finding.ts';
import type { Instant } from '../../shared/clock.ts';

/** 47 CFR 64.1200(a)(3)(iii), calls to one residential line within 30 days. */
const UNCONSENTED_CALLS = 3;

const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
};

/** A call or text that is about to be made. */
export const CallSchema = z.strictObject({
  /** UTC. */
  at: z.iso.datetime(),
  /** Every IANA zone that the person may be in: of the address, and of the number. */
  zones: z.array(z.string().refine(isZone, 'is an IANA time zone')).min(1).max(6),
  medium: z.enum(['call', 'text']),
  purpose: z.enum(['marketing', 'informational', 'emergency']),
  /** `recorded`: an artificial or prerecorded voice, a synthesized one too. */
  means: z.enum(['by-hand', 'autodialer', 'recorded']),
  line: z.enum(['wireless', 'residential']),
  consents: z.array(CallConsentSchema).max(50).default([]),
  doNotCall: DoNotCallFactsSchema.default(() => DoNotCallFactsSchema.parse({})),
  /** Recorded calls to this residential line in the 30 days before. */
  recordedCallsIn30Days: z.int().nonnegative().default(0),
});
export type Call = z.output<typeof CallSchema>;

export interface CallPermission {
  isPermitted: boolean;
  /** What the law needs of this call, and whether it is there; all of it must be. */
  checks: readonly ({ isMet: boolean; check: 'consent' | 'do-not-call' | 'calling-hours' } & Finding)[];
  /** When the hours alone forbid it: the first time they do not. */
  notBefore?: Instant;
}

/** Whether a call or text may be made now, as a function of what is stated; what is not stated does not permit. */
export function callPermission(call: Call): CallPermission {
  if (call.purpose === 'emergency')
    return {
      isPermitted: true,
      checks: [
        {
          isMet: true,
          check: 'consent',
          reason: 'made for emergency purposes',
          citation: '47 CFR 64.1200(a)(1)',
        },
      ],
    };
  const at = call.at as Instant;
  const days = call.zones.map((zone) => dateIn(zone, at)).sort();
  const today = days.at(-1) as CalendarDate;
  const consent = consentCheck(call, today);
  if (call.purpose === 'informational') return { isPermitted: consent.isMet, checks: [consent] };
  const bar = doNotCallBar(withRevocations(call, today), today, agreedOn(call, today));
  const hours = callingHours(at, call.zones);
  const checks = [consent, listCheck(bar), hoursCheck(hours)];
  const isPermitted = checks.every(({ isMet }) => isMet);
  const { nextAt } = hours;
  return { isPermitted, checks, ...(hours.isWithin || nextAt === undefined ? {} : { notBefore: nextAt }) };
}

/** Consents that stand: since 2027 a revocation ends those of every kind that were given before it. */
const standing = ({ consents }: Call, today: string): CallConsent[] => {
  const ended = revocations(consents, today).filter((day) => isInForce('revocation-of-every-kind', day));
  return consents.filter(
    (consent) => isStanding(consent, today) && ended.every((day) => day < consent.givenOn),
  );
};

const revocations = (consents: readonly CallConsent[], today: string): CalendarDate[] =>
  consents.flatMap(({ revokedOn }) => (revokedOn !== undefined && revokedOn <= today ? [revokedOn] : []));

/** The latest signed agreement to be called to sell that stands (64.1200(c)(2)(ii)). */
const agreedOn = (call: Call, today: string): CalendarDate | undefined =>
  latest(
    standing(call, today)
      .filter(isSignedPermission)
      .map(({ givenOn }) => givenOn),
  );

const latest = (days: readonly (CalendarDate | undefined)[]): CalendarDate | undefined =>
  days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);

/** Whoever revokes does not want these calls by any means: the day counts as that of a request to this company. */
const withRevocations = ({ doNotCall, consents }: Call, today: string): DoNotCallFacts => ({
  ...doNotCall,
  companyRequestOn: latest([doNotCall.companyRequestOn, ...revocations(consents, today)]),
});

const isAskedToStop = (call: Call, today: string): boolean => {
  const { companyRequestOn } = withRevocations(call, today);
  return companyRequestOn !== undefined && companyRequestOn <= today;
};

function consentCheck(call: Call, today: string) {
  const check = 'consent' as const;
  const isWireless = call.line === 'wireless' || call.medium === 'text';
  const isAutomated = call.means === 'recorded' || (call.means === 'autodialer' && isWireless);
  if (!isAutomated)
    return {
      isMet: true,
      check,
      reason: 'neither autodialed to a mobile nor recorded',
      citation: '47 CFR 64.1200(a)',
    };
  const given = standing(call, today);
  const citation = isWireless ? '47 CFR 64.1200(a)(1)(iii), (a)(2)' : '47 CFR 64.1200(a)(3)';
  if (call.purpose === 'marketing') {
    const isMet = given.some((consent) => writtenConsentDefects(consent).length === 0);
    const reason = isMet ? 'prior express written consent' : defectReason(given[0]);
    return { isMet, check, reason, citation };
  }
  if (given.length > 0) return { isMet: true, check, reason: 'prior express consent', citation };
  const isUnasked = !isAskedToStop(call, today) && call.recordedCallsIn30Days < UNCONSENTED_CALLS;
  if (!isWireless && isUnasked)
    return {
      isMet: true,
      check,
      reason: 'sells nothing, and one of three calls in 30 days that need no consent',
      citation: '47 CFR 64.1200(a)(3)(iii)',
    };
  return { isMet: false, check, reason: 'no prior express consent that stands', citation };
}

const defectReason = (consent: CallConsent | undefined): string =>
  (consent && writtenConsentDefects(consent)[0]?.reason) ?? 'no prior express written consent that stands';

const listCheck = (bar: Finding | undefined) => ({
  isMet: bar === undefined,
  check: 'do-not-call' as const,
  reason: bar?.reason ?? 'no list, and no request of the person, forbids it',
  citation: bar?.citation ?? '47 CFR 64.1200(c)(2)',
});

const hoursCheck = ({ isWithin, reason, citation }: CallingHours) => ({
  isMet: isWithin,
  check: 'calling-hours' as const,
  reason,
  citation,
});
