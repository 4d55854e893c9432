import * as z from 'zod';
import { NonNegativeCentsSchema } from '../../../shared/value-schemas.ts';
import { sumCents } from '../../../shared/money.ts';
import { toWholeDollars } from '../disclosure-text.ts';
import type { Cents } from '../../../shared/money.ts';
import type { Form } from '../projected-payments.ts';

/** A tax, premium or assessment on the property, 1026.43(b)(8), as a monthly amount. */
export const PropertyCostSchema = z
  .strictObject({
    kind: z.enum(['property-taxes', 'homeowners-insurance', 'other']),
    /** What another cost is for. */
    description: z.string().min(1).max(60).optional(),
    monthlyCents: NonNegativeCentsSchema,
    /** The part of it that an escrow account will pay. */
    escrowedMonthlyCents: NonNegativeCentsSchema,
  })
  .refine(
    ({ monthlyCents, escrowedMonthlyCents }) => escrowedMonthlyCents <= monthlyCents,
    'escrow pays no more than the cost',
  )
  .refine(({ kind, description }) => (kind === 'other') === (description !== undefined), {
    message: 'another cost says what it is for, and only another',
    path: ['description'],
  });
export type PropertyCost = z.infer<typeof PropertyCostSchema>;

export interface PropertyCosts {
  /** Taxes, insurance and assessments a month, whether in escrow or not. */
  monthlyCents: Cents;
  /** Of these, through escrow: the projected payments' escrow line, not rounded. */
  escrowedMonthlyCents: Cents;
  rows: readonly { item: string; inEscrow: 'YES' | 'NO' | 'SOME' }[];
  /** The words of forms H-24 and H-25, which stand there whether or not costs are escrowed. */
  statements: readonly string[];
  citation: '1026.37(c)(4)' | '1026.37(c)(4), 1026.38(c)(2)';
}

const names = {
  'property-taxes': 'Property Taxes',
  'homeowners-insurance': "Homeowner's Insurance",
} as const;

/** "Estimated Taxes, Insurance & Assessments" below the projected payments, 1026.37(c)(4), 1026.38(c). */
export function propertyCosts(items: readonly PropertyCost[], form: Form): PropertyCosts {
  const isEstimate = form === 'loan-estimate';
  const whole = sumCents(items.map(({ monthlyCents }) => monthlyCents));
  const escrowedMonthlyCents = sumCents(items.map((item) => item.escrowedMonthlyCents));
  return {
    monthlyCents: isEstimate ? toWholeDollars(whole) : whole,
    escrowedMonthlyCents,
    rows: items.map((item) => ({ item: propertyCostName(item), inEscrow: escrowAnswer(item) })),
    statements: [
      'Amount can increase over time',
      ...(isEstimate
        ? ['See Section G on page 2 for escrowed property costs.']
        : ['See page 4 for details', 'See Escrow Account on page 4 for details.']),
      'You must pay for other property costs separately.',
    ],
    citation: isEstimate ? '1026.37(c)(4)' : '1026.37(c)(4), 1026.38(c)(2)',
  };
}

/** `Property Taxes`, `Homeowner's Insurance`, or what the other cost is for. */
export const propertyCostName = ({ kind, description }: PropertyCost): string =>
  kind === 'other' ? `Other: ${description}` : names[kind];

function escrowAnswer({ monthlyCents, escrowedMonthlyCents }: PropertyCost): 'YES' | 'NO' | 'SOME' {
  if (escrowedMonthlyCents === 0) return 'NO';
  return escrowedMonthlyCents === monthlyCents ? 'YES' : 'SOME';
}
