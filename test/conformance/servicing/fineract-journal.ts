import { publishedCents, publishedDate } from '../amortization/fineract-terms.ts';
import { replay } from '../../../lambdas/rules/servicing/replay.ts';
import type { AccountName } from '../../../lambdas/rules/servicing/journal-entry.ts';
import type { Loan } from './fineract-loan.ts';
import type { Row, Step } from '../amortization/fineract-terms.ts';
import type { Tally } from '../tally.ts';

/** Its accounts of the loan, and ours that stand for each. Where the money comes from is its lender's matter. */
const accounts: Readonly<Record<string, readonly AccountName[]>> = {
  'Loans Receivable': ['principal'],
  'Interest/Fee Receivable': [
    'accrued-interest',
    'interest-income',
    'late-charges-receivable',
    'fees-receivable',
  ],
  'Overpayment account': ['suspense'],
};

/** The journal of one payment, account by account; a reversed one nets to nothing on both sides. */
export function holdJournal(title: string, loan: Loan, step: Step, tally: Tally): void {
  if (loan.stopped !== undefined || !loan.terms) return tally.skip(loan.stopped ?? 'no loan is disbursed');
  const [, name = '', day = ''] = /"(\w+)" transaction with date "([^"]+)"/.exec(String(step['text'])) ?? [];
  if (name === 'DISBURSEMENT' || name === 'ACCRUAL')
    return tally.skip('journals of the opening and of accruals are kept otherwise: by instalment');
  const on = publishedDate(day);
  const found = loan.events.filter(
    ({ id, effectiveOn }) => loan.names.get(id) === name && effectiveOn === on,
  );
  const [event] = found;
  if (!event || found.length > 1)
    return tally.skip('the journal does not say which payment of the day it is of');
  const rows = step['rows'] as Row[];
  const view = replay(loan.terms, loan.events, { on: loan.on });
  const postings = view.entries.find(({ source }) => source === event.id)?.postings ?? [];
  const ours: number[] = [];
  const published: number[] = [];
  for (const [account, names] of Object.entries(accounts)) {
    const own = postings.filter((each) => names.includes(each.account));
    ours.push(own.reduce((sum, { amountCents }) => sum + amountCents, 0));
    const theirs = rows.filter((row) => row['Account name'] === account);
    published.push(
      theirs.reduce((sum, row) => sum + publishedCents(row['Debit']) - publishedCents(row['Credit']), 0),
    );
  }
  tally.check(`${title}: journal`, ours, published);
}
