import { toWholeDollars } from './disclosure-text.ts';
import { invalid } from '../../shared/errors.ts';
import type { CashToClose } from './cash-to-close.ts';
import type { Cents } from '../../shared/money.ts';

export interface CashChange {
  line: string;
  /** The Loan Estimate's column: whole dollars, as that form showed them. */
  estimateCents: Cents;
  finalCents: Cents;
  /** "Did this change?": by the exact estimate, so that rounding alone is no change (comment 38(e)-3). */
  changed: 'YES' | 'NO';
  /** By how much the exact amounts differ. */
  differenceCents: number;
  citation: '1026.38(i)' | '1026.38(e)';
}

/**
 * The columns of the Closing Disclosure's table. Both tables are worked out from exact amounts.
 * @throws invalid TablesDiffer when the estimate had the other kind of table
 */
export function cashToCloseChanges(estimate: CashToClose, final: CashToClose): CashChange[] {
  const names = ({ lines }: CashToClose) => lines.map(({ line }) => line).join();
  if (names(estimate) !== names(final))
    throw invalid('TablesDiffer', 'the Loan Estimate and the Closing Disclosure have the same kind of table');
  const citation = final.closingCostsFinancedCents === undefined ? '1026.38(i)' : '1026.38(e)';
  const pairs = final.lines.map(({ line, amountCents }, index) => ({
    line,
    estimated: estimate.lines[index]?.amountCents ?? amountCents,
    amountCents,
  }));
  const total = {
    line: 'Cash to Close',
    estimated: estimate.cashToCloseCents,
    amountCents: final.cashToCloseCents,
  };
  return [...pairs, total].map(({ line, estimated, amountCents }) => ({
    line,
    estimateCents: toWholeDollars(estimated),
    finalCents: amountCents,
    changed: estimated === amountCents ? 'NO' : 'YES',
    differenceCents: amountCents - estimated,
    citation,
  }));
}
