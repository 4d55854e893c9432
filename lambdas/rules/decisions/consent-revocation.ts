import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addBusinessDays } from '../../shared/business-days.ts';
import { isInForce } from './dated-rules.ts';
import { officeBusinessDay } from './office-business-day.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from '../trid/clock-date.ts';
import type { Finding } from './finding.ts';

/** 47 CFR 64.1200(a)(10), business days after receipt. */
const HONOR_DAYS = 10;

/** How somebody asked not to be called or sent texts any more. */
export const RevocationSchema = z.strictObject({
  receivedOn: CalendarDateSchema,
  by: z.enum(['text-reply', 'key-or-voice-on-call', 'designated-site-or-number', 'any-other-way']),
  /** The words of a reply; in other ways, whether they clearly say it is for a person to judge. */
  words: z.string().max(500).optional(),
  /** The judgement of a person where the rule names no words. */
  wasJudgedClear: z.boolean().optional(),
});
export type Revocation = z.output<typeof RevocationSchema>;

export interface RevocationJudgement extends Finding {
  /** `to-be-judged`: a person reads it first, and nothing is sent meanwhile. */
  outcome: 'revoked' | 'not-revoked' | 'to-be-judged';
  /** The rule's last day; ours is the day it came. */
  stopBy?: ClockDate;
  /** Until 2027 a revocation may be held to the kind of message that it answers. */
  scope?: 'kind-of-message' | 'every-automated-message';
}

const perSeWords = new Set(['stop', 'quit', 'end', 'revoke', 'opt out', 'cancel', 'unsubscribe']);

/** The words that revoke by themselves; `OPT-OUT` and `Stop.` are such, `stop by tomorrow` is for a person to read. */
export const isRevokingWord = (words: string): boolean =>
  perSeWords.has(
    words
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, ' ')
      .trim()
      .replace(/^optout$/, 'opt out'),
  );

/** Whether a message revokes consent, by when that must be honoured, and for what. */
export function judgeRevocation(revocation: Revocation): RevocationJudgement {
  const { by, words, wasJudgedClear } = revocation;
  const isPerSe = by === 'text-reply' ? isRevokingWord(words ?? '') : by !== 'any-other-way';
  const citation = '47 CFR 64.1200(a)(10)';
  if (!isPerSe && wasJudgedClear === undefined)
    return { outcome: 'to-be-judged', reason: 'any reasonable means counts: a person reads it', citation };
  if (!isPerSe && wasJudgedClear === false)
    return { outcome: 'not-revoked', reason: 'judged not to ask for an end', citation };
  return {
    outcome: 'revoked',
    reason: isPerSe ? 'a means that revokes by itself' : 'a reasonable means that clearly expresses it',
    citation,
    stopBy: stopBy(revocation.receivedOn),
    scope: isInForce('revocation-of-every-kind', revocation.receivedOn)
      ? 'every-automated-message'
      : 'kind-of-message',
  };
}

function stopBy(receivedOn: CalendarDate): ClockDate {
  if (!isInForce('revocation-ten-business-days', receivedOn))
    return {
      on: receivedOn,
      reason: 'a reasonable time: at once',
      citation: '47 CFR 64.1200 before April 11, 2025',
    };
  return {
    on: addBusinessDays(receivedOn, HONOR_DAYS, officeBusinessDay),
    reason: 'a reasonable time, not more than ten business days from receipt',
    citation: '47 CFR 64.1200(a)(10)',
  };
}
