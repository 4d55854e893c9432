import * as z from 'zod';
import {
  CalendarDateSchema,
  CentsSchema,
  NonNegativeCentsSchema,
  PpmSchema,
} from '../../shared/value-schemas.ts';
import { roundingNames } from '../../shared/rounding.ts';

/** Forty years of weeks and more; a schedule of a million lines is a slip of the pen. */
const MOST_PAYMENTS = 5_000;

const Count = z.int().min(1).max(2_000);
const PositiveCents = z.int().positive().brand<'Cents'>();

/** How each payment of a segment is found. */
const PaymentRuleSchema = z.discriminatedUnion('kind', [
  /** Would pay the balance at the segment's start in this many equal payments: more than are made means a balloon. */
  z.strictObject({
    kind: z.literal('level'),
    overPayments: Count,
    /** A payment cap: at most this part over the payment before (75,000 for 7.5 %); interest unpaid is added to the balance. */
    mostIncreasePpm: PpmSchema.nonnegative().optional(),
  }),
  z.strictObject({ kind: z.literal('interest-only') }),
  /** The same principal each time, a part of the balance at the segment's start, plus the interest: payments fall. */
  z.strictObject({ kind: z.literal('level-principal'), overPayments: Count }),
  /** Stated by the note; less than the interest adds the rest to the balance. */
  z.strictObject({ kind: z.literal('fixed'), amountCents: NonNegativeCentsSchema }),
]);

/** A stretch of payments under one rate and one payment rule: steps, ARM terms and interest-only years are segments. */
const SegmentSchema = z.strictObject({
  payments: Count,
  ratePpm: PpmSchema.refine((rate) => rate >= 0 && rate <= 1_000_000, 'a rate is between 0 and 100 %'),
  payment: PaymentRuleSchema,
});

/** What part of a year's interest each period bears. */
const PeriodsSchema = z.discriminatedUnion('kind', [
  /** All alike, as US mortgages are: a month is a twelfth whatever its days. */
  z.strictObject({
    kind: z.literal('equal'),
    perYear: z.int().min(1).max(366),
    /** Due dates, where they are wanted: months for 1, 2, 4, 6, 12 a year; 14 days for 26; 7 for 52; 15 days and months in turn for 24. */
    firstDueOn: CalendarDateSchema.optional(),
    /** Interest of an odd first period runs from here by this count, in place of a regular period's. */
    oddFirst: z
      .strictObject({
        interestFromOn: CalendarDateSchema,
        dayCount: z.enum(['30/360', 'actual/365', 'actual/360', 'actual/actual']),
        /** Out of the first regular payment, or by level payments that are found with the odd period in mind. */
        collected: z.enum(['first-payment', 'spread']).default('first-payment'),
      })
      .optional(),
  }),
  /** By their dates: daily simple interest. */
  z.strictObject({
    kind: z.literal('dated'),
    interestFromOn: CalendarDateSchema,
    dueOn: z.array(CalendarDateSchema).min(1).max(2_000),
    dayCount: z.enum(['30/360', 'actual/365', 'actual/360', 'actual/364', 'actual/actual']),
    /** Whether a level payment is found from the dates, or as if all periods were of a year divided by this. */
    levelBy: z.union([z.literal('dates'), z.int().min(1).max(366)]).default('dates'),
  }),
]);

/** Everything a note says about its schedule, as data. */
export const AmortizationPlanSchema = z.strictObject({
  principalCents: PositiveCents,
  periods: PeriodsSchema,
  segments: z
    .array(SegmentSchema)
    .min(1)
    .max(600)
    .refine(
      (segments) => segments.reduce((sum, { payments }) => sum + payments, 0) <= MOST_PAYMENTS,
      `a note has at most ${MOST_PAYMENTS} payments`,
    ),
  interestRounding: z.enum(roundingNames).default('half-up'),
  paymentRounding: z.enum(roundingNames).default('half-up'),
  /** Payments are multiples of this: a cent, or a dollar where the note rounds so. */
  paymentStepCents: PositiveCents.default(1 as z.infer<typeof PositiveCents>),
  /**
   * Where the residue of rounding goes. Fannie Mae Form 3200 section 3(A): what is still owed is due on the maturity
   * date, which is the last payment's; `own-line` states it apart from a last payment of the usual amount.
   */
  residue: z.enum(['last-payment', 'own-line']).default('last-payment'),
  /** Principal paid or advanced beside the schedule, right after a payment (0 is at closing). */
  principalChanges: z
    .array(
      z.strictObject({
        afterPayment: z.int().nonnegative(),
        /** Positive pays down; negative is an advance. */
        amountCents: CentsSchema,
        /** Whether the level payment is found anew over what is left (a recast); else the term gets shorter. */
        recast: z.boolean().default(false),
      }),
    )
    .default([]),
  /** The note's limit on a growing balance: reaching it makes the rest of the payments level (1026.43 commentary). */
  balanceLimitPpm: PpmSchema.nonnegative().optional(),
});
export type AmortizationPlan = z.infer<typeof AmortizationPlanSchema>;
export type AmortizationPlanInput = z.input<typeof AmortizationPlanSchema>;
export type Segment = AmortizationPlan['segments'][number];
export type Periods = AmortizationPlan['periods'];
