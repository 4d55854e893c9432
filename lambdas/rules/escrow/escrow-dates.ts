import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { addBusinessDays, regXServicingDay } from '../../shared/business-days.ts';
import { addDays } from '../../shared/calendar.ts';
import type { ClockDate } from '../trid/clock-date.ts';

/** All of 1024.17 in calendar days, but the refund of 1024.34(b) in days without Saturdays, Sundays and holidays. */
const DAYS = { initial: 45, annual: 30, shortYear: 60, transfer: 60, history: 90, refund: 20 } as const;

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

/** What falls due, and when, after an event in an account's life. */
export function escrowDates(event: EscrowEvent): EscrowDate[] {
  const { on } = event;
  const within = (id: string, days: number, reason: string, citation: string): EscrowDate => ({
    id,
    on: addDays(on, days),
    reason,
    citation,
  });
  switch (event.kind) {
    case 'established': {
      const [reason, citation] = event.onSettlement
        ? ['at settlement or within 45 calendar days of it', '1024.17(g)(1)']
        : ['within 45 calendar days of establishing the account', '1024.17(g)(2)'];
      return [within('initial-statement', DAYS.initial, reason, citation)];
    }
    case 'year-ended':
      if (isExempt(event)) return [];
      return [
        within(
          'annual-statement',
          DAYS.annual,
          'within 30 calendar days of the end of the computation year',
          '1024.17(i)',
        ),
      ];
    case 'shortage-found': {
      const reason = 'at least once in the computation year';
      return [{ id: 'shortage-notice', on: event.yearEndsOn, reason, citation: '1024.17(f)(5)' }];
    }
    case 'current-again':
      return [
        within(
          'account-history',
          DAYS.history,
          'a history since the last statement, within 90 days of being current',
          '1024.17(i)(2)',
        ),
      ];
    case 'short-year-ended':
      return [
        within(
          'short-year-statement',
          DAYS.shortYear,
          'within 60 days of the end of the short year',
          '1024.17(i)(4)(i)',
        ),
      ];
    case 'servicing-transferred':
      return [
        within(
          'short-year-statement',
          DAYS.shortYear,
          'from the old servicer, within 60 days of the transfer',
          '1024.17(i)(4)(ii)',
        ),
        ...(event.changesPaymentOrMethod
          ? [
              within(
                'initial-statement',
                DAYS.transfer,
                'from the new servicer, within 60 days of the transfer',
                '1024.17(e)(1)(i)',
              ),
            ]
          : []),
      ];
    case 'paid-off':
      return [
        within(
          'short-year-statement',
          DAYS.shortYear,
          'within 60 days after the payoff funds came',
          '1024.17(i)(4)(iii)',
        ),
        ...(event.creditedToNewLoan ? [] : [refundDue(event.on)]),
      ];
  }
}

const isExempt = (event: Extract<EscrowEvent, { kind: 'year-ended' }>): boolean =>
  event.daysOverdue > 30 || event.isInForeclosure || event.isInBankruptcy;

const refundDue = (paidOffOn: EscrowEvent['on']): EscrowDate => ({
  id: 'refund',
  on: addBusinessDays(paidOffOn, DAYS.refund, regXServicingDay),
  reason: 'within 20 days, without Saturdays, Sundays and legal public holidays',
  citation: '1024.34(b)(1)',
});
