import { cents, lesserOf } from '../../shared/money.ts';
import { invalid } from '../../shared/errors.ts';
import type { AccountEvent, EventOf } from './account-event.ts';
import type { AccountTerms } from './account-terms.ts';
import type { Instant } from '../../shared/clock.ts';

/** An event that moves the account. */
export type HistoryEvent = Exclude<AccountEvent, { kind: 'reversal' }>;

/**
 * The events that count, in the order in which they take effect, as known at an instant: reversed ones are left out, and
 * a returned payment's fee is in. The order of arrival plays no part.
 * @throws invalid DuplicateEvent, ReversedEventUnknown, ReversalOfItself
 */
export function effectiveHistory(
  terms: AccountTerms,
  events: readonly AccountEvent[],
  knownAt?: Instant,
): HistoryEvent[] {
  const known = knownAt === undefined ? events : events.filter(({ enteredAt }) => enteredAt <= knownAt);
  const reversals = reversalsByTarget(known);
  const history: HistoryEvent[] = [];
  for (const event of known) {
    if (isReversed(event.id, reversals, 0)) continue;
    if (event.kind !== 'reversal') history.push(event);
    else {
      const fee = returnedPaymentFee(event, terms);
      if (fee) history.push(fee);
    }
  }
  return history.sort(byEffect);
}

function reversalsByTarget(known: readonly AccountEvent[]): Map<string, EventOf<'reversal'>[]> {
  const ids = new Set<string>();
  for (const { id } of known) {
    if (ids.has(id)) throw invalid('DuplicateEvent', 'each event has an id of its own', { id });
    ids.add(id);
  }
  const found = new Map<string, EventOf<'reversal'>[]>();
  for (const event of known) {
    if (event.kind !== 'reversal') continue;
    if (!ids.has(event.reverses))
      throw invalid('ReversedEventUnknown', 'a reversal names an event of this account', { id: event.id });
    found.set(event.reverses, [...(found.get(event.reverses) ?? []), event]);
  }
  return found;
}

/** A reversal that is itself reversed undoes nothing. */
function isReversed(
  id: string,
  reversals: ReadonlyMap<string, EventOf<'reversal'>[]>,
  depth: number,
): boolean {
  if (depth > reversals.size) throw invalid('ReversalOfItself', 'reversals do not go in a circle', { id });
  return (reversals.get(id) ?? []).some((reversal) => !isReversed(reversal.id, reversals, depth + 1));
}

function returnedPaymentFee(reversal: EventOf<'reversal'>, terms: AccountTerms): EventOf<'fee'> | undefined {
  const allowed = lesserOf(reversal.feeCents ?? cents(0), terms.returnedPaymentFeeCents ?? cents(0));
  if (reversal.reason !== 'returned' || allowed === 0) return undefined;
  const { id, effectiveOn, enteredAt } = reversal;
  return {
    kind: 'fee',
    id,
    effectiveOn,
    enteredAt,
    amountCents: allowed,
    bucket: 'fee',
    name: 'returned payment fee',
    isAdvanced: false,
  };
}

/** What changes terms comes first in a day, then what is charged or moved in escrow, then money received. */
const ranks = {
  'rate-change': 0,
  'escrow-change': 0,
  'late-charge-hold': 0,
  recast: 0,
  fee: 1,
  waiver: 2,
  deferral: 2,
  'escrow-disbursement': 3,
  'escrow-deposit': 3,
  payment: 4,
  curtailment: 5,
  payoff: 6,
  'suspense-return': 7,
} as const satisfies Record<HistoryEvent['kind'], number>;

export const changesTerms = ({ kind }: HistoryEvent): boolean => ranks[kind] === 0;

function byEffect(a: HistoryEvent, b: HistoryEvent): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1;
  const terms = Number(changesTerms(b)) - Number(changesTerms(a));
  if (terms !== 0) return terms;
  const order = (a.sequence ?? 0) - (b.sequence ?? 0) || ranks[a.kind] - ranks[b.kind];
  return order !== 0 ? order : a.id < b.id ? -1 : 1;
}
