import * as z from 'zod';
import { AmortizationPlanSchema } from '../amortization/amortization-plan.ts';
import { CalendarDateSchema, NonNegativeCentsSchema, PpmSchema } from '../../shared/value-schemas.ts';
import { LateChargeTermsSchema } from './late-charge.ts';
import { WaterfallSchema } from './waterfall.ts';
import { uniformInstrument } from './note-waterfalls.ts';

const DayCountSchema = z.enum(['30/360', 'actual/365', 'actual/360', 'actual/actual']);

/** `of-period`: the days over those of the period they fall in, of the period's own part of a year. */
const DaysOfPeriodSchema = z.enum([...DayCountSchema.options, 'of-period']);

const InterestSchema = z.discriminatedUnion('kind', [
  /** Each instalment bears its whole period's interest, whenever it is paid, as most US mortgages do. */
  z.strictObject({
    kind: z.literal('scheduled'),
    /** Principal paid down inside a period: no interest on it for the period, or to the day it came. */
    curtailedPeriod: z.enum(['whole-period', 'by-day']).default('whole-period'),
    /** How the days are counted then, and at payoff. */
    dayCount: DaysOfPeriodSchema.default('actual/365'),
    /** The days of a payoff: interest of them all rounded once, or a day's interest rounded and then counted. */
    payoffDays: z.enum(['exact', 'rounded-daily']).default('exact'),
  }),
  /** Daily simple interest: on what is owed, from the day of one payment to the day of the next. */
  z.strictObject({ kind: z.literal('daily'), dayCount: DayCountSchema }),
]);

const BoardedSchema = z.strictObject({
  /** How many instalments of the note are paid. */
  instalmentsPaid: z.int().min(0).max(2_000),
  principalCents: NonNegativeCentsSchema,
  /** The payment of principal and interest as it stands; found anew from the balance when absent. */
  paymentCents: NonNegativeCentsSchema.optional(),
  deferredCents: NonNegativeCentsSchema.optional(),
  escrowCents: NonNegativeCentsSchema.optional(),
  escrowAdvanceCents: NonNegativeCentsSchema.optional(),
  suspenseCents: NonNegativeCentsSchema.optional(),
});

/** What a note and its security instrument say about an account, as data. */
export const AccountTermsSchema = z
  .strictObject({
    /** Due dates are needed: `periods.firstDueOn`, or dated periods. */
    note: AmortizationPlanSchema,
    /** From when the account is kept: closing, or boarding from another servicer. */
    openedOn: CalendarDateSchema,
    interest: InterestSchema.default({
      kind: 'scheduled',
      curtailedPeriod: 'whole-period',
      dayCount: 'actual/365',
      payoffDays: 'exact',
    }),
    /** Of each instalment, until an escrow change. */
    escrowCents: NonNegativeCentsSchema.optional(),
    waterfall: WaterfallSchema.default(uniformInstrument),
    lateCharge: LateChargeTermsSchema.optional(),
    /** The most that a returned payment may cost; none when absent. */
    returnedPaymentFeeCents: NonNegativeCentsSchema.optional(),
    /** Owed when the loan is paid off early: a part of the principal prepaid until a date (see 12 CFR 1026.43(g)). */
    prepaymentPenalty: z
      .array(z.strictObject({ untilOn: CalendarDateSchema, ratePpm: PpmSchema }))
      .max(10)
      .optional(),
    boarded: BoardedSchema.optional(),
  })
  .refine(({ note }) => note.periods.kind === 'dated' || note.periods.firstDueOn !== undefined, {
    path: ['note', 'periods', 'firstDueOn'],
    error: 'an account needs due dates',
  })
  .refine(({ note }) => note.principalChanges.length === 0, {
    path: ['note', 'principalChanges'],
    error: 'what changes principal is an event',
  });
export type AccountTerms = z.infer<typeof AccountTermsSchema>;
export type AccountTermsInput = z.input<typeof AccountTermsSchema>;
