import { cents, negateCents } from '../../../shared/money.ts';
import type { CashLine, CashToClose } from '../cash-to-close.ts';
import type { Cents } from '../../../shared/money.ts';
import type { StatedChange } from './change-statements.ts';

type Direction = 'From Borrower' | 'To Borrower';

/** The table with the signs that the form prints. */
export interface PrintedCash extends CashToClose {
  /** The alternative table's last line is a positive number with this beside it. */
  direction?: Direction;
}

export interface PrintedChange extends StatedChange {
  /** Of the alternative table's last line, whose amounts are positive. */
  direction?: { estimate: Direction; final: Direction };
}

/** We work out both tables as what the consumer brings: positive from them, negative to them. */
const directionOf = (cashCents: number): Direction => (cashCents < 0 ? 'To Borrower' : 'From Borrower');
const absolute = (amount: Cents): Cents => cents(Math.abs(amount));
const isAlternative = ({ closingCostsFinancedCents }: CashToClose): boolean =>
  closingCostsFinancedCents !== undefined;

/**
 * The alternative table is printed from the loan's side: the loan and what was paid before are positive, costs and payoffs
 * negative, 1026.37(h)(2)(i) to (iv), 1026.38(e)(1) to (5). The standard table is as it is.
 */
export function printedCash(table: CashToClose): PrintedCash {
  if (!isAlternative(table)) return table;
  return {
    ...table,
    lines: table.lines.map((line): CashLine => ({ ...line, amountCents: negateCents(line.amountCents) })),
    cashToCloseCents: absolute(table.cashToCloseCents),
    direction: directionOf(table.cashToCloseCents),
  };
}

/** The columns of the Closing Disclosure's table by the same signs. */
export function printedChanges(changes: readonly StatedChange[], final: CashToClose): PrintedChange[] {
  if (!isAlternative(final)) return [...changes];
  return changes.map((change) => {
    const { line, estimateCents, finalCents, differenceCents } = change;
    if (line === 'Cash to Close')
      return {
        ...change,
        estimateCents: absolute(estimateCents),
        finalCents: absolute(finalCents),
        direction: { estimate: directionOf(estimateCents), final: directionOf(finalCents) },
      };
    return {
      ...change,
      estimateCents: negateCents(estimateCents),
      finalCents: negateCents(finalCents),
      differenceCents: 0 - differenceCents,
    };
  });
}
