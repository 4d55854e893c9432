import { sumCents } from '../../../shared/money.ts';
import type { Cents } from '../../../shared/money.ts';
import type { SectionLetter } from '../closing-costs.ts';

/** How many itemized amounts the Loan Estimate may show, 1026.37(f)(6), (g)(8): 13, 13, 14; E 2, F 4 + 3, G 3 + 5, H 5. */
const mostLines: Record<SectionLetter, number> = { A: 13, B: 13, C: 14, E: 2, F: 7, G: 8, H: 5 };

interface Line {
  name: string;
  amountCents: Cents;
}

export interface ShownLines {
  items: readonly Line[];
  /** What the last line, `Additional Charges`, stands for: an addendum may itemize B and C, 1026.37(f)(6)(ii). */
  additional: readonly Line[];
}

/** The lines of a Loan Estimate's section: what there is no room for is one sum in the last line. */
export function shownLines(section: SectionLetter, items: readonly Line[]): ShownLines {
  const most = mostLines[section];
  if (items.length <= most) return { items, additional: [] };
  const additional = items.slice(most - 1);
  const amountCents = sumCents(additional.map((item) => item.amountCents));
  return { items: [...items.slice(0, most - 1), { name: 'Additional Charges', amountCents }], additional };
}
