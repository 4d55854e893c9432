import * as z from 'zod';
import {
  CalendarDateSchema,
  CentsSchema,
  NonNegativeCentsSchema,
  PpmSchema,
} from '../../../shared/value-schemas.ts';
import { ChargeSchema } from '../../apr/finance-charge.ts';
import { paidBySchema } from '../closing-costs.ts';

const Months = z.int().min(0).max(36);
const Label = z.string().min(1).max(60);
/** Who pays, and to whom: the Closing Disclosure prints the payee beside the label. */
const paid = { paidBy: paidBySchema, payee: Label.optional() };

/** What of a charge 1026.4 goes by; who pays how much, and that it is prepaid, the cost itself says. */
const ChargeFactsSchema = ChargeSchema.omit({ amountCents: true, paidBy: true, isPrepaid: true });
export type ChargeFacts = z.infer<typeof ChargeFactsSchema>;

/** A closing cost by its place on the forms: the amount of a line that is worked out is not stated twice. */
export const FormCostSchema = z.discriminatedUnion('kind', [
  /** Points to lower the rate, a part of the loan amount: the first line of A, 1026.37(f)(1)(i). */
  z.strictObject({
    kind: z.literal('points'),
    partPpm: PpmSchema.refine((part) => part > 0, 'points are more than 0 %'),
    ...paid,
  }),
  z.strictObject({
    kind: z.literal('fee'),
    section: z.enum(['A', 'B', 'C', 'E', 'F', 'G', 'H']),
    label: Label,
    amountCents: CentsSchema.refine((amount) => amount >= 0, 'a fee is not negative'),
    /** A service for title insurance or the closing: `Title – ` stands before it, 1026.37(f)(2)(i), (g)(4)(i). */
    isTitleService: z.boolean().default(false),
    /** A product the creditor does not require, in H: `(optional)` stands after it, 1026.37(g)(4)(ii). */
    isOptional: z.boolean().default(false),
    /** What the finance charge goes by, 1026.4: given of every fee, the prepaid finance charge is worked out. */
    charge: ChargeFactsSchema.optional(),
    ...paid,
  }),
  /** Recording of deed and of security instrument: one line, 1026.38(g)(1)(i)(A). */
  z.strictObject({
    kind: z.literal('recording-fees'),
    deedCents: NonNegativeCentsSchema,
    mortgageCents: NonNegativeCentsSchema,
    otherTaxesCents: NonNegativeCentsSchema.optional(),
    ...paid,
  }),
  z.strictObject({ kind: z.literal('transfer-taxes'), amountCents: NonNegativeCentsSchema, ...paid }),
  /** Premiums and taxes paid ahead, 1026.37(g)(2)(i), (ii), (iv). */
  z.strictObject({
    kind: z.literal('prepaid'),
    item: z.enum(['homeowners-insurance', 'mortgage-insurance', 'property-taxes']),
    monthlyCents: NonNegativeCentsSchema,
    months: Months,
    ...paid,
  }),
  /** Interest from closing to the first whole period, 1026.37(g)(2)(iii); negative when the creditor credits days. */
  z.strictObject({
    kind: z.literal('prepaid-interest'),
    perDiemCents: NonNegativeCentsSchema,
    days: z.int().min(-31).max(62),
    ratePpm: PpmSchema,
    /** Known on the Closing Disclosure. */
    fromOn: CalendarDateSchema.optional(),
    ...paid,
  }),
  /** Deposits into the escrow account, 1026.37(g)(3). */
  z.strictObject({
    kind: z.literal('escrow'),
    item: z.enum(['homeowners-insurance', 'mortgage-insurance', 'property-taxes', 'other']),
    label: Label.optional(),
    monthlyCents: NonNegativeCentsSchema,
    months: Months,
    ...paid,
  }),
  /** 1024.17(d)(2): zero or negative, the last line of G on the Closing Disclosure. */
  z.strictObject({
    kind: z.literal('aggregate-adjustment'),
    amountCents: CentsSchema.refine((amount) => amount <= 0, 'an aggregate adjustment is never positive'),
    paidBy: paidBySchema,
  }),
]);
export type FormCost = z.infer<typeof FormCostSchema>;
