import { addMonths, daysBetween } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

export interface FirstPeriodJudgement {
  /** Days beyond a regular month before the first payment; negative when the first period is shorter. */
  daysLonger: number;
  /** Whether payment schedule, finance charge and rate may be figured as if the period were regular. */
  mayDisregard: boolean;
  citation: '1026.17(c)(4)(i)' | '1026.17(c)(4)(ii)' | '1026.17(c)(4)(iii)';
}

/** How much shorter or longer a first period may be, by the term of the loan, 12 CFR 1026.17(c)(4). */
const limits = [
  { underMonths: 12, shorter: 6, longer: 13, citation: '1026.17(c)(4)(i)' },
  { underMonths: 120, shorter: 11, longer: 21, citation: '1026.17(c)(4)(ii)' },
  { underMonths: Infinity, shorter: Infinity, longer: 32, citation: '1026.17(c)(4)(iii)' },
] as const;

/** Whether the odd first period of a loan with monthly payments is a minor irregularity that disclosures may ignore. */
export function judgeFirstPeriod(
  termMonths: number,
  interestFromOn: CalendarDate,
  firstDueOn: CalendarDate,
): FirstPeriodJudgement {
  const daysLonger = daysBetween(interestFromOn, addMonths(firstDueOn, -1));
  const limit = limits.find(({ underMonths }) => termMonths < underMonths) ?? limits[2];
  const mayDisregard = daysLonger <= limit.longer && daysLonger >= -limit.shorter;
  return { daysLonger, mayDisregard, citation: limit.citation };
}
