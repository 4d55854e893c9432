import { accountNames, balancesOf } from './journal-entry.ts';
import { negateCents, subtractCents } from '../../shared/money.ts';
import type { AccountName, Entry, Posting } from './journal-entry.ts';
import type { AccountView } from './account-view.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';

/** What turns the old ledger into the new one for one source; nothing is edited, a correction is an entry of its own. */
export interface Correction {
  source: string;
  kind: string;
  change: 'added' | 'removed' | 'changed';
  /** When it takes effect: of a removed entry, when it did. */
  effectiveOn: CalendarDate;
  before: readonly Posting[];
  after: readonly Posting[];
  /** After less before, account by account; they sum to zero. */
  postings: readonly Posting[];
}

export interface ViewComparison {
  corrections: readonly Correction[];
  /** Each account whose balance differs. */
  balances: readonly { account: AccountName; beforeCents: Cents; afterCents: Cents; changeCents: Cents }[];
  /** Each headline figure that differs. */
  figures: readonly {
    figure: string;
    before: string | number | undefined;
    after: string | number | undefined;
  }[];
}

const headlines = [
  'status',
  'principalCents',
  'deferredCents',
  'escrowCents',
  'escrowAdvanceCents',
  'suspenseCents',
  'chargesOwedCents',
  'interestOwedCents',
  'pastDueCents',
  'daysDelinquent',
  'nextDueOn',
  'ratePpm',
] as const satisfies readonly (keyof AccountView)[];

/** What changed between two views of one account, as correcting journal entries and as figures. */
export function compareViews(before: AccountView, after: AccountView): ViewComparison {
  const figures = headlines
    .filter((figure) => before[figure] !== after[figure])
    .map((figure) => ({ figure, before: before[figure], after: after[figure] }));
  const balances = accountNames
    .filter((account) => before.balances[account] !== after.balances[account])
    .map((account) => ({
      account,
      beforeCents: before.balances[account],
      afterCents: after.balances[account],
      changeCents: subtractCents(after.balances[account], before.balances[account]),
    }));
  return { corrections: correctionsOf(before.entries, after.entries), balances, figures };
}

function correctionsOf(before: readonly Entry[], after: readonly Entry[]): Correction[] {
  const [old, now] = [bySource(before), bySource(after)];
  const corrections: Correction[] = [];
  for (const entry of after) {
    const was = old.get(entry.source);
    const postings = difference(was?.postings ?? [], entry.postings);
    if (postings.length === 0 && was?.on === entry.on) continue;
    const change = was ? 'changed' : 'added';
    corrections.push(correction(entry, change, was?.postings ?? [], entry.postings, postings));
  }
  for (const entry of before) {
    if (now.has(entry.source)) continue;
    corrections.push(correction(entry, 'removed', entry.postings, [], difference(entry.postings, [])));
  }
  return corrections.sort((a, b) =>
    a.effectiveOn === b.effectiveOn ? 0 : a.effectiveOn < b.effectiveOn ? -1 : 1,
  );
}

function correction(
  { source, kind, on }: Entry,
  change: Correction['change'],
  before: readonly Posting[],
  after: readonly Posting[],
  postings: readonly Posting[],
): Correction {
  return { source, kind, change, effectiveOn: on, before, after, postings };
}

const bySource = (entries: readonly Entry[]): Map<string, Entry> =>
  new Map(entries.map((entry) => [entry.source, entry]));

function difference(before: readonly Posting[], after: readonly Posting[]): Posting[] {
  const reversed = before.map(({ account, amountCents }) => ({
    account,
    amountCents: negateCents(amountCents),
  }));
  const balances = balancesOf([{ postings: reversed }, { postings: after }]);
  return accountNames
    .filter((account) => balances[account] !== 0)
    .map((account) => ({ account, amountCents: balances[account] }));
}
