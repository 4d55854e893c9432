import * as z from 'zod';
import { CalendarDateSchema, CentsSchema, NonNegativeCentsSchema } from '../../shared/value-schemas.ts';
import { cents } from '../../shared/money.ts';
import { paidOn } from './disbursements.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';

/** 1024.17(k)(1), (2): further behind, the duty to pay and to advance ends. */
const MOST_DAYS_OVERDUE = 30;

export const DisbursementFactsSchema = z.strictObject({
  amountCents: NonNegativeCentsSchema,
  deadlineOn: CalendarDateSchema,
  discountUntilOn: CalendarDateSchema.optional(),
  balanceCents: CentsSchema,
  daysOverdue: z.int().nonnegative().default(0),
  /** How the payee bills it: a choice between one sum and instalments, and what speaks for each. */
  instalments: z
    .strictObject({ discountForOneSum: z.boolean(), chargeForInstalments: z.boolean() })
    .optional(),
});
export type DisbursementFacts = z.output<typeof DisbursementFactsSchema>;

export interface DisbursementDuty {
  mustPay: boolean;
  /** The last day to pay: a discount's when it comes first and the servicer takes it, else the deadline's. */
  payBy: CalendarDate;
  /** What the servicer lays out of its own when the account does not hold enough. */
  advanceCents: Cents;
  /** Before asking for the advance back: an analysis (f)(1)(ii). */
  needsAnalysisBeforeRepayment: boolean;
  /** Whether one sum for the year is open to the servicer, or instalments are required. */
  method: 'as-billed' | 'instalments' | 'either';
  reason: string;
  citation: string;
}

/** Whether and when a bill is paid from the account, and what must be advanced, 1024.17(k). */
export function disbursementDuty(facts: DisbursementFacts): DisbursementDuty {
  const { amountCents, balanceCents, daysOverdue } = facts;
  const mustPay = daysOverdue <= MOST_DAYS_OVERDUE;
  const missing = cents(Math.max(0, amountCents - Math.max(0, balanceCents)));
  const advanceCents = mustPay ? missing : cents(0);
  return {
    mustPay,
    payBy: paidOn(facts),
    advanceCents,
    needsAnalysisBeforeRepayment: advanceCents > 0,
    method: methodOf(facts),
    reason: mustPay
      ? 'on or before the deadline, with the servicer’s own funds if need be'
      : 'the payment is more than 30 days overdue: no duty to pay or advance',
    citation: '1024.17(k)(1), (2)',
  };
}

/** 1024.17(k)(3): instalments, unless one sum brings a discount or instalments cost more. */
function methodOf({ instalments }: DisbursementFacts): DisbursementDuty['method'] {
  if (!instalments) return 'as-billed';
  return instalments.discountForOneSum || instalments.chargeForInstalments ? 'either' : 'instalments';
}
