import * as z from 'zod';
import { CentsSchema, NonNegativeCentsSchema } from '../../shared/value-schemas.ts';
import { cents, negateCents, subtractCents, sumCents } from '../../shared/money.ts';
import { toWholeDollars } from './disclosure-text.ts';
import type { Cents } from '../../shared/money.ts';
import type { Form } from './projected-payments.ts';

/** The tables of "Closing Cost Details", by their letters on both forms. */
const sections = {
  A: '1026.37(f)(1), 38(f)(1): origination charges',
  B: '1026.37(f)(2), 38(f)(2): services the consumer cannot, or did not, shop for',
  C: '1026.37(f)(3), 38(f)(3): services the consumer can, or did, shop for',
  E: '1026.37(g)(1), 38(g)(1): taxes and other government fees',
  F: '1026.37(g)(2), 38(g)(2): prepaids',
  G: '1026.37(g)(3), 38(g)(3): initial escrow payment at closing',
  H: '1026.37(g)(4), 38(g)(4): other',
} as const;
export type SectionLetter = keyof typeof sections;

const letters = Object.keys(sections) as [SectionLetter, ...SectionLetter[]];
export const sectionLetters: readonly SectionLetter[] = letters;
const LOAN_COSTS: readonly SectionLetter[] = ['A', 'B', 'C'];
const OTHER_COSTS: readonly SectionLetter[] = ['E', 'F', 'G', 'H'];

/** The Closing Disclosure's columns, 1026.38(f), (g); `seller` is at closing, `lender` is among others, marked (L). */
export const paidBySchema = z
  .enum([
    'borrower-at-closing',
    'borrower-before-closing',
    'seller',
    'seller-before-closing',
    'lender',
    'other',
  ])
  .default('borrower-at-closing');

const CostItemSchema = z.strictObject({
  section: z.enum(letters),
  name: z.string().min(1).max(120),
  /** Who is paid, as the Closing Disclosure prints it beside the name. */
  payee: z.string().min(1).max(60).optional(),
  /** Negative for the aggregate adjustment of table G, 1024.17(d)(2). */
  amountCents: CentsSchema,
  paidBy: paidBySchema,
});
export type CostItem = z.infer<typeof CostItemSchema>;

export const ClosingCostsSchema = z.strictObject({
  items: z.array(CostItemSchema).max(300),
  /** As a positive amount. */
  lenderCreditsCents: NonNegativeCentsSchema.default(cents(0)),
});

export interface CostSection {
  section: SectionLetter;
  items: readonly { name: string; amountCents: Cents }[];
  totalCents: Cents;
  citation: string;
}

export interface ClosingCosts {
  sections: readonly CostSection[];
  /** D: A + B + C. */
  loanCostsCents: Cents;
  /** I: E + F + G + H. */
  otherCostsCents: Cents;
  /** As shown: negative. */
  lenderCreditsCents: Cents;
  /** J: D + I less lender credits. */
  totalClosingCostsCents: Cents;
  /** Of J, what the borrower paid before closing. */
  paidBeforeClosingCents: Cents;
}

/**
 * Tables A to J. The Loan Estimate shows whole dollars, and its totals add the rounded items (comment 37(o)(4)-2); the
 * Closing Disclosure shows cents. Only what the borrower pays is in the totals (1026.38(f), (g), (h)).
 */
export function closingCosts(input: z.input<typeof ClosingCostsSchema>, form: Form): ClosingCosts {
  const { items, lenderCreditsCents } = ClosingCostsSchema.parse(input);
  const shown = form === 'loan-estimate' ? toWholeDollars : (amount: Cents) => amount;
  const borrowers = items
    .filter(({ paidBy }) => paidBy.startsWith('borrower'))
    .map((item) => ({ ...item, amountCents: shown(item.amountCents) }));
  const found = letters.map((section): CostSection => {
    const own = borrowers.filter((item) => item.section === section);
    return {
      section,
      items: own.map(({ name, amountCents }) => ({ name, amountCents })),
      totalCents: sumCents(own.map(({ amountCents }) => amountCents)),
      citation: sections[section],
    };
  });
  const totalOf = (wanted: readonly SectionLetter[]) =>
    sumCents(found.filter(({ section }) => wanted.includes(section)).map(({ totalCents }) => totalCents));
  const [loanCostsCents, otherCostsCents] = [totalOf(LOAN_COSTS), totalOf(OTHER_COSTS)];
  const credits = shown(lenderCreditsCents);
  const before = borrowers.filter(({ paidBy }) => paidBy === 'borrower-before-closing');
  return {
    sections: found,
    loanCostsCents,
    otherCostsCents,
    lenderCreditsCents: negateCents(credits),
    totalClosingCostsCents: subtractCents(sumCents([loanCostsCents, otherCostsCents]), credits),
    paidBeforeClosingCents: sumCents(before.map(({ amountCents }) => amountCents)),
  };
}
