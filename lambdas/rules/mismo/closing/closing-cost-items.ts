import { cents, negateCents, sumCents } from '../../../shared/money.ts';
import type { Cents } from '../../../shared/money.ts';
import type { ClosingCostsSchema, SectionLetter } from '../../trid/closing-costs.ts';
import type { ClosingLoan } from './closing.ts';
import type * as z from 'zod';

/** The UCD's names for the tables of closing cost details. */
export const sectionOfTable: Readonly<Record<SectionLetter, string>> = {
  A: 'OriginationCharges',
  B: 'ServicesBorrowerDidNotShopFor',
  C: 'ServicesBorrowerDidShopFor',
  E: 'TaxesAndOtherGovernmentFees',
  F: 'Prepaids',
  G: 'InitialEscrowPaymentAtClosing',
  H: 'OtherCosts',
};

const tables = new Map(
  Object.entries(sectionOfTable).map(([letter, name]) => [name, letter as SectionLetter]),
);

export const tableOfSection = (section: string | undefined): SectionLetter | undefined =>
  tables.get(section ?? '');

type Item = z.input<typeof ClosingCostsSchema>['items'][number];

/**
 * What the file lists, as the rule engine takes it. Recording fees of a deed and a mortgage are parts of their total and
 * carry no payment; the aggregate adjustment belongs to table G.
 */
export function closingCostItems(loan: ClosingLoan): Item[] {
  const { fees = [], prepaids = [], escrowItems = [], aggregateAdjustmentCents } = loan;
  const adjustment: Item[] =
    aggregateAdjustmentCents === undefined
      ? []
      : [item('G', 'Aggregate Adjustment', aggregateAdjustmentCents, 'borrower-at-closing')];
  return [
    ...fees.flatMap(({ section, label, type, plainType, payments = [] }) => {
      const table = tableOfSection(section);
      if (!table) return []; // of the summaries K to N, not of the tables of costs
      return payments.map(({ amountCents, paidBy, isOutsideClosing }) =>
        item(table, label ?? type ?? plainType, amountCents, payer(paidBy, isOutsideClosing === true)),
      );
    }),
    ...prepaids.flatMap(({ section, label, type, payments = [] }) =>
      payments.map(({ amountCents, paidBy, timing }) =>
        item(
          tableOfSection(section) ?? 'F',
          label ?? type,
          amountCents,
          payer(paidBy, timing === 'BeforeClosing'),
        ),
      ),
    ),
    ...escrowItems.flatMap(({ section, label, type, payments = [] }) =>
      payments.map(({ amountCents, paidBy, timing }) =>
        item(
          tableOfSection(section) ?? 'G',
          label ?? type,
          amountCents,
          payer(paidBy, timing === 'BeforeClosing'),
        ),
      ),
    ),
    ...adjustment,
  ];
}

function item(
  section: SectionLetter,
  name: string | undefined,
  amountCents: Cents | undefined,
  paidBy: NonNullable<Item['paidBy']>,
): Item {
  return {
    section,
    name: (name ?? 'Unnamed').slice(0, 80),
    amountCents: amountCents ?? cents(0),
    paidBy,
  };
}

function payer(paidBy: string | undefined, isBefore: boolean): NonNullable<Item['paidBy']> {
  if (paidBy === 'Buyer') return isBefore ? 'borrower-before-closing' : 'borrower-at-closing';
  return paidBy === 'Seller' ? 'seller' : 'other';
}

/** Lender credits as a positive amount: the borrower's negative payments of their subsection. */
export function lenderCreditOf({ sections = [] }: ClosingLoan): Cents {
  const credits = sections
    .filter(({ subsection }) => subsection === 'LenderCredits')
    .flatMap(({ payments = [] }) => payments.map(({ amountCents }) => amountCents ?? cents(0)));
  return negateCents(sumCents(credits.filter((each) => each < 0)));
}
