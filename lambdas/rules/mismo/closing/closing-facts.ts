import * as z from 'zod';
import {
  CalendarDateSchema,
  CentsSchema,
  NonNegativeCentsSchema,
  PpmSchema,
} from '../../../shared/value-schemas.ts';
import { DisclosureFactsSchema } from '../../trid/disclosure.ts';
import { closingAdjustment, closingFunds, proration } from './costs.ts';
import { closingPayoff } from './closing.ts';
import { loanIdentifier } from '../application/loan.ts';
import { party } from '../application/party.ts';
import { property } from '../application/property.ts';
import { propertyCost } from './disclosure-tables.ts';

const Code = z.string().regex(/^\w+$/);

/** What the UCD asks of a cost beyond its table, name and amount: found by table and name. */
export const CostDetailSchema = z.strictObject({
  section: z.enum(['A', 'B', 'C', 'E', 'F', 'G', 'H']),
  name: z.string().min(1).max(80),
  /** The UCD's type: `FeeItemType`, `PrepaidItemType` or `EscrowItemType`. */
  type: Code,
  paidTo: z.string().min(1).optional(),
  paidToType: Code.optional(),
  isInPointsAndFees: z.boolean().optional(),
  isOptional: z.boolean().optional(),
  percentPpm: PpmSchema.optional(),
  months: z.int().nonnegative().optional(),
  monthlyCents: NonNegativeCentsSchema.optional(),
  from: CalendarDateSchema.optional(),
  through: CalendarDateSchema.optional(),
  perDiemCents: NonNegativeCentsSchema.optional(),
});

/** What a UCD file of a Closing Disclosure is made from: the facts of the form's figures, and who, where and when. */
export const ClosingFactsSchema = z.strictObject({
  disclosure: DisclosureFactsSchema.refine(
    ({ plan }) => plan.periods.kind !== 'equal' || plan.periods.perYear === 12,
    'the tables of the form are of monthly payments (1026.37(c), 1026.38(c))',
  ),
  createdAt: z.iso.datetime({ offset: true }),
  issuedOn: CalendarDateSchema,
  closingOn: CalendarDateSchema,
  disbursementOn: CalendarDateSchema,
  rateSetOn: CalendarDateSchema.optional(),
  purpose: z.enum(['Purchase', 'Refinance', 'MortgageModification', 'Other', 'Unknown']),
  lienPriority: z.enum(['FirstLien', 'SecondLien', 'ThirdLien', 'FourthLien', 'Other']).default('FirstLien'),
  mortgageType: z.enum(['Conventional', 'FHA', 'VA', 'USDARuralDevelopment', 'Other']),
  identifiers: z.array(loanIdentifier.schema).default([]),
  property: property.schema,
  parties: z.array(party.schema),
  preparers: z.array(party.schema).default([]),
  costs: z.array(CostDetailSchema).default([]),
  /** The Loan Estimate's cash to close, line by line as `cashToClose` names them, with its total. */
  estimates: z
    .array(z.strictObject({ line: z.string(), amountCents: CentsSchema, change: z.string().optional() }))
    .default([]),
  estimatedCashToCloseCents: CentsSchema.optional(),
  toleranceCureCents: NonNegativeCentsSchema.optional(),
  adjustments: z.array(closingAdjustment.schema).default([]),
  funds: z.array(closingFunds.schema).default([]),
  prorations: z.array(proration.schema).default([]),
  payoffs: z.array(closingPayoff.schema).default([]),
  propertyCosts: z.array(propertyCost.schema).default([]),
  monthlyPropertyCostCents: NonNegativeCentsSchema.optional(),
  firstYearEscrowCents: NonNegativeCentsSchema.optional(),
  firstYearNonEscrowCents: NonNegativeCentsSchema.optional(),
});
export type ClosingFacts = z.input<typeof ClosingFactsSchema>;
export type ParsedClosingFacts = z.output<typeof ClosingFactsSchema>;
