import { cents, formatDollars, negateCents, sumCents } from '../../../shared/money.ts';
import { sectionLetters } from '../closing-costs.ts';
import type { Cents } from '../../../shared/money.ts';
import type { CostItem, SectionLetter } from '../closing-costs.ts';

/** The columns of "Closing Cost Details", 1026.38(f), (g), (h). */
export interface CostColumns {
  borrowerAtClosingCents: Cents;
  borrowerBeforeClosingCents: Cents;
  sellerAtClosingCents: Cents;
  sellerBeforeClosingCents: Cents;
  /** Paid by others, the creditor among them. */
  othersCents: Cents;
}

export interface CostRow extends CostColumns {
  /** `01` in its section. */
  line: string;
  /** The label, `to` the payee; `(L)` where the creditor pays. */
  label: string;
}

export interface CostTable {
  sections: readonly {
    section: SectionLetter;
    rows: readonly CostRow[];
    /** What the borrower pays: the section's own total. */
    borrowerPaidCents: Cents;
  }[];
  /** D and I: with the borrower's subtotals at and before closing. */
  loanCosts: CostColumns & { borrowerPaidCents: Cents };
  otherCosts: CostColumns & { borrowerPaidCents: Cents };
  lenderCreditsCents: Cents;
  /** With what of them gives back an excess over the legal limits, 1026.38(h)(3). */
  lenderCreditsLabel: string;
  /** J: D + I; the borrower's at-closing amount is less lender credits. */
  total: CostColumns & { borrowerPaidCents: Cents };
  citation: '1026.38(f), (g), (h)';
}

const columnOf: Record<CostItem['paidBy'], keyof CostColumns> = {
  'borrower-at-closing': 'borrowerAtClosingCents',
  'borrower-before-closing': 'borrowerBeforeClosingCents',
  seller: 'sellerAtClosingCents',
  'seller-before-closing': 'sellerBeforeClosingCents',
  lender: 'othersCents',
  other: 'othersCents',
};
const LOAN_COSTS: readonly SectionLetter[] = ['A', 'B', 'C'];

/** Page 2 of the Closing Disclosure: one row for each label and payee, whoever pays how much of it. */
export function costTable(
  items: readonly CostItem[],
  lenderCreditsCents: Cents,
  refundedCents: Cents = cents(0),
): CostTable {
  const sections = sectionLetters.map((section) => {
    const own = items.filter((item) => item.section === section);
    return { section, rows: rowsOf(own), borrowerPaidCents: borrowerPaid(columnsOf(own)) };
  });
  const isLoanCost = ({ section }: CostItem) => LOAN_COSTS.includes(section);
  const whole = columnsOf(items);
  const borrowerAtClosingCents = cents(whole.borrowerAtClosingCents - lenderCreditsCents);
  return {
    sections,
    loanCosts: withTotal(columnsOf(items.filter(isLoanCost))),
    otherCosts: withTotal(columnsOf(items.filter((item) => !isLoanCost(item)))),
    lenderCreditsCents: negateCents(lenderCreditsCents),
    lenderCreditsLabel: creditsLabel(refundedCents),
    total: withTotal({ ...whole, borrowerAtClosingCents }),
    citation: '1026.38(f), (g), (h)',
  };
}

/** The exact D and I that the borrower pays, by which the forms tell where total closing costs changed. */
export interface CostSubtotals {
  loanCostsCents: Cents;
  otherCostsCents: Cents;
}

export function costSubtotals(items: readonly CostItem[]): CostSubtotals {
  const { loanCosts, otherCosts } = costTable(items, cents(0));
  return { loanCostsCents: loanCosts.borrowerPaidCents, otherCostsCents: otherCosts.borrowerPaidCents };
}

const creditsLabel = (refundedCents: Cents): string =>
  refundedCents > 0
    ? `Lender Credits (Includes ${formatDollars(refundedCents)} credit for increase in Closing Costs above legal limit)`
    : 'Lender Credits';

const borrowerPaid = (columns: CostColumns): Cents =>
  cents(columns.borrowerAtClosingCents + columns.borrowerBeforeClosingCents);
const withTotal = (columns: CostColumns) => ({ ...columns, borrowerPaidCents: borrowerPaid(columns) });

function columnsOf(items: readonly CostItem[]): CostColumns {
  const sumOf = (column: keyof CostColumns) =>
    sumCents(items.filter(({ paidBy }) => columnOf[paidBy] === column).map((item) => item.amountCents));
  return {
    borrowerAtClosingCents: sumOf('borrowerAtClosingCents'),
    borrowerBeforeClosingCents: sumOf('borrowerBeforeClosingCents'),
    sellerAtClosingCents: sumOf('sellerAtClosingCents'),
    sellerBeforeClosingCents: sumOf('sellerBeforeClosingCents'),
    othersCents: sumOf('othersCents'),
  };
}

function rowsOf(items: readonly CostItem[]): CostRow[] {
  const rows = new Map<string, CostItem[]>();
  for (const item of items) {
    const label = item.payee === undefined ? item.name : `${item.name} to ${item.payee}`;
    rows.set(label, [...(rows.get(label) ?? []), item]);
  }
  return [...rows].map(([label, own], index) => ({
    line: String(index + 1).padStart(2, '0'),
    label: own.some(({ paidBy }) => paidBy === 'lender') ? `${label} (L)` : label,
    ...columnsOf(own),
  }));
}
