import { cents, negateCents } from '../../../shared/money.ts';
import { fixedLine, lineIfAny, namedLine, prorationLines, summary } from './summary-lines.ts';
import type { BorrowerAmounts, Sale } from './sale.ts';
import type { Cents } from '../../../shared/money.ts';
import type { Summary } from './summary-lines.ts';

export interface BorrowerSummary {
  /** K: due from borrower at closing. */
  due: Summary;
  /** L: paid already by or on behalf of borrower at closing. */
  paid: Summary;
  calculation: {
    totalDueCents: Cents;
    /** As shown: negative. */
    totalPaidCents: Cents;
    /** Cash to close: positive from the borrower, negative to the borrower. */
    cashToCloseCents: Cents;
    direction: 'From Borrower' | 'To Borrower';
    citation: '1026.38(j)(3)';
  };
}

/** The summary of the borrower's transaction, 1026.38(j). */
export function borrowerSummary(
  sale: Sale | undefined,
  amounts: BorrowerAmounts,
  loan: { loanAmountCents: Cents; closingCostsAtClosingCents: Cents },
): BorrowerSummary {
  const due = summary(
    'Due from Borrower at Closing',
    [
      ...(sale
        ? [
            fixedLine('Sale Price of Property', sale.priceCents, '1026.38(j)(1)(ii)'),
            fixedLine(
              'Sale Price of Any Personal Property Included in Sale',
              sale.personalPropertyCents,
              '1026.38(j)(1)(iii)',
            ),
          ]
        : []),
      fixedLine('Closing Costs Paid at Closing (J)', loan.closingCostsAtClosingCents, '1026.38(j)(1)(iv)'),
      ...amounts.debtsSatisfied.map((debt) => namedLine(debt, '1026.38(j)(1)(v)')),
      ...amounts.otherDue.map((other) => namedLine(other, '1026.38(j)(1)(v)')),
      ...prorationLines(sale?.paidBySellerInAdvance ?? [], '1026.38(j)(1)(vi)-(x)'),
    ],
    '1026.38(j)(1)',
  );
  const paid = summary(
    'Paid Already by or on Behalf of Borrower at Closing',
    [
      ...(sale ? [fixedLine('Deposit', sale.depositCents, '1026.38(j)(2)(ii)')] : []),
      fixedLine('Loan Amount', loan.loanAmountCents, '1026.38(j)(2)(iii)'),
      ...lineIfAny(
        'Existing Loan(s) Assumed or Taken Subject to',
        sale?.assumedLoansCents ?? cents(0),
        '1026.38(j)(2)(iv)',
      ),
      ...(sale ? [fixedLine('Seller Credit', sale.sellerCreditsCents, '1026.38(j)(2)(v)')] : []),
      ...amounts.credits.map((credit) => namedLine(credit, '1026.38(j)(2)(vi)')),
      ...prorationLines(sale?.unpaidBySeller ?? [], '1026.38(j)(2)(vii)-(xi)'),
    ],
    '1026.38(j)(2)',
  );
  const cashToCloseCents = cents(due.totalCents - paid.totalCents);
  return {
    due,
    paid,
    calculation: {
      totalDueCents: due.totalCents,
      totalPaidCents: negateCents(paid.totalCents),
      cashToCloseCents,
      direction: cashToCloseCents < 0 ? 'To Borrower' : 'From Borrower',
      citation: '1026.38(j)(3)',
    },
  };
}
