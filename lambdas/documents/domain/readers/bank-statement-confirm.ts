import { centsOf } from '../document-reading.ts';
import type { Field, StatementRow } from '../document-reading.ts';
import { confirm } from './collector.ts';

/**
 * What a statement's own figures prove: opening + deposits - everything that left = closing, or rows whose running
 * balances chain from opening to closing. Figures that do not add up prove nothing and disprove nothing (consolidated
 * statements seldom do): they stay as they are, for reconciliation to report.
 */
export function confirmStatement(fields: readonly Field[], rows: readonly StatementRow[]): Field[] {
  const amount = (name: string): number | undefined => centsOf({ fields }, name);
  const [opening, closing, deposits] = ['openingBalance', 'closingBalance', 'totalDeposits'].map(amount);
  const outs = ['totalWithdrawals', 'totalOtherWithdrawals', 'totalChecks', 'totalFees'].filter(
    (name) => amount(name) !== undefined,
  );
  const names = new Set<string>();
  if (opening !== undefined && closing !== undefined && deposits !== undefined) {
    for (const used of subsets(outs)) {
      const left = used.reduce((sum, name) => sum + (amount(name) ?? 0), 0);
      if (used.length > 0 && opening + deposits - left === closing)
        ['openingBalance', 'closingBalance', 'totalDeposits', ...used].forEach((name) => names.add(name));
    }
  }
  if (opening !== undefined && closing !== undefined && chains(rows, opening, closing))
    ['openingBalance', 'closingBalance'].forEach((name) => names.add(name));
  return confirm(fields, names);
}

/** Every running balance follows from the one before. */
function chains(rows: readonly StatementRow[], opening: number, closing: number): boolean {
  let balance = opening;
  for (const row of rows) {
    balance += row.amountCents;
    if (row.balanceCents !== balance) return false;
  }
  return rows.length > 0 && balance === closing;
}

function subsets(names: readonly string[]): string[][] {
  return names.reduce<string[][]>((sets, name) => [...sets, ...sets.map((set) => [...set, name])], [[]]);
}
