import * as z from 'zod';
import { CalendarDateSchema, NonNegativeCentsSchema, PpmSchema } from '../../shared/value-schemas.ts';

/** How next year's charge is known, 1024.17(c)(7). */
const EstimateBasisSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('known') }),
  /** The preceding year's charge, changed by no more than the last change of the CPI for all urban consumers. */
  z
    .strictObject({ kind: z.literal('last-year'), changePpm: PpmSchema, cpiChangePpm: PpmSchema })
    .refine(({ changePpm, cpiChangePpm }) => Math.abs(changePpm) <= Math.abs(cpiChangePpm), {
      path: ['changePpm'],
      message: 'an estimate changes by no more than the consumer price index did (1024.17(c)(7))',
    }),
  /** New construction that is not assessed yet: the assessment of comparable homes in the market area. */
  z.strictObject({ kind: z.literal('comparable-assessment') }),
]);

/** One bill of an item and when it comes again: half-yearly taxes are two bills, or one every six months. */
const EscrowBillSchema = z.strictObject({
  amountCents: NonNegativeCentsSchema,
  /** The last day without a penalty, of any one of the series. */
  deadlineOn: CalendarDateSchema,
  /** The last day of a discount for paying early. */
  discountUntilOn: CalendarDateSchema.optional(),
  everyMonths: z.literal([1, 2, 3, 4, 6, 12, 24, 36, 60]).default(12),
  /** The last day on which the series still falls, such as the end of mortgage insurance. */
  untilOn: CalendarDateSchema.optional(),
  basis: EstimateBasisSchema.default({ kind: 'known' }),
});
export type EscrowBill = z.output<typeof EscrowBillSchema>;

/** A separate item, 1024.17(b): a kind of expense with all its instalments. */
export const EscrowItemSchema = z.strictObject({
  id: z.string().min(1).max(60),
  kind: z.enum([
    'property-tax',
    'school-tax',
    'homeowners-insurance',
    'flood-insurance',
    'private-flood-insurance',
    'mortgage-insurance',
    'ground-rent',
    'association-dues',
    'other',
  ]),
  bills: z.array(EscrowBillSchema).min(1).max(60),
  /** Whether a cushion may be held for it: some program or state rules forbid it for insurance paid monthly. */
  isCushioned: z.boolean().default(true),
});
export type EscrowItem = z.output<typeof EscrowItemSchema>;
