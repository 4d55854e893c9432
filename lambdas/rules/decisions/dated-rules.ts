import { calendarDate } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

interface DatedRule {
  id: string;
  effectiveOn: CalendarDate;
  source: string;
}

/** The rules of this engine that began within the life of loans now open, each with its first day in force. */
const list = [
  {
    id: 'company-do-not-call-ten-business-days',
    effectiveOn: calendarDate('2025-04-11'),
    source: '47 CFR 64.1200(d)(3), FCC 24-24; 30 calendar days before',
  },
  {
    id: 'revocation-ten-business-days',
    effectiveOn: calendarDate('2025-04-11'),
    source: '47 CFR 64.1200(a)(10), FCC 24-24; a reasonable time before',
  },
  {
    id: 'trigger-lead-limits',
    effectiveOn: calendarDate('2026-03-04'),
    source: 'Public Law 119-36, section 2: the date 180 days after its enactment on September 5, 2025',
  },
  {
    id: 'revocation-of-every-kind',
    effectiveOn: calendarDate('2027-01-31'),
    source: '47 CFR 64.1200(a)(10), the part that FCC DA 26-12 delayed',
  },
] as const satisfies readonly DatedRule[];

export type DatedRuleId = (typeof list)[number]['id'];

export const datedRules: readonly DatedRule[] = list;

export const isInForce = (id: DatedRuleId, on: CalendarDate): boolean =>
  list.some((rule) => rule.id === id && rule.effectiveOn <= on);
