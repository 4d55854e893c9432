import { compareViews } from './compare-views.ts';
import { replay } from './replay.ts';
import type { AccountEvent } from './account-event.ts';
import type { AccountTerms } from './account-terms.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Correction } from './compare-views.ts';
import type { Instant } from '../../shared/clock.ts';

/** When the books are closed: a day, as far as it is known then. */
export interface Closing {
  on: CalendarDate;
  knownAt: Instant;
}

/** A line of the books. It is never edited; what later turns out otherwise is a line of its own. */
export interface BookedEntry extends Correction {
  bookedAt: Instant;
}

/**
 * The books as a ledger that only grows: at each closing the difference between what was booked and what the history now
 * says. All lines up to a closing sum to the balances of its view.
 */
export function journal(
  terms: AccountTerms,
  events: readonly AccountEvent[],
  closings: readonly Closing[],
): BookedEntry[] {
  const booked: BookedEntry[] = [];
  let before: ReturnType<typeof replay> | undefined;
  for (const closing of closings.toSorted((a, b) => (a.knownAt < b.knownAt ? -1 : 1))) {
    const after = replay(terms, events, closing);
    const { corrections } = compareViews(before ?? { ...after, entries: [] }, after);
    booked.push(...corrections.map((each) => ({ ...each, bookedAt: closing.knownAt })));
    before = after;
  }
  return booked;
}
