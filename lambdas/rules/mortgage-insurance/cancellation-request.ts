import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { PaidInstalmentSchema, goodPaymentHistory } from './payment-history.ts';
import { afterEnd } from './after-end.ts';
import { addDays } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { ClockDate } from '../trid/clock-date.ts';
import type { InsuranceEnd } from './after-end.ts';
import type { RuleCheck } from '../ability-to-repay/rule-check.ts';

/** 12 USC 4904(b)(2)(A): calendar days to say why not. */
const DAYS_TO_REFUSE = 30;

export const CancellationRequestSchema = z.strictObject({
  /** When the servicer had the request in writing; absent when there is none in writing. */
  requestedOn: CalendarDateSchema.optional(),
  /** Of high risk when it was made, by the guides or by the lender: no request is granted, 4902(g)(1). */
  isHighRisk: z.boolean().default(false),
  /** When the schedule first reaches 80 %; absent for a loan of high risk. */
  scheduledOn: CalendarDateSchema.optional(),
  /** When payments really made first reached it. */
  reachedOn: CalendarDateSchema.optional(),
  instalments: z.array(PaidInstalmentSchema).max(600),
  isCurrent: z.boolean(),
  /** What the holder asks for, of a type made known in advance, to show that the value has not fallen below the original. */
  valueEvidence: z
    .strictObject({ receivedOn: CalendarDateSchema.optional(), isBelowOriginal: z.boolean().default(false) })
    .optional(),
  /** A certification that the equity bears no subordinate lien, if the holder requires one. */
  lienCertification: z
    .strictObject({
      receivedOn: CalendarDateSchema.optional(),
      hasSubordinateLien: z.boolean().default(false),
    })
    .optional(),
});
export type CancellationRequest = z.output<typeof CancellationRequestSchema>;

export interface CancellationAnswer {
  checks: readonly RuleCheck[];
  /** When insurance is cancelled and what follows; absent while a requirement is open. */
  end?: InsuranceEnd;
  /** When the grounds of a refusal are due. */
  refusalBy?: ClockDate;
}

/** A borrower's request at 80 %, 12 USC 4902(a): granted on the later of the date and the last requirement met. */
export function judgeCancellation(request: CancellationRequest): CancellationAnswer {
  const { requestedOn, valueEvidence, lienCertification } = request;
  const dateOn = [request.scheduledOn, request.reachedOn].filter((each) => each !== undefined).sort()[0];
  const laterOn = latest([dateOn, requestedOn]);
  const checks: RuleCheck[] = [
    check('not-high-risk', !request.isHighRisk, '12 USC 4902(g)(1)'),
    check('written-request', requestedOn !== undefined, '12 USC 4902(a)(1)'),
    check('eighty-percent', dateOn !== undefined, '12 USC 4901(2)'),
    ...(laterOn ? [goodPaymentHistory(request.instalments, laterOn)] : []),
    check('current', request.isCurrent, '12 USC 4902(a)(3)'),
    ...(valueEvidence ? [check('value-evidence', isShown(valueEvidence), '12 USC 4902(a)(4)(A)')] : []),
    ...(lienCertification ? [check('no-lien', isFree(lienCertification), '12 USC 4902(a)(4)(B)')] : []),
  ];
  const met = [requestedOn, valueEvidence?.receivedOn, lienCertification?.receivedOn];
  const on = latest([dateOn, ...met]);
  if (on && checks.every(({ passed }) => passed)) {
    const reason = 'the later of the cancellation date and the day every requirement was met';
    return { checks, end: afterEnd({ on, reason, citation: '12 USC 4902(a)' }, latest(met) ?? on) };
  }
  const from = latest(met);
  if (!requestedOn || !from) return { checks };
  const reason = '30 days after the later of the request and the borrower’s evidence and certification';
  return {
    checks,
    refusalBy: { on: addDays(from, DAYS_TO_REFUSE), reason, citation: '12 USC 4904(b)(2)(A)' },
  };
}

const check = (rule: string, passed: boolean, citation: string): RuleCheck => ({
  rule,
  passed,
  citation,
  used: {},
});

const isShown = ({
  receivedOn,
  isBelowOriginal,
}: NonNullable<CancellationRequest['valueEvidence']>): boolean =>
  receivedOn !== undefined && !isBelowOriginal;

const isFree = ({
  receivedOn,
  hasSubordinateLien,
}: NonNullable<CancellationRequest['lienCertification']>): boolean =>
  receivedOn !== undefined && !hasSubordinateLien;

const latest = (dates: readonly (CalendarDate | undefined)[]): CalendarDate | undefined =>
  dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
