import { cents } from '../../shared/money.ts';
import { daysOfPeriod } from './days-of-period.ts';
import { interestFromOn } from './loan-periods.ts';
import { interestOf } from '../amortization/amortize.ts';
import { postDailyInterest } from './daily-interest.ts';
import { segmentInForce } from './course.ts';
import { takeFromSuspense } from './account.ts';
import type { Account } from './account.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { Draft } from './journal-entry.ts';

/** Held money pays principal down beside the schedule. The caller asks for no more than the principal not yet asked for. */
export function curtail(account: Account, amountCents: Cents, on: CalendarDate, draft: Draft): void {
  postDailyInterest(account, on, draft);
  takeFromSuspense(account, amountCents);
  account.addedInterestCents = cents(account.addedInterestCents + interestToDate(account, amountCents, on));
  account.principalCents = cents(account.principalCents - amountCents);
  draft.post('suspense', 'principal', amountCents);
}

/** What the amount has borne since its period began, where the note charges it to the day. */
function interestToDate(
  { loan, nextIndex, rateChanges }: Account,
  amountCents: Cents,
  on: CalendarDate,
): Cents {
  const { interest } = loan.terms;
  if (interest.kind === 'daily' || interest.curtailedPeriod === 'whole-period' || nextIndex >= loan.count)
    return cents(0);
  const from = interestFromOn(loan, nextIndex);
  if (on <= from) return cents(0);
  const { ratePpm } = segmentInForce(loan, rateChanges, nextIndex).segment;
  return interestOf(
    amountCents,
    ratePpm,
    { ofYear: daysOfPeriod(loan, interest.dayCount, nextIndex, from, on) },
    loan.round,
  );
}
