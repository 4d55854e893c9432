import * as z from 'zod';
import { NonNegativeCentsSchema } from '../../shared/value-schemas.ts';
import { lesserOf } from '../../shared/money.ts';
import type { Cents } from '../../shared/money.ts';

export const OriginalValueFactsSchema = z.discriminatedUnion('purpose', [
  z.strictObject({
    purpose: z.literal('purchase'),
    salesPriceCents: NonNegativeCentsSchema,
    appraisedValueCents: NonNegativeCentsSchema,
  }),
  /** The appraisal that the mortgagee relied on to approve the refinance, alone. */
  z.strictObject({ purpose: z.literal('refinance'), appraisedValueCents: NonNegativeCentsSchema }),
]);
export type OriginalValueFacts = z.output<typeof OriginalValueFactsSchema>;

/** The value that every share of the Homeowners Protection Act is taken of, 12 USC 4901(12). */
export const originalValue = (facts: OriginalValueFacts): Cents =>
  facts.purpose === 'refinance'
    ? facts.appraisedValueCents
    : lesserOf(facts.salesPriceCents, facts.appraisedValueCents);
