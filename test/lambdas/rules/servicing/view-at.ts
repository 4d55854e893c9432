import { expect } from 'vitest';
import { breachesOf } from '../../../../lambdas/rules/servicing/account-view.ts';
import { calendarDate } from '../../../../lambdas/shared/calendar.ts';
import { replay } from '../../../../lambdas/rules/servicing/replay.ts';
import { termsWith } from './accounts.ts';
import type { AccountEvent } from '../../../../lambdas/rules/servicing/account-event.ts';
import type { AccountTerms } from '../../../../lambdas/rules/servicing/account-terms.ts';
import type { AccountView } from '../../../../lambdas/rules/servicing/account-view.ts';

/** The account on a day, whose ledger is held to balance each time. */
export function viewAt(
  events: readonly AccountEvent[],
  day: string,
  terms: AccountTerms = termsWith(),
): AccountView {
  const view = replay(terms, events, { on: calendarDate(day) });
  expect(breachesOf(view)).toEqual([]);
  return view;
}
