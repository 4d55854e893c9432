import { AccountEventSchema } from '../../../../lambdas/rules/servicing/account-event.ts';
import { AccountTermsSchema } from '../../../../lambdas/rules/servicing/account-terms.ts';
import { fixedRatePlan } from '../../../../lambdas/rules/amortization/note-plans.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { calendarDate } from '../../../../lambdas/shared/calendar.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';
import type { AccountEvent, AccountEventInput } from '../../../../lambdas/rules/servicing/account-event.ts';
import type { AccountTerms, AccountTermsInput } from '../../../../lambdas/rules/servicing/account-terms.ts';

/** 120,000.00 at 6 % over 360 months: 719.46 a month, with 280.54 for escrow 1,000.00; first due Jan 1 2026. */
export const note = fixedRatePlan({
  principalCents: cents(120_000_00),
  ratePpm: ppm(60_000),
  months: 360,
  firstDueOn: calendarDate('2026-01-01'),
});

export const plainTerms: AccountTermsInput = {
  note,
  openedOn: '2025-12-01',
  escrowCents: 280_54,
  lateCharge: { graceDays: 15, amount: { kind: 'percent', ratePpm: 50_000, of: 'principal-and-interest' } },
  returnedPaymentFeeCents: 25_00,
};

export const termsWith = (more: Partial<AccountTermsInput> = {}): AccountTerms =>
  AccountTermsSchema.parse({ ...plainTerms, ...more });

type Loose<T> = T extends unknown ? Omit<T, 'enteredAt' | 'id'> & { id?: string; enteredAt?: string } : never;

/** Events in order; ids are their places unless given, and each is known on its own day unless said otherwise. */
export const history = (...events: Loose<AccountEventInput>[]): AccountEvent[] =>
  events.map((event, index) =>
    AccountEventSchema.parse({
      id: `e${index}`,
      enteredAt: `${event.effectiveOn}T12:00:00Z`,
      ...event,
    }),
  );

export const paid = (effectiveOn: string, amountCents = 1_000_00, id?: string) => ({
  kind: 'payment' as const,
  effectiveOn,
  amountCents,
  ...(id === undefined ? {} : { id }),
});
