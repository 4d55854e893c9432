import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { CushionLimitSchema, cushionOf } from './cushion.ts';
import { EscrowItemSchema } from './escrow-item.ts';
import { cycleMonths, yearlyTotal } from './yearly-total.ts';
import { dividedBy, rational } from '../../shared/rational.ts';
import { halfUp, roundingNamed, roundingNames } from '../../shared/rounding.ts';
import { monthFlows, paymentsByMonth } from './month-flows.ts';
import { occurrences } from './disbursements.ts';
import { roundToCents } from '../../shared/money.ts';
import { targetBalances } from './trial-balance.ts';
import type { Cents } from '../../shared/money.ts';
import type { Cushion } from './cushion.ts';
import type { EscrowItem } from './escrow-item.ts';
import type { TargetBalances } from './trial-balance.ts';

/** What an account holds money for, and how it is paid into. */
export const AccountTermsSchema = z.strictObject({
  /** When the first payment of the computation year is due; rows are calendar months from here. */
  firstPaymentOn: CalendarDateSchema,
  /** 1024.17(a): other than monthly, the rules are modified accordingly. */
  paymentsPerYear: z.literal([12, 24, 26, 52]).default(12),
  items: z.array(EscrowItemSchema).min(1).max(60),
  cushionLimits: z.array(CushionLimitSchema).max(20).default([]),
  paymentRounding: z.enum(roundingNames).default('half-up'),
});
export type AccountTerms = z.output<typeof AccountTermsSchema>;

export interface Projection extends TargetBalances {
  /** The estimated total of a year's disbursements, to the nearest cent. */
  yearlyCents: Cents;
  /** Each payment without repayment of a shortage: a twelfth of the year's total when paid monthly. */
  paymentCents: Cents;
  /** A twelfth of the year's total whatever the payment period: what shortages are measured by. */
  monthlyCents: Cents;
  paymentsByMonth: readonly number[];
  cushion: Cushion;
}

/** The account as a whole over its cycle: aggregate accounting, 1024.17(c)(4) and (d). */
export function projectAccount(terms: AccountTerms): Projection {
  return projectItems(terms.items, terms, cycleMonths(terms.items));
}

/** Any of the items by themselves: one of them is single-item accounting. */
export function projectItems(items: readonly EscrowItem[], terms: AccountTerms, months: number): Projection {
  const { firstPaymentOn, paymentsPerYear, cushionLimits } = terms;
  const round = roundingNamed(terms.paymentRounding);
  const found = occurrences(items, firstPaymentOn, months);
  const yearly = yearlyTotal(items, found);
  const paymentCents = roundToCents(dividedBy(yearly, rational(paymentsPerYear)), round);
  const cushioned = items.filter(({ isCushioned }) => isCushioned);
  const isAll = cushioned.length === items.length;
  const cushion = cushionOf(isAll ? yearly : yearlyTotal(cushioned, found), cushionLimits);
  const counts = paymentsByMonth(firstPaymentOn, paymentsPerYear, months);
  const flows = monthFlows(found, firstPaymentOn, counts, paymentCents);
  return {
    ...targetBalances(flows, cushion.amountCents),
    yearlyCents: roundToCents(yearly, halfUp),
    paymentCents,
    monthlyCents: roundToCents(dividedBy(yearly, rational(12)), round),
    paymentsByMonth: counts,
    cushion,
  };
}
