import * as z from 'zod';
import { cents } from '../../shared/money.ts';
import { invalid } from '../../shared/errors.ts';
import type { BalanceFinding, Option, RepaymentAction, SurplusAction } from './repayment-options.ts';
import type { Cents } from '../../shared/money.ts';

const RepaymentChoiceSchema = z.strictObject({
  action: z.enum(['leave', 'repay-once', 'repay-over-time', 'by-loan-documents']),
  /** Equal payments; the least that the rule allows over a year when absent. */
  payments: z.int().min(2).max(1_300).optional(),
});

/** What the servicer decides; each part has a lawful default. */
export const EscrowChoiceSchema = z.strictObject({
  surplus: z.enum(['refund', 'credit', 'retain']).optional(),
  shortage: RepaymentChoiceSchema.optional(),
  deficiency: RepaymentChoiceSchema.optional(),
});
export type EscrowChoice = z.output<typeof EscrowChoiceSchema>;

/** How one difference is settled. */
export interface Settlement<A extends string> extends Option<A> {
  amountCents: Cents;
  /** Equal payments, and what each is; cents that do not divide are not asked for. */
  payments?: number;
  perPaymentCents?: Cents;
}

export interface Settlements {
  surplus?: Settlement<SurplusAction>;
  shortage?: Settlement<RepaymentAction>;
  deficiency?: Settlement<RepaymentAction>;
}

/** Holds the servicer's choice against what the rule allows. @throws invalid RepaymentNotAllowed */
export function settle(finding: BalanceFinding, choice: EscrowChoice, paymentsPerYear: number): Settlements {
  const { surplusOptions, shortageOptions, deficiencyOptions } = finding;
  const surplus = chosen('surplus', surplusOptions, choice.surplus);
  const shortage = chosen('shortage', shortageOptions, choice.shortage?.action);
  const deficiency = chosen('deficiency', deficiencyOptions, choice.deficiency?.action);
  const year = paymentsPerYear;
  return {
    ...(surplus
      ? {
          surplus:
            surplus.action === 'credit'
              ? overTime(surplus, finding.surplusCents, year)
              : { ...surplus, amountCents: finding.surplusCents },
        }
      : {}),
    ...(shortage
      ? { shortage: repaid(shortage, finding.shortageCents, choice.shortage?.payments ?? year) }
      : {}),
    ...(deficiency
      ? { deficiency: repaid(deficiency, finding.deficiencyCents, choice.deficiency?.payments ?? year) }
      : {}),
  };
}

function chosen<A extends string>(
  what: string,
  options: readonly Option<A>[],
  action: A | undefined,
): Option<A> | undefined {
  if (options.length === 0) return undefined;
  const option = action === undefined ? options[0] : options.find((each) => each.action === action);
  if (option) return option;
  const allowed = options.map((each) => each.action).join(', ');
  throw invalid('RepaymentNotAllowed', `a ${what} of this size is settled by: ${allowed}`, { what });
}

function repaid(
  option: Option<RepaymentAction>,
  amount: Cents,
  payments: number,
): Settlement<RepaymentAction> {
  if (option.action !== 'repay-over-time') return { ...option, amountCents: amount };
  const least = option.leastPayments ?? 1;
  if (payments < least)
    throw invalid('RepaymentNotAllowed', `at least ${least} equal payments (${option.citation})`, { least });
  return overTime(option, amount, payments);
}

const overTime = <A extends string>(
  option: Option<A>,
  amountCents: Cents,
  payments: number,
): Settlement<A> => ({
  ...option,
  amountCents,
  payments,
  perPaymentCents: cents(Math.floor(amountCents / payments)),
});
