import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addBusinessDays, regXServicingDay } from '../../shared/business-days.ts';
import { addDays } from '../../shared/calendar.ts';
import type { ClockDate } from '../trid/clock-date.ts';

/** 1024.34(b)(1): days without Saturdays, Sundays and legal public holidays. */
const REFUND_DAYS = 20;

export const EscrowEventSchema = z.discriminatedUnion('kind', [
  /** The account is set up; `onSettlement` when the loan required it. */
  z.strictObject({
    kind: z.literal('established'),
    on: CalendarDateSchema,
    onSettlement: z.boolean().default(true),
  }),
  /** A computation year ended; no statement is due for a borrower so far behind, in foreclosure or bankrupt. */
  z.strictObject({
    kind: z.literal('year-ended'),
    on: CalendarDateSchema,
    daysOverdue: z.int().nonnegative().default(0),
    isInForeclosure: z.boolean().default(false),
    isInBankruptcy: z.boolean().default(false),
  }),
  /** An exempted loan is reinstated or otherwise current again. */
  z.strictObject({ kind: z.literal('current-again'), on: CalendarDateSchema }),
  /** An analysis found a shortage or deficiency; the annual statement may be the notice of it. */
  z.strictObject({
    kind: z.literal('shortage-found'),
    on: CalendarDateSchema,
    yearEndsOn: CalendarDateSchema,
  }),
  /** The servicer starts a new computation year before the old one ends. */
  z.strictObject({ kind: z.literal('short-year-ended'), on: CalendarDateSchema }),
  z.strictObject({
    kind: z.literal('servicing-transferred'),
    on: CalendarDateSchema,
    /** The new servicer changes the payment or the accounting method. */
    changesPaymentOrMethod: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('paid-off'),
    on: CalendarDateSchema,
    /** The borrower agreed to credit the balance to a new loan of the same lender (1024.34(b)(2)). */
    creditedToNewLoan: z.boolean().default(false),
  }),
]);
export type EscrowEvent = z.output<typeof EscrowEventSchema>;

export interface EscrowDate extends ClockDate {
  id: string;
}

/** A statement that falls due so many calendar days after its event. */
interface Statement {
  id: string;
  days: number;
  reason: string;
  citation: string;
}

const statements = {
  atSettlement: {
    id: 'initial-statement',
    days: 45,
    reason: 'at settlement or within 45 calendar days of it',
    citation: '1024.17(g)(1)',
  },
  afterwards: {
    id: 'initial-statement',
    days: 45,
    reason: 'within 45 calendar days of establishing the account',
    citation: '1024.17(g)(2)',
  },
  annual: {
    id: 'annual-statement',
    days: 30,
    reason: 'within 30 calendar days of the end of the computation year',
    citation: '1024.17(i)',
  },
  history: {
    id: 'account-history',
    days: 90,
    reason: 'a history since the last statement, within 90 days of being current',
    citation: '1024.17(i)(2)',
  },
  shortYear: {
    id: 'short-year-statement',
    days: 60,
    reason: 'within 60 days of the end of the short year',
    citation: '1024.17(i)(4)(i)',
  },
  fromTransferor: {
    id: 'short-year-statement',
    days: 60,
    reason: 'from the old servicer, within 60 days of the transfer',
    citation: '1024.17(i)(4)(ii)',
  },
  fromTransferee: {
    id: 'initial-statement',
    days: 60,
    reason: 'from the new servicer, within 60 days of the transfer',
    citation: '1024.17(e)(1)(i)',
  },
  paidOff: {
    id: 'short-year-statement',
    days: 60,
    reason: 'within 60 days after the payoff funds came',
    citation: '1024.17(i)(4)(iii)',
  },
} as const satisfies Record<string, Statement>;

/** What falls due, and when, after an event in an account's life. */
export function escrowDates(event: EscrowEvent): EscrowDate[] {
  const after = ({ id, days, reason, citation }: Statement): EscrowDate => ({
    id,
    on: addDays(event.on, days),
    reason,
    citation,
  });
  switch (event.kind) {
    case 'established':
      return [after(event.onSettlement ? statements.atSettlement : statements.afterwards)];
    case 'year-ended':
      return isExempt(event) ? [] : [after(statements.annual)];
    case 'shortage-found': {
      const reason = 'at least once in the computation year';
      return [{ id: 'shortage-notice', on: event.yearEndsOn, reason, citation: '1024.17(f)(5)' }];
    }
    case 'current-again':
      return [after(statements.history)];
    case 'short-year-ended':
      return [after(statements.shortYear)];
    case 'servicing-transferred':
      return [
        statements.fromTransferor,
        ...(event.changesPaymentOrMethod ? [statements.fromTransferee] : []),
      ].map(after);
    case 'paid-off':
      return [after(statements.paidOff), ...(event.creditedToNewLoan ? [] : [refundDue(event.on)])];
  }
}

const isExempt = (event: Extract<EscrowEvent, { kind: 'year-ended' }>): boolean =>
  event.daysOverdue > 30 || event.isInForeclosure || event.isInBankruptcy;

const refundDue = (paidOffOn: EscrowEvent['on']): EscrowDate => ({
  id: 'refund',
  on: addBusinessDays(paidOffOn, REFUND_DAYS, regXServicingDay),
  reason: 'within 20 days, without Saturdays, Sundays and legal public holidays',
  citation: '1024.34(b)(1)',
});
