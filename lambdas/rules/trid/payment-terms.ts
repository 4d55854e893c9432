import * as z from 'zod';
import { NonNegativeCentsSchema } from '../../shared/value-schemas.ts';

/** A month's payment of principal and interest: what it may be at least and at most under the note. */
const MonthSchema = z.strictObject({
  leastCents: NonNegativeCentsSchema,
  mostCents: NonNegativeCentsSchema,
  isInterestOnly: z.boolean().default(false),
});
export type MonthPayment = z.infer<typeof MonthSchema>;

/** What the projected payments table is made from: each monthly payment in order, mortgage insurance and escrow. */
export const PaymentTermsSchema = z.strictObject({
  months: z.array(MonthSchema).min(1).max(600),
  mortgageInsurance: z
    .strictObject({
      monthlyCents: NonNegativeCentsSchema,
      /** How many payments carry it: until it must end by law (comment 37(c)(1)(i)(C)-3). */
      payments: z.int().nonnegative(),
    })
    .optional(),
  /** Taxes, insurance and assessments paid through escrow a month; absent without an escrow account. */
  monthlyEscrowCents: NonNegativeCentsSchema.optional(),
});
export type PaymentTerms = z.infer<typeof PaymentTermsSchema>;

/** A last payment this near the one before it takes the residue of rounding and is no event of its own. */
const RESIDUE_CENTS = 1_000;

/** 1026.37(b)(5): an irregular last payment of more than twice a regular periodic payment. */
export function finalBalloon(months: readonly MonthPayment[]): MonthPayment | undefined {
  const [last, before] = [months.at(-1), months.at(-2)];
  if (!last || !before) return undefined;
  const smallest = Math.min(...months.slice(0, -1).map(({ leastCents }) => leastCents));
  const isIrregular = last.mostCents > before.mostCents + RESIDUE_CENTS;
  return isIrregular && last.mostCents > 2 * smallest ? last : undefined;
}

/** The last payment of a schedule in cents differs by what rounding left over; the table shows the regular one. */
export function withoutResidue(months: readonly MonthPayment[]): MonthPayment[] {
  const [last, before] = [months.at(-1), months.at(-2)];
  if (!last || !before || Math.abs(last.mostCents - before.mostCents) > RESIDUE_CENTS) return [...months];
  return [...months.slice(0, -1), before];
}
