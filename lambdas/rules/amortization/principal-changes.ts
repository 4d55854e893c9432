import { cents } from '../../shared/money.ts';
import { invalid } from '../../shared/errors.ts';
import type { AmortizationPlan } from './amortization-plan.ts';
import type { Cents } from '../../shared/money.ts';

/** What is paid (or, negative, advanced) beside the schedule right after a payment. */
export interface PrincipalChange {
  paidCents: Cents;
  recast: boolean;
}

/** The changes by the number of the payment they follow, several at one place added up. @throws invalid ChangePastEnd */
export function principalChangesOf(plan: AmortizationPlan, count: number): Map<number, PrincipalChange> {
  const found = new Map<number, PrincipalChange>();
  for (const { afterPayment, amountCents, recast } of plan.principalChanges) {
    if (afterPayment >= count) {
      throw invalid('ChangePastEnd', 'principal changes come before the last payment', {
        afterPayment,
        count,
      });
    }
    const before = found.get(afterPayment);
    found.set(afterPayment, {
      paidCents: cents((before?.paidCents ?? 0) + amountCents),
      recast: recast || before?.recast === true,
    });
  }
  return found;
}
