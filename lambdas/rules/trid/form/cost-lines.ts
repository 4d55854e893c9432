import { addDays } from '../../../shared/calendar.ts';
import { cents, formatDollars, multiplyByRatio } from '../../../shared/money.ts';
import { formDate } from './form-date.ts';
import { halfUp } from '../../../shared/rounding.ts';
import { percentText } from '../disclosure-text.ts';
import { rational } from '../../../shared/rational.ts';
import type { Cents } from '../../../shared/money.ts';
import type { CostItem, SectionLetter } from '../closing-costs.ts';
import type { Form } from '../projected-payments.ts';
import type { FormCost } from './form-costs.ts';

type Placed = Pick<CostItem, 'section' | 'name' | 'amountCents'> & {
  /** Lines that the form names come first, by this number; the rest follow in the alphabet (1026.37(f)(5), (g)(7)). */
  place: number;
};
const UNNAMED = 50;
const LAST = 99;

const itemNames = {
  'homeowners-insurance': "Homeowner's Insurance",
  'mortgage-insurance': 'Mortgage Insurance',
  'property-taxes': 'Property Taxes',
  other: 'Other',
} as const;
const prepaidPlaces = { 'homeowners-insurance': 1, 'mortgage-insurance': 2, 'property-taxes': 4 } as const;
const escrowPlaces = {
  'homeowners-insurance': 1,
  'mortgage-insurance': 2,
  'property-taxes': 3,
  other: UNNAMED,
} as const;

/** Closing costs as lines of the forms' tables A to H, each with its label, in the forms' order. */
export function costLines(costs: readonly FormCost[], loanAmountCents: Cents, form: Form): CostItem[] {
  const lines = costs.map((cost) => {
    const { place, ...line } = placed(cost, loanAmountCents, form);
    const payee = 'payee' in cost && cost.payee !== undefined ? { payee: cost.payee } : {};
    return { place, item: { ...line, paidBy: cost.paidBy, ...payee } };
  });
  return lines
    .toSorted((a, b) => a.place - b.place || a.item.name.localeCompare(b.item.name, 'en'))
    .map(({ item }) => item);
}

function placed(cost: FormCost, loanAmountCents: Cents, form: Form): Placed {
  if (cost.kind === 'points') {
    const amountCents = multiplyByRatio(loanAmountCents, rational(cost.partPpm, 1_000_000), halfUp);
    const name = `${percentText(cost.partPpm)} of Loan Amount (Points)`;
    return { section: 'A', name, amountCents, place: 1 };
  }
  if (cost.kind === 'fee') {
    const { section, amountCents } = cost;
    return { section, name: feeName(cost), amountCents, place: UNNAMED };
  }
  if (cost.kind === 'recording-fees' || cost.kind === 'transfer-taxes') return government(cost, form);
  if (cost.kind === 'prepaid') {
    const { item, monthlyCents, months } = cost;
    const what = item === 'property-taxes' ? itemNames[item] : `${itemNames[item]} Premium`;
    const amountCents = cents(monthlyCents * months);
    return { section: 'F', name: `${what} (${months} months)`, amountCents, place: prepaidPlaces[item] };
  }
  if (cost.kind === 'prepaid-interest') return interest(cost);
  if (cost.kind === 'aggregate-adjustment')
    return { section: 'G', name: 'Aggregate Adjustment', amountCents: cost.amountCents, place: LAST };
  const { item, label, monthlyCents, months } = cost;
  const name = `${label ?? itemNames[item]} ${formatDollars(monthlyCents)} per month for ${months} mo.`;
  return { section: 'G', name, amountCents: cents(monthlyCents * months), place: escrowPlaces[item] };
}

function feeName({ label, isTitleService, isOptional }: Extract<FormCost, { kind: 'fee' }>): string {
  return `${isTitleService ? 'Title – ' : ''}${label}${isOptional ? ' (optional)' : ''}`;
}

/** The Closing Disclosure splits recording fees between deed and mortgage. */
function government(
  cost: Extract<FormCost, { kind: 'recording-fees' | 'transfer-taxes' }>,
  form: Form,
): Placed {
  const section: SectionLetter = 'E';
  if (cost.kind === 'transfer-taxes')
    return { section, name: 'Transfer Taxes', amountCents: cost.amountCents, place: 2 };
  const { deedCents, mortgageCents, otherTaxesCents = cents(0) } = cost;
  const amountCents = cents(deedCents + mortgageCents + otherTaxesCents);
  const split = `Recording Fees (Deed: ${formatDollars(deedCents)} Mortgage: ${formatDollars(mortgageCents)})`;
  const name = form === 'loan-estimate' ? 'Recording Fees and Other Taxes' : split;
  return { section, name, amountCents, place: 1 };
}

/** `Prepaid Interest ($17.44 per day for 15 days @ 3.875%)`, or by its dates once they are known. */
function interest(cost: Extract<FormCost, { kind: 'prepaid-interest' }>): Placed {
  const { perDiemCents, days, ratePpm, fromOn } = cost;
  const span = fromOn
    ? `from ${formDate(fromOn)} to ${formDate(addDays(fromOn, days))}`
    : `for ${days} days @ ${percentText(ratePpm)}`;
  const name = `Prepaid Interest (${formatDollars(perDiemCents)} per day ${span})`;
  return { section: 'F', name, amountCents: cents(perDiemCents * days), place: 3 };
}
