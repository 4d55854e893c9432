import * as z from 'zod';
import { CalendarDateSchema } from '../../shared/value-schemas.ts';
import { CreditActionSchema, judgeAction } from './adverse-action.ts';
import { addDays } from '../../shared/calendar.ts';
import type { AdverseActionJudgement } from './adverse-action.ts';
import type { ClockDate } from '../trid/clock-date.ts';

/** 1002.9(a)(1)(iii), calendar days. */
const ACCOUNT_DAYS = 30;

export const AccountActionSchema = z.strictObject({
  action: CreditActionSchema,
  takenOn: CalendarDateSchema,
});
export type AccountAction = z.infer<typeof AccountActionSchema>;

/** Whether an action on an existing account is adverse, and by when the account holder is told. */
export function accountNotice({ action, takenOn }: AccountAction): {
  judgement: AdverseActionJudgement;
  noticeBy?: ClockDate;
} {
  const judgement = judgeAction(action);
  if (!judgement.isAdverse) return { judgement };
  const reason = '30 days after adverse action on an existing account';
  return {
    judgement,
    noticeBy: { on: addDays(takenOn, ACCOUNT_DAYS), reason, citation: '1002.9(a)(1)(iii)' },
  };
}
