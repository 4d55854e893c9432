import { classifyCharges } from '../../apr/finance-charge.ts';
import { costLines } from './cost-lines.ts';
import type { Cents } from '../../../shared/money.ts';
import type { Charge } from '../../apr/finance-charge.ts';
import type { CostItem } from '../closing-costs.ts';
import type { ChargeFacts, FormCost } from './form-costs.ts';

interface ChargedCosts {
  costs: readonly FormCost[];
  loanAmountCents: Cents;
  /** Whether the consumer may choose the property insurer and is told so, 1026.4(d)(2); absent when not known. */
  insurerChosenByConsumer?: boolean | undefined;
}

/**
 * The prepaid finance charge of a form's costs (1026.2(a)(23), 1026.4): points, interest, insurance and taxes by their
 * lines, fees by what is said of them. Undefined while something that the borrower pays is not classified.
 */
export function prepaidFinanceCharge(charged: ChargedCosts): Cents | undefined {
  const own = charged.costs.filter(({ paidBy }) => payerOf[paidBy] === 'borrower');
  const charges = own.map((cost) => chargeOf(cost, charged));
  return charges.includes(undefined)
    ? undefined
    : classifyCharges(charges.filter((charge) => charge !== undefined)).prepaidCents;
}

const payerOf: Record<CostItem['paidBy'], Charge['paidBy']> = {
  'borrower-at-closing': 'borrower',
  'borrower-before-closing': 'borrower',
  seller: 'seller',
  'seller-before-closing': 'seller',
  lender: 'creditor',
  other: 'other',
};

function chargeOf(cost: FormCost, { loanAmountCents, insurerChosenByConsumer }: ChargedCosts) {
  const facts = factsOf(cost, insurerChosenByConsumer);
  const [line] = costLines([cost], loanAmountCents, 'closing-disclosure');
  if (!facts || !line) return undefined;
  return { ...facts, amountCents: line.amountCents, paidBy: payerOf[cost.paidBy], isPrepaid: true };
}

/** Deposits into escrow are what they are for: mortgage insurance stays a finance charge (1026.4(c)(7)(v)). */
function factsOf(cost: FormCost, insurerChosenByConsumer: boolean | undefined): ChargeFacts | undefined {
  if (cost.kind === 'fee') return cost.charge;
  if (cost.kind !== 'prepaid' && cost.kind !== 'escrow') return { kind: kindOf[cost.kind] };
  if (cost.item === 'mortgage-insurance') return { kind: 'mortgage-insurance' };
  if (cost.item === 'property-taxes') return { kind: 'property-tax' };
  if (cost.item === 'other' || insurerChosenByConsumer === undefined) return undefined;
  return { kind: 'property-insurance', insurerChosenByConsumer };
}

const kindOf = {
  points: 'discount-points',
  'recording-fees': 'recording-fee',
  'transfer-taxes': 'transfer-tax',
  'prepaid-interest': 'prepaid-interest',
  'aggregate-adjustment': 'escrow-deposit',
} as const;
