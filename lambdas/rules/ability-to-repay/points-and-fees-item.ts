import * as z from 'zod';
import { NonNegativeCentsSchema } from '../../shared/value-schemas.ts';

/** A charge known at or before consummation, by the part of 1026.32(b)(1) that speaks of it, with the facts that decide. */
export const PointsAndFeesItemSchema = z.discriminatedUnion('kind', [
  /** (i): part of the finance charge. Interest and time-price differential are not listed at all. */
  z.strictObject({
    kind: z.literal('finance-charge'),
    amountCents: NonNegativeCentsSchema,
    /** (i)(D): bona fide, of a third party, and not kept by creditor, originator or an affiliate of either. */
    isBonaFideThirdParty: z.boolean().default(false),
  }),
  /** (i)(B): a premium or guarantee charge of a federal or state agency's program. */
  z.strictObject({ kind: z.literal('government-premium'), amountCents: NonNegativeCentsSchema }),
  /** (i)(C): private mortgage insurance. */
  z.strictObject({
    kind: z.literal('private-mortgage-insurance'),
    amountCents: NonNegativeCentsSchema,
    payableAfterConsummation: z.boolean().default(false),
    /** Refundable pro rata, and the refund issued automatically when the loan is satisfied. */
    isRefundableProRata: z.boolean().default(false),
    /** What FHA's up-front premium would be, 12 USC 1709(c)(2)(A). */
    fhaEquivalentCents: NonNegativeCentsSchema,
  }),
  /** (ii): compensation attributable to this loan when the rate is set, paid by consumer or creditor. */
  z.strictObject({
    kind: z.literal('loan-originator-compensation'),
    amountCents: NonNegativeCentsSchema,
    /** (ii)(A) to (D): counted already, or paid to an employee of the broker or of the creditor. */
    isExcluded: z.boolean().default(false),
  }),
  /** (iii): an item of 1026.4(c)(7), other than escrowed taxes. */
  z.strictObject({
    kind: z.literal('real-estate-charge'),
    amountCents: NonNegativeCentsSchema,
    isReasonable: z.boolean(),
    creditorReceivesCompensation: z.boolean(),
    paidToAffiliate: z.boolean(),
    isFinanced: z.boolean().default(false),
  }),
  /** (iv): credit insurance and debt cancellation payable at or before consummation. */
  z.strictObject({
    kind: z.literal('credit-insurance'),
    amountCents: NonNegativeCentsSchema,
    isFinanced: z.boolean().default(false),
  }),
  /** (v): the most the note lets the creditor charge for prepayment. */
  z.strictObject({ kind: z.literal('maximum-prepayment-penalty'), amountCents: NonNegativeCentsSchema }),
  /** (vi): the penalty on the loan that is refinanced with the same holder, servicer or affiliate. */
  z.strictObject({
    kind: z.literal('prepayment-penalty-incurred'),
    amountCents: NonNegativeCentsSchema,
    isFinanced: z.boolean().default(false),
  }),
]);
export type PointsAndFeesItem = z.infer<typeof PointsAndFeesItemSchema>;
