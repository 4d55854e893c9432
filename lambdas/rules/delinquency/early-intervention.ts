import * as z from 'zod';
import { AccountHistorySchema, applyToOldest } from './account-status.ts';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addDays } from '../../shared/calendar.ts';
import {
  BankruptcySchema,
  CeaseCommunicationSchema,
  TransferInSchema,
  writtenNotices,
} from './written-notice.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from '../trid/clock-date.ts';
import type { InstalmentState } from './account-status.ts';
import type { WrittenNotice } from './written-notice.ts';

/** 1024.39(a): the 36th day of delinquency, and 36 days after each due date while it lasts. */
const LIVE_CONTACT_DAYS = 36;
/** 1024.40(a)(1): personnel are assigned by the written notice, on the 45th day at the latest. */
const PERSONNEL_DAYS = 45;

export const EarlyInterventionFactsSchema = z.strictObject({
  history: AccountHistorySchema,
  asOfOn: CalendarDateSchema,
  liveContactsOn: z.array(CalendarDateSchema).max(1_000).default([]),
  writtenNoticesOn: z.array(CalendarDateSchema).max(200).default([]),
  /** Serviced by another until this day. */
  transfer: TransferInSchema.optional(),
  /** In contact over a loss mitigation application, or found eligible for nothing: no other live contact (39(a)-6). */
  isInLossMitigation: z.boolean().default(false),
  isSmallServicer: z.boolean().default(false),
  isPrincipalResidence: z.boolean().default(true),
  /** A borrower on the loan is a debtor in bankruptcy (39(c)). */
  bankruptcy: BankruptcySchema.optional(),
  /** Subject to the Fair Debt Collection Practices Act, and told to cease communication (39(d)). */
  ceaseCommunication: CeaseCommunicationSchema.optional(),
});
export type EarlyInterventionFacts = z.input<typeof EarlyInterventionFactsSchema>;
type Facts = z.output<typeof EarlyInterventionFactsSchema>;

export interface LiveContact extends ClockDate {
  dueOn: CalendarDate;
  /** Not required when the instalment was made whole before the day; one contact may serve several due dates. */
  state: 'made' | 'open' | 'missed' | 'not-required';
  contactOn?: CalendarDate;
}

export interface EarlyIntervention {
  /** Why nothing is required, when so. */
  exemption?: { reason: string; citation: string };
  liveContacts: readonly LiveContact[];
  writtenNotices: readonly WrittenNotice[];
  /** Assigned personnel available to the borrower, 1024.40(a). */
  personnelBy?: ClockDate;
}

/** The contacts and notices that a delinquency has called for up to a day, and those still to come; 1024.39, .40. */
export function earlyIntervention(input: EarlyInterventionFacts): EarlyIntervention {
  const facts = EarlyInterventionFactsSchema.parse(input);
  const exemption = exemptionOf(facts);
  if (exemption) return { exemption, liveContacts: [], writtenNotices: [] };
  const due = applyToOldest(facts.history).filter(({ dueOn }) => dueOn <= facts.asOfOn);
  const unpaid = due.filter(({ dueOn, satisfiedOn }) => satisfiedOn === undefined || satisfiedOn > dueOn);
  const personnel = unpaid.find((each) => lasts(each, PERSONNEL_DAYS) && !each.satisfiedOn);
  const isSpared =
    facts.isInLossMitigation || facts.bankruptcy !== undefined || facts.ceaseCommunication !== undefined;
  return {
    liveContacts: isSpared ? [] : unpaid.map((each) => liveContact(each, facts)),
    writtenNotices: writtenNotices(unpaid, facts),
    ...(personnel ? { personnelBy: personnelBy(personnel.dueOn) } : {}),
  };
}

/** Whether an instalment is still unpaid so many days after it was due. */
const lasts = ({ dueOn, satisfiedOn }: InstalmentState, days: number): boolean =>
  satisfiedOn === undefined || satisfiedOn > addDays(dueOn, days);

function liveContact(instalment: InstalmentState, { liveContactsOn, asOfOn }: Facts): LiveContact {
  const { dueOn } = instalment;
  const on = addDays(dueOn, LIVE_CONTACT_DAYS);
  const contactOn = liveContactsOn.find((contact) => contact > dueOn && contact <= on);
  const base = {
    dueOn,
    on,
    reason: 'by the 36th day after the due date, while the borrower is delinquent',
    citation: '1024.39(a)',
  };
  if (contactOn) return { ...base, state: 'made', contactOn };
  if (!lasts(instalment, LIVE_CONTACT_DAYS)) return { ...base, state: 'not-required' };
  return { ...base, state: on < asOfOn ? 'missed' : 'open' };
}

const personnelBy = (dueOn: CalendarDate): ClockDate => ({
  on: addDays(dueOn, PERSONNEL_DAYS),
  reason: 'personnel are assigned with the written notice, by the 45th day at the latest',
  citation: '1024.40(a)(1)',
});

function exemptionOf(facts: Facts): EarlyIntervention['exemption'] {
  if (facts.isSmallServicer) return { reason: 'a small servicer', citation: '1024.30(b)(1)' };
  if (!facts.isPrincipalResidence)
    return { reason: 'not the borrower’s principal residence', citation: '1024.30(c)(2)' };
  if (facts.bankruptcy && facts.ceaseCommunication)
    return { reason: 'in bankruptcy, and told to cease communication', citation: '1024.39(c)(1)(ii)' };
  return undefined;
}
