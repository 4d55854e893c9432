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

/** The words of form H-25, 1026.38(l)(7)(i) and (ii). */
interface EscrowStatements {
  forNow: string;
  inTheFuture: string;
}

const escrowed =
  'For now, your loan will have an escrow account (also called an “impound” or “trust” account) to pay the property costs listed below. Without an escrow account, you would pay them directly, possibly in one or two large payments a year. Your lender may be liable for penalties and interest for failing to make a payment.';
const notEscrowedBecause = (reason: string): string =>
  `For now, your loan will not have an escrow account because ${reason}. You must directly pay your property costs, such as taxes and homeowner’s insurance. Contact your lender to ask if your loan can have an escrow account.`;
const inTheFuture =
  'In the future, your property costs may change and, as a result, your escrow payment may change. You may be able to cancel your escrow account, but if you do, you must pay your property costs directly. If you fail to pay your property taxes, your state or local government may (1) impose fines and penalties or (2) place a tax lien on this property. If you fail to pay any of your property costs, your lender may (1) add the amounts to your loan balance, (2) add an escrow account to your loan, or (3) require you to pay for property insurance that the lender buys on your behalf, which likely would cost more and provide fewer benefits than what you could buy on your own.';

export type EscrowDisclosure =
  | {
      kind: 'escrow';
      escrowedYearOne: YearCost;
      nonEscrowedYearOne: YearCost;
      /** Section G. */
      initialPaymentCents: Cents;
      /** The projected payments' escrow line. */
      monthlyPaymentCents: Cents;
      statements: EscrowStatements;
      citation: '1026.38(l)(7)(i)(A)';
    }
  | {
      kind: 'no-escrow';
      reason: 'you declined it' | 'your lender does not offer one';
      propertyCostsYearOne: YearCost;
      waiverFeeCents?: Cents;
      statements: EscrowStatements;
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
      statements: { forNow: escrowed, inTheFuture },
      citation: '1026.38(l)(7)(i)(A)',
    };
  const because = reason === 'declined' ? 'you declined it' : 'your lender does not offer one';
  return {
    kind: 'no-escrow',
    reason: because,
    statements: { forNow: notEscrowedBecause(because), inTheFuture },
    propertyCostsYearOne: { amountCents: rest, items: notEscrowed.map(propertyCostName) },
    ...(facts.waiverFeeCents === undefined ? {} : { waiverFeeCents: facts.waiverFeeCents }),
    citation: '1026.38(l)(7)(i)(B)',
  };
}
