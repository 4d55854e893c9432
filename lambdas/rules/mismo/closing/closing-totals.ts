import { ClosingCostsSchema, closingCosts } from '../../trid/closing-costs.ts';
import { closingCostItems, lenderCreditOf, tableOfSection } from './closing-cost-items.ts';
import { negateCents } from '../../../shared/money.ts';
import type { Cents } from '../../../shared/money.ts';
import type { Closing, ClosingLoan } from './closing.ts';
import type { Defect } from '../defect.ts';

const summaries =
  'MESSAGE/DOCUMENT_SETS/DOCUMENT_SET/DOCUMENTS/DOCUMENT/DEAL_SETS/DEAL_SET/DEALS/DEAL/LOANS/LOAN/DOCUMENT_SPECIFIC_DATA_SETS/DOCUMENT_SPECIFIC_DATA_SET/INTEGRATED_DISCLOSURE/INTEGRATED_DISCLOSURE_SECTION_SUMMARIES/INTEGRATED_DISCLOSURE_SECTION_SUMMARY';

type Section = NonNullable<ClosingLoan['sections']>[number];

/** Totals of tables A to J that the listed items do not add up to, by the rules of the form (1026.38(f) to (h)). */
export function closingTotalDefects({ loan }: Closing): Defect[] {
  if (!loan) return [];
  const sections = loan.sections ?? [];
  const costs = ClosingCostsSchema.safeParse({
    items: closingCostItems(loan),
    lenderCreditsCents: lenderCreditOf(loan),
  });
  if (!costs.success) return []; // more costs than a form has room for: nothing to hold its totals against
  const figures = closingCosts(costs.data, 'closing-disclosure');
  const expected = (section: Section): Cents | undefined => {
    if (section.subsection === 'LenderCredits') return undefined;
    if (section.section === 'TotalLoanCosts') return figures.loanCostsCents;
    if (section.section === 'TotalOtherCosts') return figures.otherCostsCents;
    if (section.section === 'TotalClosingCosts') return figures.totalClosingCostsCents;
    const letter = tableOfSection(section.section);
    return figures.sections.find((each) => each.section === letter)?.totalCents;
  };
  return sections.flatMap((section, index) => {
    const [wanted, stated] = [expected(section), section.totalCents];
    // some files state a total with credits, some their absolute value
    if (wanted === undefined || stated === undefined || stated === wanted || stated === negateCents(wanted))
      return [];
    const path = sections.length > 1 ? `${summaries}[${index + 1}]` : summaries;
    return [
      {
        path: `${path}/INTEGRATED_DISCLOSURE_SECTION_SUMMARY_DETAIL/IntegratedDisclosureSectionTotalAmount`,
        rule: 'total-differs',
        severity: 'warning' as const,
        message: 'is not what the items of its table add up to',
      },
    ];
  });
}
