import { addCents, cents } from '../../shared/money.ts';
import { invalid } from '../../shared/errors.ts';
import type { Cents } from '../../shared/money.ts';

/** What goes in and out in one month. */
export interface MonthFlow {
  /** `YYYY-MM` */
  month: string;
  paymentCents: Cents;
  disbursementCents: Cents;
}

export interface TrialMonth extends MonthFlow {
  /** At the end of the month. */
  balanceCents: Cents;
}

export interface TrialBalance {
  startingCents: Cents;
  months: readonly TrialMonth[];
  /** The month that ends lowest; the earliest of several. */
  lowest: { month: string; balanceCents: Cents };
}

/** A trial running balance, 1024.17(b): month ends, whatever the order within a month. @throws invalid NoMonths */
export function trialBalance(startingCents: Cents, flows: readonly MonthFlow[]): TrialBalance {
  let balance = startingCents;
  const months = flows.map((flow) => {
    balance = cents(balance + flow.paymentCents - flow.disbursementCents);
    return { ...flow, balanceCents: balance };
  });
  let lowest = months[0];
  if (!lowest) throw invalid('NoMonths', 'a trial balance runs over one month at least');
  for (const month of months) if (month.balanceCents < lowest.balanceCents) lowest = month;
  return { startingCents, months, lowest: { month: lowest.month, balanceCents: lowest.balanceCents } };
}

/** The same flows from a start higher or lower. */
export const raisedBy = ({ startingCents, months }: TrialBalance, byCents: Cents): TrialBalance =>
  trialBalance(addCents(startingCents, byCents), months);

export interface TargetBalances {
  /** Appendix E, step 1: from nothing, with payments of a twelfth each. */
  initial: TrialBalance;
  /** Step 2: lifted until the lowest month ends at zero. */
  adjusted: TrialBalance;
  /** Step 3: with the cushion; the most that may be held at each month end. */
  target: TrialBalance;
  /** What steps 2 and 3 added. */
  addedCents: Cents;
  cushionCents: Cents;
}

/** The three arithmetic steps of 1024.17(d)(2)(i) and Appendix E for flows that may be one item's or the account's. */
export function targetBalances(flows: readonly MonthFlow[], cushionCents: Cents): TargetBalances {
  const initial = trialBalance(cents(0), flows);
  const addedCents = cents(Math.max(0, 0 - initial.lowest.balanceCents));
  const adjusted = raisedBy(initial, addedCents);
  return { initial, adjusted, target: raisedBy(adjusted, cushionCents), addedCents, cushionCents };
}
