import { cents, roundToCents } from '../../shared/money.ts';
import { halfUp, roundingNamed } from '../../shared/rounding.ts';
import { one, plus, rational, times } from '../../shared/rational.ts';
import { rateOf } from '../../shared/rate.ts';
import { exactLevelPayment, exactLevelPaymentOver } from './level-payment.ts';
import type { AmortizationPlan, Segment } from './amortization-plan.ts';
import type { Cents } from '../../shared/money.ts';
import type { InterestPeriod } from './interest-periods.ts';
import type { Ppm } from '../../shared/rate.ts';
import type { Rational } from '../../shared/rational.ts';

/**
 * The payment from here on: level payments are found from the balance and the periods that are left. Of a level-principal
 * segment it is the principal alone, of an interest-only one nothing: the interest of each period is added by the caller.
 * @param before the payment until now, which a payment cap starts from; undefined at the first segment
 * @param made how many payments of the segment are made: a recast is over as many as are left of its level term
 */
export function segmentPayment(
  plan: AmortizationPlan,
  segment: Segment,
  balance: Cents,
  left: readonly InterestPeriod[],
  before: Cents | undefined,
  made: number,
): Cents {
  const rule = segment.payment;
  if (rule.kind === 'interest-only') return cents(0);
  if (rule.kind === 'fixed') return rule.amountCents;
  const over = Math.max(rule.overPayments - made, 1);
  if (rule.kind === 'level-principal')
    return toStep({ numerator: BigInt(balance), denominator: BigInt(over) }, plan);
  const exact = exactPayment(balance, segment.ratePpm, over, left);
  const level = toStep(exact, plan);
  if (rule.mostIncreasePpm === undefined || before === undefined) return level;
  const most = roundToCents(times(rational(before), plus(one, rateOf(rule.mostIncreasePpm))), halfUp);
  return cents(Math.min(level, most));
}

function exactPayment(balance: Cents, ratePpm: Ppm, over: number, left: readonly InterestPeriod[]): Rational {
  const yearly = rateOf(ratePpm);
  const parts = left.slice(0, over).map(({ levelOfYear }) => levelOfYear);
  const first = parts[0] ?? rational(0);
  const alike = parts.every(
    (part) => part.numerator === first.numerator && part.denominator === first.denominator,
  );
  if (alike) return exactLevelPayment(balance, times(yearly, first), over);
  while (parts.length < over) parts.push(parts.at(-1) ?? first); // beyond the last due date, as the last period
  return exactLevelPaymentOver(
    balance,
    parts.map((part) => times(yearly, part)),
  );
}

function toStep(exactCents: Rational, plan: AmortizationPlan): Cents {
  const step = BigInt(plan.paymentStepCents);
  const steps = roundingNamed(plan.paymentRounding)({
    numerator: exactCents.numerator,
    denominator: exactCents.denominator * step,
  });
  return cents(steps * step);
}
