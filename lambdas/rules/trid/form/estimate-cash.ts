import { sumCents } from '../../../shared/money.ts';
import { toWholeDollars } from '../disclosure-text.ts';
import type { CashToClose } from '../cash-to-close.ts';

/** A line that only the Closing Disclosure has, 1026.38(e)(3), (i)(2). */
const CLOSING_ONLY = 'Closing Costs Paid Before Closing';

/** The table as the Loan Estimate prints it: whole dollars, and the total of those (comment 37(o)(4)-2). */
export function estimateCash(exact: CashToClose): CashToClose {
  const lines = exact.lines
    .filter(({ line }) => line !== CLOSING_ONLY)
    .map((each) => ({ ...each, amountCents: toWholeDollars(each.amountCents) }));
  const { closingCostsFinancedCents: financed } = exact;
  return {
    lines,
    cashToCloseCents: sumCents(lines.map(({ amountCents }) => amountCents)),
    ...(financed === undefined ? {} : { closingCostsFinancedCents: toWholeDollars(financed) }),
  };
}
