import * as z from 'zod';
import { NonNegativeCentsSchema } from '../../shared/value-schemas.ts';
import { sumCents } from '../../shared/money.ts';
import { chargeKinds } from './finance-charge-kinds.ts';
import type { ChargeKindName, Exclusion } from './finance-charge-kinds.ts';
import type { Cents } from '../../shared/money.ts';

const kindNames = Object.keys(chargeKinds) as [ChargeKindName, ...ChargeKindName[]];

/** A charge and the facts that decide. A fact left out is not known, and what is not known does not exclude. */
export const ChargeSchema = z.strictObject({
  kind: z.enum(kindNames),
  amountCents: NonNegativeCentsSchema,
  paidBy: z.enum(['borrower', 'seller', 'creditor', 'other']),
  isBonaFideAndReasonable: z.boolean().optional(),
  requiredByCreditor: z.boolean().optional(),
  retainedByCreditor: z.boolean().optional(),
  isVoluntaryAndDisclosed: z.boolean().optional(),
  insurerChosenByConsumer: z.boolean().optional(),
  chargedToAllApplicants: z.boolean().optional(),
  /** Paid at or before consummation, or withheld from the proceeds (1026.2(a)(23)). */
  isPrepaid: z.boolean(),
});
export type Charge = z.infer<typeof ChargeSchema>;

export interface ClassifiedCharge {
  charge: Charge;
  inFinanceCharge: boolean;
  reason: string;
  citation: string;
}

export interface FinanceChargeItems {
  items: readonly ClassifiedCharge[];
  totalCents: Cents;
  /** The part that lowers the amount financed, 1026.18(b)(3). */
  prepaidCents: Cents;
}

/** Which of the charges are finance charges, by 12 CFR 1026.4, each with the paragraph that says so. */
export function classifyCharges(charges: readonly Charge[]): FinanceChargeItems {
  const items = charges.map(classify);
  const counted = items.filter(({ inFinanceCharge }) => inFinanceCharge).map(({ charge }) => charge);
  return {
    items,
    totalCents: sumCents(counted.map(({ amountCents }) => amountCents)),
    prepaidCents: sumCents(
      counted.filter(({ isPrepaid }) => isPrepaid).map(({ amountCents }) => amountCents),
    ),
  };
}

function classify(charge: Charge): ClassifiedCharge {
  if (charge.paidBy === 'seller') return out(charge, 'the seller pays it', '1026.4(c)(5)');
  if (charge.paidBy !== 'borrower') return out(charge, 'the consumer does not pay it', '1026.4(a)');
  const { out: exclusion, citation } = chargeKinds[charge.kind];
  const [isOut, reason] = weigh(exclusion, charge);
  return isOut ? out(charge, reason, citation) : { charge, inFinanceCharge: true, reason, citation };
}

const out = (charge: Charge, reason: string, citation: string): ClassifiedCharge => ({
  charge,
  inFinanceCharge: false,
  reason,
  citation,
});

function weigh(exclusion: Exclusion, charge: Charge): [isOut: boolean, reason: string] {
  switch (exclusion.when) {
    case 'never':
      return [false, 'always a finance charge'];
    case 'always':
      return [true, 'never a finance charge'];
    case 'bona-fide-and-reasonable':
      return either(
        charge.isBonaFideAndReasonable === true,
        'bona fide and reasonable, for credit secured by real property',
      );
    case 'not-required-or-retained':
      return either(
        charge.requiredByCreditor === false && charge.retainedByCreditor === false,
        'neither required nor retained by the creditor',
      );
    case 'voluntary-and-disclosed':
      return either(charge.isVoluntaryAndDisclosed === true, 'voluntary, disclosed and asked for');
    case 'insurer-chosen-by-consumer':
      return either(
        charge.insurerChosenByConsumer === true,
        'the consumer may choose the insurer and is told so',
      );
    default:
      return either(charge.chargedToAllApplicants === true, 'charged to all applicants');
  }
}

const either = (isOut: boolean, condition: string): [boolean, string] => [
  isOut,
  isOut ? condition : `not shown to be: ${condition}`,
];
