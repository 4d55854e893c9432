import { accountOn, replay } from '../../../lambdas/rules/servicing/replay.ts';
import { addDays } from '../../../lambdas/shared/calendar.ts';
import { cents } from '../../../lambdas/shared/money.ts';
import { claimsOn } from '../../../lambdas/rules/servicing/claims.ts';
import { chargesOwed, suspenseOf } from '../../../lambdas/rules/servicing/account.ts';
import { publishedCents, publishedDate } from '../amortization/fineract-terms.ts';
import type { AccountName } from '../../../lambdas/rules/servicing/journal-entry.ts';
import type { Loan } from './fineract-loan.ts';
import type { Row, Step } from '../amortization/fineract-terms.ts';
import type { Tally } from '../tally.ts';

const received = new Set([
  'Repayment',
  'Goodwill Credit',
  'Merchant Issued Refund',
  'Payout Refund',
  'Down Payment',
]);

/** Holds one table of a scenario against our replay. */
export function holdTable(title: string, loan: Loan, step: Step, tally: Tally): void {
  if (loan.stopped !== undefined || !loan.terms) return tally.skip(loan.stopped ?? 'no loan is disbursed');
  const rows = (step['rows'] ?? []) as Row[];
  if (step.step === 'expect_transactions') return holdTransactions(title, loan, rows, tally);
  const account = accountOn(loan.terms, loan.events, { on: loan.on });
  const isFree = loan.terms.note.segments.every(({ ratePpm }) => ratePpm === 0);
  if (step.step === 'expect_overpaid') {
    return tally.check(`${title}: overpaid`, suspenseOf(account), publishedCents(String(step['amount'])));
  }
  if (step.step === 'expect_charges') {
    const ours = account.charges.map((each) => [each.dueOn, each.amountCents, each.paidCents]);
    const published = rows
      .filter((row) => row['Payment due at'] === 'Specified due date')
      .map((row) => [
        publishedDate(row['Due as of'] ?? ''),
        publishedCents(row['Due']),
        publishedCents(row['Paid']),
      ]);
    return tally.check(`${title}: charges`, ours.toSorted(byText), published.toSorted(byText));
  }
  if (step.step === 'expect_status') {
    const overpaid = suspenseOf(account) > 0;
    const closed = account.principalCents === 0 && chargesOwed(account) === 0;
    const ours = closed ? (overpaid ? 'OVERPAID' : 'CLOSED') : 'ACTIVE';
    const published = String(step['status']).toUpperCase().split(/[_ ]/)[0];
    return published === 'APPROVED'
      ? tally.skip('the status of an application')
      : tally.check(`${title}: status`, ours, published);
  }
  if (!isFree) return tally.skip('what is outstanding counts interest not yet earned');
  if (step.step === 'expect_outstanding') {
    const ours = cents(account.principalCents + chargesOwed(account));
    return tally.check(`${title}: outstanding`, ours, publishedCents(String(step['amount'])));
  }
  const paysAhead = loan.terms.waterfall.stages.some(({ timings }) => timings.includes('in-advance'));
  if (!paysAhead)
    return tally.skip('money beyond the payments due pays the last ones down: here it shortens the term');
  const { claims } = claimsOn(account, loan.on, cents(1_000_000_00));
  const outstanding = new Map<string, number>();
  for (const { instalmentOn, amountCents } of claims)
    outstanding.set(instalmentOn, (outstanding.get(instalmentOn) ?? 0) + amountCents);
  if (step.step === 'expect_totals') {
    const ours = [...outstanding.values()].reduce((sum, amount) => sum + amount, 0);
    return tally.check(`${title}: totals`, ours, publishedCents(rows[0]?.['Outstanding']));
  }
  const published = rows
    .slice(1)
    .map((row) => [publishedDate(row['Date'] ?? ''), publishedCents(row['Outstanding'])]);
  const ours = published.map(([dueOn]) => [dueOn, outstanding.get(String(dueOn)) ?? 0]);
  tally.check(`${title}: outstanding by instalment`, ours, published);
}

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** Each receipt: what of it went to principal, interest, fees and penalties, and the principal after it. */
function holdTransactions(title: string, loan: Loan, rows: readonly Row[], tally: Tally): void {
  const { terms, events, on } = loan;
  if (!terms) return;
  const reversed = new Set(events.flatMap((event) => (event.kind === 'reversal' ? [event.reverses] : [])));
  const published = rows.filter((row) => received.has(row['Transaction Type'] ?? '')).map(publishedReceipt);
  for (const event of events) {
    if (event.kind !== 'payment' || !reversed.has(event.id)) continue;
    const at = published.findIndex(
      ([day, amount]) => day === event.effectiveOn && amount === event.amountCents,
    );
    if (at >= 0) published.splice(at, 1); // a reversed receipt stays in its list as it was
  }
  let balance = 0;
  const ours: unknown[][] = [];
  for (const { kind, source, on: day, postings } of replay(terms, events, { on: addDays(on, 0) }).entries) {
    const of = (...names: AccountName[]) =>
      postings
        .filter(({ account }) => names.includes(account))
        .reduce((sum, each) => sum - each.amountCents, 0);
    balance -= of('principal');
    const event = events.find(({ id }) => id === source);
    if ((kind !== 'payment' && kind !== 'payoff') || !event || !('amountCents' in event)) continue;
    const applied = [of('principal'), of('accrued-interest', 'interest-income'), of('fees-receivable')];
    ours.push([day, event.amountCents, ...applied, of('late-charges-receivable'), balance]);
  }
  for (const [index, row] of published.entries())
    tally.check(`${title}: receipt ${index + 1}`, ours[index]?.slice(0, row.length), row);
  if (ours.length > published.length) tally.check(`${title}: receipts`, ours.length, published.length);
}

/** Some tables leave the balance out. */
const publishedReceipt = (row: Row) => [
  publishedDate(row['Transaction date'] ?? ''),
  ...['Amount', 'Principal', 'Interest', 'Fees', 'Penalties', 'Loan Balance']
    .filter((name) => row[name] !== undefined)
    .map((name) => publishedCents(row[name])),
];
