import * as z from 'zod';
import { BorrowerAmountsSchema, SaleSchema } from './sale.ts';
import { ContactSchema } from './contacts.ts';
import { DisclosureFactsSchema } from '../disclosure.ts';
import { FormCostSchema } from './form-costs.ts';
import { HeadingSchema } from './heading.ts';
import { NonNegativeCentsSchema } from '../../../shared/value-schemas.ts';
import { PayoffsSchema } from './payoffs-and-payments.ts';
import { PenaltyTermSchema } from '../prepayment-penalty.ts';
import { PropertyCostSchema } from './property-costs.ts';
import { cents } from '../../../shared/money.ts';
import { prepaidFinanceCharge } from './prepaid-charges.ts';
import type { Cents } from '../../../shared/money.ts';

const figures = DisclosureFactsSchema.shape;

/** What both printed forms are made from. What a table works out is not asked for: totals tie by construction. */
export const printedShape = {
  heading: HeadingSchema,
  product: figures.product,
  plan: figures.plan,
  lowest: figures.lowest,
  highest: figures.highest,
  rateTable: figures.rateTable,
  paymentFeatures: figures.paymentFeatures,
  mortgageInsurance: figures.mortgageInsurance,
  propertyCosts: z.array(PropertyCostSchema).max(20).default([]),
  /** What the note charges for payment ahead of time: its most is worked out. */
  penalties: z.array(PenaltyTermSchema).max(5).default([]),
  costs: z.array(FormCostSchema).max(300),
  lenderCreditsCents: NonNegativeCentsSchema.default(cents(0)),
  /** The standard tables, with or without a sale; or the alternative ones, without a seller (1026.37(h)(2), 38(d)(2)). */
  transaction: z.discriminatedUnion('tables', [
    z.strictObject({
      tables: z.literal('standard'),
      sale: SaleSchema.optional(),
      amounts: BorrowerAmountsSchema.prefault({}),
    }),
    z.strictObject({ tables: z.literal('alternative'), payoffs: PayoffsSchema }),
  ]),
  /** Worked out from the costs where every one is classified; given all the same, it agrees with them. */
  prepaidFinanceChargeCents: figures.prepaidFinanceChargeCents.optional(),
  /** Whether the consumer may choose the property insurer and is told so, 1026.4(d)(2). */
  insurerChosenByConsumer: z.boolean().optional(),
  /** Of dated payments, by `annualPercentageRate`; worked out from the monthly schedule where it is not given. */
  aprPpm: figures.aprPpm.optional(),
  contacts: z.array(ContactSchema).min(1).max(10),
  /** Whether the creditor asks for signatures on the form. */
  isSigned: z.boolean().default(true),
};

const PrintedSchema = z.strictObject(printedShape);
export type PrintedFacts = z.output<typeof PrintedSchema>;
type Contradiction = [path: (string | number)[], message: string];

/** What cannot be true of one loan at once; each with the field that says so. */
export function contradictions(facts: PrintedFacts): Contradiction[] {
  const { transaction, heading, costs, propertyCosts } = facts;
  const found: Contradiction[] = [];
  const sale = transaction.tables === 'standard' ? transaction.sale : undefined;
  if (transaction.tables === 'alternative' && heading.purpose.acquiresProperty)
    found.push([['transaction', 'tables'], 'a purchase has a seller: the standard tables']);
  if (!sale && !heading.value)
    found.push([['heading', 'value'], 'without a sale price the forms state what the property is worth']);
  if (!sale && costs.some(({ paidBy }) => paidBy.startsWith('seller')))
    found.push([['costs'], 'a seller pays costs only in a sale']);
  const isEscrowed = propertyCosts.some(({ escrowedMonthlyCents }) => escrowedMonthlyCents > 0);
  if (!isEscrowed && costs.some(({ kind }) => kind === 'escrow' || kind === 'aggregate-adjustment'))
    found.push([['costs'], 'money goes into escrow at closing only if costs are escrowed']);
  if ((facts.product.rate.kind === 'adjustable') !== (facts.rateTable !== undefined))
    found.push([['rateTable'], 'an adjustable rate, and only that, has the interest rate table']);
  if (!facts.contacts.some(({ role }) => role === 'Lender'))
    found.push([['contacts'], 'the creditor is always named']);
  if (
    facts.aprPpm === undefined &&
    (facts.plan.periods.kind !== 'equal' || facts.plan.periods.perYear !== 12)
  )
    found.push([['aprPpm'], 'the rate is worked out for monthly payments only']);
  found.push(...prepaidContradictions(facts));
  const points = costs.filter(({ kind }) => kind === 'points' || kind === 'prepaid-interest');
  if (new Set(points.map(({ kind, paidBy }) => `${kind} ${paidBy}`)).size < points.length)
    found.push([['costs'], 'points and prepaid interest have one line each']);
  return found;
}

/** The prepaid finance charge that is given, or that the costs come to. */
export const prepaidOf = (facts: PrintedFacts): Cents | undefined =>
  facts.prepaidFinanceChargeCents ?? workedOut(facts);

const workedOut = ({ costs, plan, insurerChosenByConsumer }: PrintedFacts): Cents | undefined =>
  prepaidFinanceCharge({ costs, loanAmountCents: plan.principalCents, insurerChosenByConsumer });

function prepaidContradictions(facts: PrintedFacts): Contradiction[] {
  const path = ['prepaidFinanceChargeCents'];
  const own = workedOut(facts);
  const given = facts.prepaidFinanceChargeCents ?? own;
  if (given === undefined)
    return [[path, 'is given, unless every cost that the borrower pays is classified']];
  return own === undefined || own === given ? [] : [[path, 'is not what the classified costs come to']];
}

/** Adds each contradiction as an issue of its field. */
export function refuseContradictions(facts: PrintedFacts, context: z.RefinementCtx): void {
  for (const [path, message] of contradictions(facts)) context.addIssue({ code: 'custom', path, message });
}
