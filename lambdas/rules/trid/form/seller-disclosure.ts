import type { ClosingDisclosure } from './closing-disclosure.ts';
import type { CostRow } from './cost-table.ts';
import type { PrintedLine } from './heading.ts';

/** What of the loan itself the seller need not see, 1026.38(t)(5)(vi). */
const consumersOnly = /^1026\.38\(a\)\(5\)/;

interface SellerCost extends Pick<
  CostRow,
  'line' | 'label' | 'sellerAtClosingCents' | 'sellerBeforeClosingCents'
> {
  section: string;
}

export interface SellerDisclosure {
  heading: readonly PrintedLine[];
  /** Costs of which the seller pays something. */
  costs: readonly SellerCost[];
  total: Pick<CostRow, 'sellerAtClosingCents' | 'sellerBeforeClosingCents'>;
  sellersTransaction: NonNullable<ClosingDisclosure['sellersTransaction']>;
  contacts: ClosingDisclosure['contacts'];
  citation: '1026.19(f)(4), 1026.38(t)(5)(vi)';
}

/** The seller's own disclosure, which the settlement agent gives; undefined when there is no sale. */
export function sellerDisclosure(closing: ClosingDisclosure): SellerDisclosure | undefined {
  const { sellersTransaction, closingCostDetails: details, heading, contacts } = closing;
  if (!sellersTransaction) return undefined;
  const { sellerAtClosingCents, sellerBeforeClosingCents } = details.total;
  return {
    heading: heading.lines.filter(({ citation }) => !consumersOnly.test(citation)),
    costs: details.sections.flatMap(({ section, rows }) =>
      rows
        .filter((row) => row.sellerAtClosingCents !== 0 || row.sellerBeforeClosingCents !== 0)
        .map((row) => ({
          section,
          line: row.line,
          label: row.label,
          sellerAtClosingCents: row.sellerAtClosingCents,
          sellerBeforeClosingCents: row.sellerBeforeClosingCents,
        })),
    ),
    total: { sellerAtClosingCents, sellerBeforeClosingCents },
    sellersTransaction,
    contacts,
    citation: '1026.19(f)(4), 1026.38(t)(5)(vi)',
  };
}
