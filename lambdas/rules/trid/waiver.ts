import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

/** A consumer's statement that modifies or waives a waiting period. */
export const WaiverSchema = z.strictObject({
  signedOn: CalendarDateSchema,
  isBonaFidePersonalFinancialEmergency: z.boolean(),
  /** Whether the dated statement describes the emergency and says that it modifies or waives the period. */
  describesEmergency: z.boolean(),
  signedByAllPrimarilyLiable: z.boolean(),
  isPreprintedForm: z.boolean(),
});
export type Waiver = z.infer<typeof WaiverSchema>;

export interface WaiverJudgement {
  isValid: boolean;
  /** What keeps it from being valid. */
  defects: readonly string[];
  citation: '1026.19(e)(1)(v)' | '1026.19(f)(1)(iv)' | '1026.23(e)';
}

/** Whether a waiting period is waived: only after the consumer has the disclosure that starts it. */
export function judgeWaiver(
  waiver: Waiver,
  disclosureReceivedOn: CalendarDate,
  citation: WaiverJudgement['citation'],
): WaiverJudgement {
  const defects = [
    ...(waiver.isBonaFidePersonalFinancialEmergency ? [] : ['no bona fide personal financial emergency']),
    ...(waiver.describesEmergency ? [] : ['the statement does not describe the emergency and the waiver']),
    ...(waiver.signedByAllPrimarilyLiable ? [] : ['not signed by all consumers who are primarily liable']),
    ...(waiver.isPreprintedForm ? ['printed forms are prohibited'] : []),
    ...(waiver.signedOn < disclosureReceivedOn ? ['signed before the disclosure was received'] : []),
  ];
  return { isValid: defects.length === 0, defects, citation };
}
