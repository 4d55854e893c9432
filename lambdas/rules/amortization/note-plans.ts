import { cents } from '../../shared/money.ts';
import { ppm } from '../../shared/rate.ts';
import type { AmortizationPlanInput } from './amortization-plan.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { Ppm } from '../../shared/rate.ts';

/** What the plain kinds of note share: a principal, a rate, months, and when the first payment is due. */
export interface NoteTerms {
  principalCents: Cents;
  ratePpm: Ppm;
  months: number;
  firstDueOn?: CalendarDate;
}

/** Monthly, interest by twelfths of a year, as US mortgages are. */
const monthly = ({ firstDueOn }: Pick<NoteTerms, 'firstDueOn'>): AmortizationPlanInput['periods'] => ({
  kind: 'equal',
  perYear: 12,
  ...(firstDueOn ? { firstDueOn } : {}),
});

/** Level payments to the end. */
export function fixedRatePlan(terms: NoteTerms): AmortizationPlanInput {
  const { principalCents, ratePpm, months } = terms;
  const level = { kind: 'level' as const, overPayments: months };
  return {
    principalCents,
    periods: monthly(terms),
    segments: [{ payments: months, ratePpm, payment: level }],
  };
}

/** Interest alone for some months, then level over the rest. */
export function interestOnlyPlan(terms: NoteTerms & { interestOnlyMonths: number }): AmortizationPlanInput {
  const { principalCents, ratePpm, months, interestOnlyMonths } = terms;
  const left = months - interestOnlyMonths;
  return {
    principalCents,
    periods: monthly(terms),
    segments: [
      { payments: interestOnlyMonths, ratePpm, payment: { kind: 'interest-only' } },
      { payments: left, ratePpm, payment: { kind: 'level', overPayments: left } },
    ],
  };
}

/** Level payments as if over `amortizedOverMonths`, the rest due with the last of `months`. */
export function balloonPlan(terms: NoteTerms & { amortizedOverMonths: number }): AmortizationPlanInput {
  const { principalCents, ratePpm, months, amortizedOverMonths } = terms;
  const level = { kind: 'level' as const, overPayments: amortizedOverMonths };
  return {
    principalCents,
    periods: monthly(terms),
    segments: [{ payments: months, ratePpm, payment: level }],
  };
}

/** Rates fixed in advance, each for some months; the payment is found anew at each step over the months left. */
export function stepRatePlan(
  terms: Omit<NoteTerms, 'ratePpm' | 'months'> & { steps: readonly { months: number; ratePpm: Ppm }[] },
): AmortizationPlanInput {
  const { principalCents, steps } = terms;
  const total = steps.reduce((sum, { months }) => sum + months, 0);
  let made = 0;
  const segments = steps.map(({ months, ratePpm }) => {
    const payment = { kind: 'level' as const, overPayments: total - made };
    made += months;
    return { payments: months, ratePpm, payment };
  });
  return { principalCents, periods: monthly(terms), segments };
}

/**
 * Half of the monthly payment every two weeks until the loan is paid: 26 halves are 13 monthly payments a year, so the
 * term gets shorter. Interest is a 26th of a year's.
 */
export function biweeklyPlan(terms: NoteTerms, monthlyPaymentCents: Cents): AmortizationPlanInput {
  const { principalCents, ratePpm, months, firstDueOn } = terms;
  const amountCents = cents(Math.ceil(monthlyPaymentCents / 2));
  const payments = Math.ceil((months * 26) / 12);
  return {
    principalCents,
    periods: { kind: 'equal', perYear: 26, ...(firstDueOn ? { firstDueOn } : {}) },
    segments: [{ payments, ratePpm: ppm(ratePpm), payment: { kind: 'fixed', amountCents } }],
  };
}
