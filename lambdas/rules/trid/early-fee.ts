import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { feesFrom } from './fee-bar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

/** How a consumer says to go on; silence cannot be documented (comment 19(e)(2)(i)(A)-2). */
const IntentSchema = z.strictObject({
  on: CalendarDateSchema,
  manner: z.enum(['in-person', 'phone', 'email', 'signed-form', 'silence']),
});

export const EarlyFeeSchema = z.strictObject({
  fee: z.enum(['credit-report', 'other']),
  /** For a credit report: bona fide and reasonable in amount. */
  isBonaFideAndReasonable: z.boolean(),
  imposedOn: CalendarDateSchema,
  estimateReceivedOn: CalendarDateSchema.optional(),
  intent: IntentSchema.optional(),
});

export interface FeeJudgement {
  isAllowed: boolean;
  reason: string;
  citation: '1026.19(e)(2)(i)(A)' | '1026.19(e)(2)(i)(B)';
}

/** Whether a fee may be imposed on a day, 1026.19(e)(2)(i); taking a card number imposes it. */
export function judgeEarlyFee(input: z.input<typeof EarlyFeeSchema>): FeeJudgement {
  const { fee, isBonaFideAndReasonable, imposedOn, estimateReceivedOn, intent } = EarlyFeeSchema.parse(input);
  if (fee === 'credit-report' && isBonaFideAndReasonable)
    return {
      isAllowed: true,
      reason: 'a bona fide and reasonable fee for a credit report',
      citation: '1026.19(e)(2)(i)(B)',
    };
  const citation = '1026.19(e)(2)(i)(A)' as const;
  const from = estimateReceivedOn && intentOn(estimateReceivedOn, intent);
  if (!from)
    return { isAllowed: false, reason: 'no intent to proceed after receipt of the Loan Estimate', citation };
  return {
    isAllowed: imposedOn >= from,
    reason: `the consumer received the Loan Estimate and said to proceed on ${from}`,
    citation,
  };
}

function intentOn(
  receivedOn: CalendarDate,
  intent: z.output<typeof IntentSchema> | undefined,
): CalendarDate | undefined {
  if (!intent || intent.manner === 'silence') return undefined;
  return feesFrom(receivedOn, intent.on)?.on;
}

/** Before the Loan Estimate a creditor may ask for any information, but for no document to prove it, (e)(2)(iii). */
export const mayRequire = (what: 'information' | 'verifying-document', estimateProvided: boolean): boolean =>
  what === 'information' || estimateProvided;
