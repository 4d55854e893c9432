import { cents, negateCents } from '../../shared/money.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';

/** The accounts of one loan. Debits are positive, credits negative. */
export const accountNames = [
  'cash',
  'principal',
  'deferred',
  'accrued-interest',
  'late-charges-receivable',
  'fees-receivable',
  'escrow-advances',
  'escrow',
  'suspense',
  'interest-income',
  'late-charge-income',
  'fee-income',
  'prepayment-penalty-income',
  'funding',
] as const;
export type AccountName = (typeof accountNames)[number];

export interface Posting {
  account: AccountName;
  amountCents: Cents;
}

export interface Entry {
  /** The event's id, or what follows by itself: `opening`, `due:<date>`, `late-charge:<date>`. */
  source: string;
  on: CalendarDate;
  kind: string;
  /** One per account, none of zero; they sum to zero. */
  postings: readonly Posting[];
}

/** An entry in the making. Each posting debits one account and credits another, so that it cannot be out of balance. */
export class Draft {
  private readonly kept: { account: AccountName; amountCents: Cents }[] = [];

  /** A negative amount is the other way around. */
  post(debit: AccountName, credit: AccountName, amountCents: Cents): void {
    if (amountCents === 0) return;
    this.add(debit, amountCents);
    this.add(credit, negateCents(amountCents));
  }

  postings(): Posting[] {
    return this.kept.filter(({ amountCents }) => amountCents !== 0);
  }

  private add(account: AccountName, amountCents: Cents): void {
    const found = this.kept.find((each) => each.account === account);
    if (found) found.amountCents = cents(found.amountCents + amountCents);
    else this.kept.push({ account, amountCents });
  }
}

export type Balances = Readonly<Record<AccountName, Cents>>;

/** Every account's balance: the trial balance, whose sum is zero. */
export function balancesOf(entries: Iterable<Pick<Entry, 'postings'>>): Balances {
  const balances = Object.fromEntries(accountNames.map((name) => [name, cents(0)])) as Record<
    AccountName,
    Cents
  >;
  for (const { postings } of entries)
    for (const { account, amountCents } of postings)
      balances[account] = cents(balances[account] + amountCents);
  return balances;
}
