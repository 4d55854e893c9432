import { cents } from '../../shared/money.ts';
import { unpaidOf } from './account.ts';
import type { Account, Instalment } from './account.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

/** Moves instalments that are paid in full aside, and closes the loan when nothing is owed of it. */
export function settlePaid(account: Account, on: CalendarDate): void {
  const { principalCents, deferredCents, daily } = account;
  const isRepaid = principalCents === 0 && deferredCents === 0 && daily.unpaidCents === 0;
  const isDaily = account.loan.terms.interest.kind === 'daily';
  if (account.open.some((each) => unpaidOf(each) === 0) || (isDaily && isRepaid)) {
    const open: Instalment[] = [];
    for (const instalment of account.open) {
      if (isDaily && isRepaid) instalment.unpaid = { ...instalment.unpaid, principalCents: cents(0) };
      if (unpaidOf(instalment) > 0) open.push(instalment);
      else account.settled.push({ ...instalment, paidOn: on });
    }
    account.open = open;
  }
  if (!account.open.some(({ dueOn }) => dueOn <= on)) account.lateChargesTakenCents = cents(0);
  if (isRepaid && account.open.length === 0) account.paidOffOn ??= on;
}
