import { cents } from '../../shared/money.ts';
import { interestOf } from '../amortization/amortize.ts';
import { yearFraction } from '../../shared/day-count.ts';
import type { Account } from './account.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { Draft } from './journal-entry.ts';

/** Daily interest that has run up and is unpaid on a day, posted or not. */
export function dailyInterestOn(account: Account, on: CalendarDate): Cents {
  return cents(account.daily.unpaidCents + runningOn(account, on));
}

/** Posts what has run up: before the balance or the rate changes, and before interest is paid. Rounded once a stretch. */
export function postDailyInterest(account: Account, on: CalendarDate, draft: Draft): void {
  if (account.loan.terms.interest.kind !== 'daily' || on <= account.daily.fromOn) return;
  const running = runningOn(account, on);
  draft.post('accrued-interest', 'interest-income', running);
  account.daily = { ...account.daily, unpaidCents: cents(account.daily.unpaidCents + running), fromOn: on };
}

function runningOn({ loan, principalCents, daily }: Account, on: CalendarDate): Cents {
  const { interest } = loan.terms;
  if (interest.kind !== 'daily' || on <= daily.fromOn) return cents(0);
  const ofYear = yearFraction(interest.dayCount, daily.fromOn, on);
  return interestOf(principalCents, daily.ratePpm, { ofYear }, loan.round);
}
