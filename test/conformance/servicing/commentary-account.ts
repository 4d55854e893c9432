import { AccountEventSchema } from '../../../lambdas/rules/servicing/account-event.ts';
import { AccountTermsSchema } from '../../../lambdas/rules/servicing/account-terms.ts';
import { calendarDate } from '../../../lambdas/shared/calendar.ts';
import { lateChargesFirst } from '../../../lambdas/rules/servicing/note-waterfalls.ts';
import { periodicStatement } from '../../../lambdas/rules/servicing/periodic-statement.ts';
import { replay } from '../../../lambdas/rules/servicing/replay.ts';
import type { AccountEvent } from '../../../lambdas/rules/servicing/account-event.ts';
import type { AccountTerms } from '../../../lambdas/rules/servicing/account-terms.ts';
import type { Cents } from '../../../lambdas/shared/money.ts';

/** A loan of equal payments due on the first, as the comments have it, whose note takes late charges first. */
function loanOf(paymentCents: Cents, firstDueOn: string, lateChargeCents?: Cents): AccountTerms {
  const lateCharge = { graceDays: 15, amount: { kind: 'flat', amountCents: lateChargeCents } };
  return AccountTermsSchema.parse({
    note: {
      principalCents: paymentCents * 60,
      periods: { kind: 'equal', perYear: 12, firstDueOn },
      segments: [{ payments: 60, ratePpm: 0, payment: { kind: 'level', overPayments: 60 } }],
    },
    openedOn: '2025-12-02',
    waterfall: lateChargesFirst,
    ...(lateChargeCents === undefined ? {} : { lateCharge }),
  });
}

const paymentsOn = (paidOn: readonly string[], amounts: readonly number[]): AccountEvent[] =>
  paidOn.map((effectiveOn, index) =>
    AccountEventSchema.parse({
      kind: 'payment',
      id: `p${index}`,
      effectiveOn,
      enteredAt: `${effectiveOn}T12:00:00Z`,
      amountCents: amounts[index],
    }),
  );

/** A loan first due on August 1 whose borrower pays the payment on each day. */
export function accountStory(
  paymentCents: Cents,
  lateChargeCents: Cents,
  paidOn: readonly string[],
): { terms: AccountTerms; payments: AccountEvent[] } {
  const terms = loanOf(paymentCents, '2026-08-01', lateChargeCents);
  return {
    terms,
    payments: paymentsOn(
      paidOn,
      paidOn.map(() => paymentCents),
    ),
  };
}

/** The late charges that such an account bears by a day. */
export function lateChargesOf(
  paymentCents: Cents,
  lateChargeCents: Cents,
  paidOn: readonly string[],
  on: string,
): string[] {
  const { terms, payments } = accountStory(paymentCents, lateChargeCents, paidOn);
  return replay(terms, payments, { on: calendarDate(on) }).charges.map(({ id }) => id);
}

/** Payments of 1,000 due from January, less received: what the month's statement shows as unapplied, and of the year. */
export function suspenseStory(received: readonly number[], month: number): [number, number] {
  const terms = loanOf(1_000_00 as Cents, '2026-01-01');
  const events = paymentsOn(['2026-01-01', '2026-02-10', '2026-03-10'], received);
  const day = (of: number) => calendarDate(`2026-0${of}-20`);
  const previousOn = month === 1 ? calendarDate('2025-12-20') : day(month - 1);
  const { pastPayments } = periodicStatement(terms, events, { statementOn: day(month), previousOn });
  return [pastPayments.sinceLast.unappliedCents, pastPayments.yearToDate.unappliedCents];
}
