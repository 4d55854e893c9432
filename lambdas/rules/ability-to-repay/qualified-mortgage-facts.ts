import * as z from 'zod';
import { CalendarDateSchema, NonNegativeCentsSchema, PpmSchema } from '../../shared/value-schemas.ts';
import { PrepaymentPenaltySchema } from './prepayment-penalty.ts';

/** What decides whether a closed-end loan is a General or a small creditor's qualified mortgage. */
export const QualifiedMortgageFactsSchema = z
  .strictObject({
    /** General by price (e)(2), or a small creditor's portfolio loan (e)(5). */
    kind: z.enum(['general', 'small-creditor']).default('general'),
    consummationOn: CalendarDateSchema,
    lien: z.enum(['first', 'subordinate']),
    noteAmountCents: NonNegativeCentsSchema,
    totalLoanAmountCents: NonNegativeCentsSchema,
    pointsAndFeesCents: NonNegativeCentsSchema,
    isManufacturedHome: z.boolean().default(false),
    termMonths: z.int().min(1).max(600),
    hasNegativeAmortization: z.boolean(),
    hasInterestOnly: z.boolean(),
    hasBalloon: z.boolean(),
    isFixedRate: z.boolean(),
    aprPpm: PpmSchema.nonnegative(),
    averagePrimeOfferRatePpm: PpmSchema.nonnegative(),
    /** Whether the rate may change within five years of the first payment's due date. */
    rateMayChangeWithinFiveYears: z.boolean().default(false),
    /** The APR figured with the highest rate of those five years for the whole term, 1026.43(e)(2)(vi). */
    shortResetAprPpm: PpmSchema.nonnegative().optional(),
    /** Underwritten by the payment of (e)(2)(iv): `underwritingPayments`. */
    underwrittenByRule: z.boolean(),
    /** (e)(2)(v): income or assets, debts, alimony, child support and DTI or residual income considered and verified. */
    incomeAndDebtsConsideredAndVerified: z.boolean(),
    prepaymentPenalty: PrepaymentPenaltySchema.optional(),
    isHigherPricedMortgageLoan: z.boolean().default(false),
    /** For (e)(5). */
    isSmallCreditor: z.boolean().default(false),
    /** For (e)(5): not committed at consummation to anyone but another small creditor. */
    isHeldInPortfolio: z.boolean().default(false),
  })
  .refine(
    ({ rateMayChangeWithinFiveYears, shortResetAprPpm }) =>
      !rateMayChangeWithinFiveYears || shortResetAprPpm !== undefined,
    {
      path: ['shortResetAprPpm'],
      message: 'a rate that may change within five years needs the APR at its highest (1026.43(e)(2)(vi))',
    },
  );
export type QualifiedMortgageFacts = z.infer<typeof QualifiedMortgageFactsSchema>;
