import { cents } from '../../shared/money.ts';
import { addMonths } from '../../shared/calendar.ts';
import { unpaidOf } from './account.ts';
import type { AccountView } from './account-view.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { Instalment } from './account.ts';

/** What 12 CFR 1026.41(d)(8) adds to a statement of an account more than 45 days delinquent; the notices are words. */
export interface DelinquencyBlock {
  /** (d)(8)(i) */
  delinquentSinceOn: CalendarDate;
  daysDelinquent: number;
  /** (d)(8)(iii): six months, or since the account was last current if that is shorter. */
  history: readonly { dueOn: CalendarDate; unpaidCents: Cents; paidOn?: CalendarDate }[];
  /** (d)(8)(vi): what brings the account current, and what is held towards it. */
  toBringCurrentCents: Cents;
  heldCents: Cents;
}

/** @returns undefined for an account not more than 45 days delinquent */
export function delinquencyBlock(view: AccountView): DelinquencyBlock | undefined {
  const [oldest] = view.pastDue;
  if (!oldest || view.daysDelinquent <= 45) return undefined;
  const history = [...lateRun(view, oldest), ...view.pastDue]
    .filter(({ dueOn }) => dueOn > addMonths(view.asOf.on, -6))
    .map((each) => ({
      dueOn: each.dueOn,
      unpaidCents: unpaidOf(each),
      ...(each.paidOn === undefined ? {} : { paidOn: each.paidOn }),
    }));
  return {
    delinquentSinceOn: oldest.dueOn,
    daysDelinquent: view.daysDelinquent,
    history,
    toBringCurrentCents: cents(view.pastDueCents + view.chargesOwedCents),
    heldCents: view.suspenseCents,
  };
}

/** The instalments paid since the account was last current: each was paid when the next was already due. */
function lateRun({ settled }: AccountView, oldest: Instalment): Instalment[] {
  const run: Instalment[] = [];
  let next = oldest;
  for (const paid of settled.toReversed()) {
    if (paid.paidOn === undefined || paid.paidOn < next.dueOn) break;
    run.unshift(paid);
    next = paid;
  }
  return run;
}
