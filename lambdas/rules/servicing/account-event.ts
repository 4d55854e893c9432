import * as z from 'zod';
import { CalendarDateSchema, NonNegativeCentsSchema, PpmSchema } from '../../shared/value-schemas.ts';
import { addMs } from '../../shared/clock.ts';
import type { Instant } from '../../shared/clock.ts';

const PositiveCents = z.int().positive().brand<'Cents'>();
/** Any ISO 8601 instant in UTC, made alike so that instants sort as text. */
export const InstantSchema = z.iso.datetime().transform((text) => addMs(text as Instant, 0));

const base = {
  id: z.string().min(1).max(120),
  /** The day from which it counts: of a payment, the day it was received (12 CFR 1026.36(c)(1)(i)). */
  effectiveOn: CalendarDateSchema,
  /** When it became known here. Orders nothing but what a view knew. */
  enteredAt: InstantSchema,
  /** Its place among events of one day; then kind, then id. */
  sequence: z.int().nonnegative().optional(),
};

/** Everything that can happen to an account from outside; what follows by itself (due dates, late charges) is worked out. */
export const AccountEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('payment'),
    amountCents: PositiveCents,
  }),
  /** Meant for principal. While an instalment is due it is applied as a payment first. */
  z.strictObject({
    ...base,
    kind: z.literal('curtailment'),
    amountCents: PositiveCents,
    /** Whether the payment is found anew over the rest of the term. */
    recast: z.boolean().default(false),
  }),
  /** Pays the loan off when it covers what is owed that day; else it is a payment. */
  z.strictObject({ ...base, kind: z.literal('payoff'), amountCents: PositiveCents }),
  /** The payment is found anew over the rest of the term from the next instalment made out. */
  z.strictObject({ ...base, kind: z.literal('recast') }),
  /** A new rate from this day: for instalments due after it. */
  z.strictObject({
    ...base,
    kind: z.literal('rate-change'),
    ratePpm: PpmSchema.refine((rate) => rate >= 0 && rate <= 1_000_000, 'a rate is between 0 and 100 %'),
    /** The payment as the notice stated it; found anew over the rest of the term when absent. */
    paymentCents: PositiveCents.optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('escrow-change'),
    fromDueOn: CalendarDateSchema,
    escrowCents: NonNegativeCentsSchema,
  }),
  /** Paid out of escrow; what escrow lacks is advanced. */
  z.strictObject({
    ...base,
    kind: z.literal('escrow-disbursement'),
    amountCents: PositiveCents,
    payee: z.enum(['taxes', 'insurance', 'mortgage-insurance', 'borrower', 'other']),
  }),
  /** A refund from an insurer, or a deposit of the borrower. Makes good an advance first. */
  z.strictObject({ ...base, kind: z.literal('escrow-deposit'), amountCents: PositiveCents }),
  z.strictObject({
    ...base,
    kind: z.literal('fee'),
    amountCents: PositiveCents,
    /** What it is for, by its own name: never one label for many things. */
    name: z.string().min(1).max(120),
    /** A late charge assessed elsewhere, such as before boarding, stands with late charges in the note's order. */
    bucket: z.enum(['fee', 'late-charge']).default('fee'),
    /** When it is owed, if later. */
    dueOn: CalendarDateSchema.optional(),
    /** Paid to a third party by the servicer, so recovered and no income. */
    isAdvanced: z.boolean().default(false),
  }),
  /** Lets a charge go, all of it or a part: by the fee event's id, or `late-charge:<due date>`. */
  z.strictObject({
    ...base,
    kind: z.literal('waiver'),
    chargeId: z.string().min(1).max(160),
    amountCents: PositiveCents.optional(),
  }),
  /**
   * A workout: the oldest instalments due are put off without interest until the last payment or the payoff, and the
   * account goes on from the next. Their escrow part is left to the next analysis. Scheduled interest only.
   */
  z.strictObject({ ...base, kind: z.literal('deferral'), instalments: z.int().min(1).max(24) }),
  /** Money held unapplied goes back to the borrower. */
  z.strictObject({ ...base, kind: z.literal('suspense-return'), amountCents: PositiveCents }),
  /** No late charge falls in this time: a workout, a disaster, or 60 days after a transfer (12 CFR 1024.33(c)(1)). */
  z.strictObject({
    ...base,
    kind: z.literal('late-charge-hold'),
    untilOn: CalendarDateSchema,
    reason: z.enum(['servicing-transfer', 'loss-mitigation', 'disaster', 'other']),
  }),
  /** Undoes another event as if it had never been. `effectiveOn` is the day its fee, if any, is charged. */
  z.strictObject({
    ...base,
    kind: z.literal('reversal'),
    reverses: z.string().min(1).max(120),
    /** Returned by the bank (NSF), or our own error. */
    reason: z.enum(['returned', 'error']),
    /** At most what the terms allow; never for our own error. */
    feeCents: NonNegativeCentsSchema.optional(),
  }),
]);
export type AccountEvent = z.infer<typeof AccountEventSchema>;
export type AccountEventInput = z.input<typeof AccountEventSchema>;
export type EventOf<K extends AccountEvent['kind']> = Extract<AccountEvent, { kind: K }>;
