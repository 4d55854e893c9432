import { sectionOfTable } from './closing-cost-items.ts';
import { sumCents } from '../../../shared/money.ts';
import type { Cents } from '../../../shared/money.ts';
import type { ClosingCosts, SectionLetter } from '../../trid/closing-costs.ts';
import type { ClosingLoan } from './closing.ts';
import type { ParsedClosingFacts } from './closing-facts.ts';

type Section = NonNullable<ClosingLoan['sections']>[number];
type Item = ParsedClosingFacts['disclosure']['costs']['items'][number];

/** Totals of tables A to H, of D, I and J by payer and time, and of lender credits (1026.38(f) to (h)). */
export function sectionTotals(
  costs: ClosingCosts,
  { disclosure, toleranceCureCents, payoffs }: ParsedClosingFacts,
): Section[] {
  const { items } = disclosure.costs;
  const table = (letters: readonly SectionLetter[]): Section[] =>
    costs.sections
      .filter(({ section }) => letters.includes(section))
      .map(({ section, totalCents }) => ({ section: sectionOfTable[section], totalCents }));
  const ofTables = (letters: readonly SectionLetter[]) =>
    items.filter(({ section }) => letters.includes(section));
  const paidOff = payoffs.flatMap(({ payoffCents }) => (payoffCents === undefined ? [] : [payoffCents]));
  return [
    ...table(LOAN_COSTS),
    subtotal('TotalLoanCosts', 'LoanCostsSubtotal', costs.loanCostsCents, ofTables(LOAN_COSTS)),
    ...table(OTHER_COSTS),
    subtotal('TotalOtherCosts', 'OtherCostsSubtotal', costs.otherCostsCents, ofTables(OTHER_COSTS)),
    subtotal('TotalClosingCosts', 'ClosingCostsSubtotal', costs.totalClosingCostsCents, items),
    {
      section: 'TotalClosingCosts',
      subsection: 'LenderCredits',
      ...(toleranceCureCents === undefined ? {} : { toleranceCureCents }),
      payments: [{ paidBy: 'Buyer', amountCents: costs.lenderCreditsCents, timing: 'AtClosing' }],
    },
    ...(paidOff.length > 0 ? [{ section: 'PayoffsAndPayments', totalCents: sumCents(paidOff) }] : []),
  ];
}

const LOAN_COSTS: readonly SectionLetter[] = ['A', 'B', 'C'];
const OTHER_COSTS: readonly SectionLetter[] = ['E', 'F', 'G', 'H'];

function subtotal(section: string, subsection: string, totalCents: Cents, items: readonly Item[]): Section {
  const by = (payer: Item['paidBy']) =>
    sumCents(items.filter(({ paidBy }) => paidBy === payer).map(({ amountCents }) => amountCents));
  return {
    section,
    subsection,
    totalCents,
    payments: [
      { paidBy: 'Buyer', amountCents: by('borrower-at-closing'), timing: 'AtClosing' },
      { paidBy: 'Buyer', amountCents: by('borrower-before-closing'), timing: 'BeforeClosing' },
      ...(by('seller') > 0 ? [{ paidBy: 'Seller', amountCents: by('seller'), timing: 'AtClosing' }] : []),
      ...(by('other') > 0 ? [{ paidBy: 'ThirdParty', amountCents: by('other') }] : []),
    ],
  };
}
