import * as z from 'zod';
import { addBusinessDays, regZPreciseDay } from '../../shared/business-days.ts';
import { addDays, addYears } from '../../shared/calendar.ts';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from './clock-date.ts';

/** 1026.23(a)(3)(i), precise business days. */
const RESCISSION_DAYS = 3;
/** 1026.23(a)(3)(i): when notice or material disclosures are not delivered. */
const LONGEST_YEARS = 3;
/** 1026.23(d)(2), calendar days. */
const DAYS_TO_RETURN = 20;

export const RescissionFactsSchema = z
  .strictObject({
    consummationOn: CalendarDateSchema,
    /** When the last person entitled had two copies of the notice; absent while any has not. */
    noticeDeliveredOn: CalendarDateSchema.optional(),
    /** When the last had all material disclosures, correct within tolerance; absent while any has not. */
    materialDisclosuresDeliveredOn: CalendarDateSchema.optional(),
    securesPrincipalDwelling: z.boolean(),
    /** A residential mortgage transaction of 1026.2(a)(24): it finances buying or first building that dwelling. */
    financesAcquisition: z.boolean(),
    /** 1026.23(f)(2): the same creditor refinances, and no new amount is advanced. */
    isSameCreditorWithoutNewAdvance: z.boolean().default(false),
    creditorIsStateAgency: z.boolean().default(false),
    /** Sale or transfer of all the consumer's interest ends a right that runs on. */
    interestTransferredOn: CalendarDateSchema.optional(),
    /** When notice of rescission was mailed or handed over, which is when it is given (1026.23(a)(2)). */
    rescindedOn: CalendarDateSchema.optional(),
    /** When the creditor had it. */
    rescissionReceivedOn: CalendarDateSchema.optional(),
  })
  .refine(({ consummationOn, interestTransferredOn: on }) => !on || on >= consummationOn, {
    path: ['interestTransferredOn'],
    message: 'a transfer that ends the right comes after consummation',
  })
  .refine(({ rescindedOn, rescissionReceivedOn: on }) => !on || !rescindedOn || on >= rescindedOn, {
    path: ['rescissionReceivedOn'],
    message: 'nothing is received before it is sent',
  });
export type RescissionFacts = z.infer<typeof RescissionFactsSchema>;

export type Rescission =
  | { kind: 'exempt'; reason: string; citation: string }
  | {
      kind: 'open';
      /** The right ends at midnight of this day. */
      lastDay: ClockDate;
      /** Nothing is disbursed before this day, and only when the creditor is reasonably satisfied. */
      disburseFrom: ClockDate;
      /** After a rescission in time: money and property returned, the lien released. */
      returnBy?: ClockDate;
    };

/** The right of rescission of a closed-end loan: until when, from when money may go out, or why there is none. */
export function rescission(facts: RescissionFacts): Rescission {
  const exemption = exemptionOf(facts);
  if (exemption) return { kind: 'exempt', ...exemption };
  const lastDay = lastDayOf(facts);
  const disburseFrom = {
    on: addDays(lastDay.on, 1),
    reason: 'after the period has ended, when the creditor is reasonably satisfied that no one rescinded',
    citation: '1026.23(c)',
  };
  const { rescindedOn, rescissionReceivedOn: receivedOn } = facts;
  if (!rescindedOn || !receivedOn || rescindedOn > lastDay.on) return { kind: 'open', lastDay, disburseFrom };
  const reason = '20 calendar days after notice of rescission was received';
  const returnBy = { on: addDays(receivedOn, DAYS_TO_RETURN), reason, citation: '1026.23(d)(2)' };
  return { kind: 'open', lastDay, disburseFrom, returnBy };
}

function exemptionOf(facts: RescissionFacts): { reason: string; citation: string } | undefined {
  if (!facts.securesPrincipalDwelling)
    return { reason: 'the security is not a principal dwelling', citation: '1026.23(a)(1)' };
  if (facts.financesAcquisition)
    return { reason: 'a residential mortgage transaction', citation: '1026.23(f)(1)' };
  if (facts.isSameCreditorWithoutNewAdvance)
    return { reason: 'a refinancing by the same creditor without a new advance', citation: '1026.23(f)(2)' };
  if (facts.creditorIsStateAgency)
    return { reason: 'the creditor is an agency of a state', citation: '1026.23(f)(3)' };
  return undefined;
}

function lastDayOf(facts: RescissionFacts): ClockDate {
  const { consummationOn, noticeDeliveredOn: notice, materialDisclosuresDeliveredOn: disclosures } = facts;
  const longest = addYears(consummationOn, LONGEST_YEARS);
  const ends = [longest, facts.interestTransferredOn ?? longest].sort()[0] as CalendarDate;
  if (!notice || !disclosures) {
    const reason = 'notice or material disclosures are missing: three years, or sale of the property';
    return { on: ends, reason, citation: '1026.23(a)(3)(i)' };
  }
  const last = [consummationOn, notice, disclosures].sort().at(-1) as CalendarDate;
  const on = addBusinessDays(last, RESCISSION_DAYS, regZPreciseDay);
  if (on > ends)
    return { on: ends, reason: 'three years, or sale of the property', citation: '1026.23(a)(3)(i)' };
  const reason = 'third business day after the last of consummation, notice and material disclosures';
  return { on, reason, citation: '1026.23(a)(3)(i)' };
}
