import * as z from 'zod';
import { NonNegativeCentsSchema } from '../../../shared/value-schemas.ts';
import { cents, sumCents } from '../../../shared/money.ts';
import { invalid } from '../../../shared/errors.ts';
import { propertyCostName } from './property-costs.ts';
import type { Cents } from '../../../shared/money.ts';
import type { PropertyCost } from './property-costs.ts';

export const EscrowFactsSchema = z.strictObject({
  /** Escrow payments that fall due in the first year after closing (comment 38(l)(7)(i)(A)(2)-1). */
  paymentsInYearOne: z.int().min(1).max(12).default(12),
  /** Why there is no escrow account; absent when there is one. */
  noEscrowBecause: z.enum(['declined', 'not-offered']).optional(),
  waiverFeeCents: NonNegativeCentsSchema.optional(),
});
export type EscrowFacts = z.infer<typeof EscrowFactsSchema>;

/** A figure of the table with what it is made of. */
interface YearCost {
  amountCents: Cents;
  items: readonly string[];
}

export type EscrowDisclosure =
  | {
      kind: 'escrow';
      escrowedYearOne: YearCost;
      nonEscrowedYearOne: YearCost;
      /** Section G. */
      initialPaymentCents: Cents;
      /** The projected payments' escrow line. */
      monthlyPaymentCents: Cents;
      citation: '1026.38(l)(7)(i)(A)';
    }
  | {
      kind: 'no-escrow';
      reason: 'you declined it' | 'your lender does not offer one';
      propertyCostsYearOne: YearCost;
      waiverFeeCents?: Cents;
      citation: '1026.38(l)(7)(i)(B)';
    };

/**
 * The escrow account on page 4 of the Closing Disclosure, from the same costs as page 1.
 * @throws invalid EscrowContradicted when a reason for no account is given beside escrowed costs, or neither is there
 */
export function escrowDisclosure(
  costs: readonly PropertyCost[],
  initialPaymentCents: Cents,
  facts: EscrowFacts,
): EscrowDisclosure {
  const monthlyPaymentCents = sumCents(costs.map(({ escrowedMonthlyCents }) => escrowedMonthlyCents));
  const reason = facts.noEscrowBecause;
  if ((reason === undefined) === (monthlyPaymentCents === 0))
    throw invalid('EscrowContradicted', 'either costs are in escrow or there is a reason why none are');
  const notEscrowed = costs.filter(
    ({ monthlyCents, escrowedMonthlyCents }) => escrowedMonthlyCents < monthlyCents,
  );
  const rest = cents(
    12 * sumCents(notEscrowed.map((cost) => cents(cost.monthlyCents - cost.escrowedMonthlyCents))),
  );
  if (reason === undefined)
    return {
      kind: 'escrow',
      escrowedYearOne: {
        amountCents: cents(monthlyPaymentCents * facts.paymentsInYearOne),
        items: costs.filter((cost) => cost.escrowedMonthlyCents > 0).map(propertyCostName),
      },
      nonEscrowedYearOne: { amountCents: rest, items: notEscrowed.map(propertyCostName) },
      initialPaymentCents,
      monthlyPaymentCents,
      citation: '1026.38(l)(7)(i)(A)',
    };
  return {
    kind: 'no-escrow',
    reason: reason === 'declined' ? 'you declined it' : 'your lender does not offer one',
    propertyCostsYearOne: { amountCents: rest, items: notEscrowed.map(propertyCostName) },
    ...(facts.waiverFeeCents === undefined ? {} : { waiverFeeCents: facts.waiverFeeCents }),
    citation: '1026.38(l)(7)(i)(B)',
  };
}
