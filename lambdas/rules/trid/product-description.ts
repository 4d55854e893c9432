import * as z from 'zod';

const Months = z.int().min(1).max(600);
const Adjustment = z.union([Months, z.enum(['Daily', 'Weekly', 'Bi-Weekly'])]);

/** The features of 1026.37(a)(10)(ii), in its order; only the first that applies is named. */
const featureNames = {
  'negative-amortization': 'Negative Amortization',
  'interest-only': 'Interest Only',
  'step-payment': 'Step Payment',
  balloon: 'Balloon Payment',
  'seasonal-payment': 'Seasonal Payment',
} as const;
type Feature = keyof typeof featureNames;

const FeatureSchema = z.strictObject({
  kind: z.enum(Object.keys(featureNames) as [Feature, ...Feature[]]),
  /** How long it lasts, or when the balloon is due; a seasonal payment has none. */
  months: Months.optional(),
});

export const ProductSchema = z.strictObject({
  rate: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fixed') }),
    z.strictObject({
      kind: z.enum(['adjustable', 'step']),
      /** Zero without an introductory period. */
      introductoryMonths: z.int().nonnegative(),
      firstAdjustment: Adjustment,
    }),
  ]),
  features: z.array(FeatureSchema).default([]),
});
export type Product = z.input<typeof ProductSchema>;

/** `Fixed Rate`, `5/1 Adjustable Rate`, `5 Year Interest Only, Fixed Rate`, `Year 7 Balloon Payment, 3/1 Step Rate`. */
export function productDescription(input: Product): string {
  const { rate, features } = ProductSchema.parse(input);
  const type = rateText(rate);
  const order = Object.keys(featureNames);
  const [first] = features.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return first ? `${featureText(first)}, ${type}` : type;
}

function rateText(rate: z.infer<typeof ProductSchema>['rate']): string {
  if (rate.kind === 'fixed') return 'Fixed Rate';
  const name = rate.kind === 'adjustable' ? 'Adjustable Rate' : 'Step Rate';
  const { firstAdjustment } = rate;
  // an adjustment more often than monthly is named by its unit (comment 37(a)(10)-3.iii)
  const every = typeof firstAdjustment === 'number' ? period(firstAdjustment) : ` ${firstAdjustment}`;
  return `${period(rate.introductoryMonths)}/${every} ${name}`;
}

function featureText({ kind, months }: z.infer<typeof FeatureSchema>): string {
  const name = featureNames[kind];
  if (months === undefined) return name;
  if (kind === 'balloon') return `Year ${Math.ceil(months / 12)} ${name}`;
  return months % 12 === 0 || months >= 24 ? `${period(months)} Year ${name}` : `${period(months)} ${name}`;
}

/** Whole years; parts of a year to two places from 24 months on; months below that (comment 37(a)(10)-3). */
function period(months: number): string {
  if (months % 12 === 0) return String(months / 12);
  if (months < 24) return `${months} mo.`;
  const hundredths = Math.round((months % 12) * (100 / 12));
  return `${Math.floor(months / 12)}.${String(hundredths).padStart(2, '0').replace(/0$/, '')}`;
}
