import * as z from 'zod';
import { CalendarDateSchema, NonNegativeCentsSchema } from '../../../shared/value-schemas.ts';
import { cents } from '../../../shared/money.ts';

const none = cents(0);

/** An amount with its words, in one of the tables of 1026.38(j) and (k) or (t)(5)(vii)(B). */
export const NamedAmountSchema = z.strictObject({
  description: z.string().min(1).max(80),
  amountCents: NonNegativeCentsSchema,
  /**
   * Not paid from closing funds: shown as `P.O.C.` with the party who pays, and in no total (1026.38(j)(4)(i), comment
   * 38-4).
   */
  paidOutsideClosingBy: z.string().min(1).max(40).optional(),
});
export type NamedAmount = z.infer<typeof NamedAmountSchema>;

/** A tax or due of a period that buyer and seller share, 1026.38(j)(1)(vii) to (x), (j)(2)(viii) to (xi). */
export const ProrationSchema = z
  .strictObject({
    kind: z.enum(['city-town-taxes', 'county-taxes', 'assessments', 'other']),
    description: z.string().min(1).max(60).optional(),
    fromOn: CalendarDateSchema.optional(),
    toOn: CalendarDateSchema.optional(),
    amountCents: NonNegativeCentsSchema,
  })
  .refine(({ kind, description }) => kind !== 'other' || description !== undefined, {
    message: 'another item says what it is for',
    path: ['description'],
  })
  .refine(
    ({ kind, fromOn, toOn }) => kind === 'other' || (fromOn !== undefined && toOn !== undefined),
    'taxes and assessments state the period they are for',
  )
  .refine(
    ({ fromOn, toOn }) => fromOn === undefined || toOn === undefined || fromOn <= toOn,
    'a period ends on or after the day it begins',
  );
export type Proration = z.infer<typeof ProrationSchema>;

/** A sale of the property, told once for both summaries. */
export const SaleSchema = z
  .strictObject({
    priceCents: NonNegativeCentsSchema,
    /** Personal property sold with it, where it is no part of the price, 1026.38(j)(1)(iii). */
    personalPropertyCents: NonNegativeCentsSchema.default(none),
    depositCents: NonNegativeCentsSchema.default(none),
    /** Of the deposit, what the seller already has, 1026.38(k)(2)(ii). */
    excessDepositCents: NonNegativeCentsSchema.default(none),
    /** Loans of the seller that the buyer assumes or takes the property subject to. */
    assumedLoansCents: NonNegativeCentsSchema.default(none),
    /** A lump sum of the seller; what the seller pays of a single cost is in that cost's column. */
    sellerCreditsCents: NonNegativeCentsSchema.default(none),
    paidBySellerInAdvance: z.array(ProrationSchema).max(20).default([]),
    unpaidBySeller: z.array(ProrationSchema).max(20).default([]),
    seller: z
      .strictObject({
        firstMortgagePayoffCents: NonNegativeCentsSchema.default(none),
        secondMortgagePayoffCents: NonNegativeCentsSchema.default(none),
        otherDueToSeller: z.array(NamedAmountSchema).max(20).default([]),
        otherDueFromSeller: z.array(NamedAmountSchema).max(20).default([]),
      })
      .prefault({}),
  })
  .refine(({ depositCents, excessDepositCents }) => excessDepositCents <= depositCents, {
    message: 'the seller holds no more than the deposit',
    path: ['excessDepositCents'],
  })
  .refine(({ depositCents, priceCents }) => depositCents <= priceCents, {
    message: 'a deposit is no more than the price',
    path: ['depositCents'],
  });
export type Sale = z.infer<typeof SaleSchema>;

/** What the borrower owes and has at closing beside costs, loan and sale, 1026.38(j). */
export const BorrowerAmountsSchema = z.strictObject({
  /** Debts that the transaction satisfies, 1026.38(j)(1)(v). */
  debtsSatisfied: z.array(NamedAmountSchema).max(30).default([]),
  /** Anything else due from the borrower: a principal reduction, the seller's repairs. */
  otherDue: z.array(NamedAmountSchema).max(30).default([]),
  /** Other credits and adjustments: gifts, proceeds of subordinate financing, 1026.38(j)(2)(vi). */
  credits: z.array(NamedAmountSchema).max(30).default([]),
});
export type BorrowerAmounts = z.infer<typeof BorrowerAmountsSchema>;
