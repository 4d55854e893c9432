import * as z from 'zod';
import {
  CalendarDateSchema,
  CentsSchema,
  NonNegativeCentsSchema,
  PpmSchema,
} from '../../shared/value-schemas.ts';
import { roundingNames } from '../../shared/rounding.ts';

/** How the note changes its rate: the terms of the amortization engine. */
export const ArmTermsSchema = z.strictObject({
  initialRatePpm: PpmSchema.nonnegative(),
  marginPpm: PpmSchema,
  firstCapPpm: PpmSchema.nonnegative(),
  periodicCapPpm: PpmSchema.nonnegative(),
  lifetimeCapPpm: PpmSchema.nonnegative(),
  floorPpm: PpmSchema.nonnegative().optional(),
  lookBackDays: z.int().min(0).max(120),
  roundToPpm: z.int().positive().brand<'Ppm'>(),
  rounding: z.enum(roundingNames),
});

/** One change of rate, as the note and the account give it. */
export const AdjustmentFactsSchema = z.strictObject({
  terms: ArmTermsSchema,
  indexName: z.string().min(1).max(120),
  indexSource: z.string().min(1).max(120).optional(),
  /** Published figures; the change uses the last available at the look-back, or the estimate. */
  indexValues: z
    .array(z.strictObject({ availableOn: CalendarDateSchema, valuePpm: PpmSchema }))
    .min(1)
    .max(1_000),
  /** 1 for the first change. */
  changeNumber: z.int().min(1).max(600),
  /** From when the new rate runs: a due date, the interest of which is paid with the next. */
  changeOn: CalendarDateSchema,
  changeEveryMonths: z.int().min(1).max(120),
  currentRatePpm: PpmSchema.nonnegative(),
  /** Principal and interest. */
  currentPaymentCents: NonNegativeCentsSchema,
  escrowCents: NonNegativeCentsSchema.optional(),
  /** What will be owed on the day of the change if every payment is made. */
  balanceCents: NonNegativeCentsSchema,
  remainingMonths: z.int().min(1).max(600),
  /** Whether payments are interest alone before, and after, the change. */
  interestOnly: z
    .strictObject({ before: z.boolean(), after: z.boolean() })
    .default({ before: false, after: false }),
  /** How the last payment before the notice was split; taken of the expected balance when absent. */
  lastAllocation: z
    .strictObject({ principalCents: CentsSchema, interestCents: NonNegativeCentsSchema })
    .optional(),
  /** The note lets an increase that a limit kept back come at a later change. */
  permitsCarryover: z.boolean().default(false),
  /** A payment cap of the note: 75,000 is 7.5 %. */
  paymentCapPpm: PpmSchema.nonnegative().optional(),
  prepaymentPenalty: z
    .strictObject({ untilOn: CalendarDateSchema, mostCents: NonNegativeCentsSchema })
    .optional(),
});
export type AdjustmentFacts = z.output<typeof AdjustmentFactsSchema>;
