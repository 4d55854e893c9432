import { describe, expect, it } from 'vitest';
import {
  RateStepsSchema,
  highestEarlyRate,
  repaymentPayment,
  underwritingPayments,
} from '../../../../lambdas/rules/ability-to-repay/qualifying-payment.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { ppm } from '../../../../lambdas/shared/rate.ts';

const LOAN = cents(20_000_000);
const rates = (start: number, indexed: number) => ({
  introductoryRatePpm: ppm(start),
  fullyIndexedRatePpm: ppm(indexed),
});

describe('the payment that repayment is judged by', () => {
  it('is at the fully indexed rate, or the introductory one if that is higher', () => {
    const loan = { kind: 'amortizing' as const, loanAmountCents: LOAN, months: 360 };
    expect(repaymentPayment({ ...loan, ...rates(50_000, 75_000) }).ratePpm).toBe(75_000);
    expect(repaymentPayment({ ...loan, ...rates(75_000, 50_000) }).ratePpm).toBe(75_000);
    expect(repaymentPayment({ ...loan, introductoryRatePpm: ppm(60_000) }).paymentCents).toBe(119_910);
  });

  it('after interest-only is over the months left', () => {
    const loan = {
      kind: 'interest-only' as const,
      loanAmountCents: LOAN,
      months: 360,
      interestOnlyMonths: 60,
    };
    expect(repaymentPayment({ ...loan, ...rates(60_000, 60_000) })).toMatchObject({
      months: 300,
      paymentCents: 128_860,
    });
  });

  it('of a qualified mortgage is at the highest rate of five years, the 60th due date among them', () => {
    const steps = (after: number) => [
      { afterPayments: 0, ratePpm: ppm(50_000) },
      { afterPayments: after, ratePpm: ppm(70_000) },
    ];
    expect(highestEarlyRate(steps(60))).toBe(70_000);
    expect(highestEarlyRate(steps(61))).toBe(50_000);
  });

  it('over the whole term is never less than from the change on', () => {
    const steps = [
      { afterPayments: 0, ratePpm: ppm(50_000) },
      { afterPayments: 36, ratePpm: ppm(70_000) },
    ];
    const { overTerm, fromChange } = underwritingPayments(LOAN, 360, steps);
    expect(fromChange.months).toBe(324);
    expect(fromChange.balanceCents).toBeLessThan(LOAN);
    expect(overTerm.paymentCents).toBeGreaterThanOrEqual(fromChange.paymentCents);
  });

  it('needs the rate from the start', () => {
    expect(RateStepsSchema.safeParse([{ afterPayments: 12, ratePpm: 50_000 }]).success).toBe(false);
  });
});
