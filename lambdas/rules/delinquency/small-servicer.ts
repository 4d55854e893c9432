import * as z from 'zod';
import { addMonths, dateOf, partsOf } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

/** 1026.41(e)(4)(ii)(A). */
const MOST_LOANS = 5_000;
/** 1026.41(e)(4)(iii): time to comply, or until the next January 1, whichever is later. */
const GRACE_MONTHS = 6;

export const SmallServicerFactsSchema = z.strictObject({
  /** Loans serviced with affiliates, those left out of the count not among them: voluntary without fees, reverse, timeshare, seller-financed. */
  loans: z.int().nonnegative(),
  /** Of these, neither owned nor originated by the servicer or an affiliate. */
  loansOfOthers: z.int().nonnegative(),
  isHousingFinanceAgency: z.boolean().default(false),
});
export type SmallServicerFacts = z.output<typeof SmallServicerFactsSchema>;

export interface SmallServicerAnswer {
  isSmall: boolean;
  reason: string;
  citation: string;
}

/** Whether a servicer is small as of January 1, 1026.41(e)(4)(ii). */
export function smallServicer(facts: SmallServicerFacts): SmallServicerAnswer {
  if (facts.isHousingFinanceAgency)
    return { isSmall: true, reason: 'a housing finance agency', citation: '1026.41(e)(4)(ii)(B)' };
  const isSmall = facts.loans <= MOST_LOANS && facts.loansOfOthers === 0;
  const reason = isSmall
    ? '5,000 loans or fewer, all owned or originated'
    : facts.loans > MOST_LOANS
      ? 'more than 5,000 loans'
      : 'services a loan that it neither owns nor originated';
  return { isSmall, reason, citation: '1026.41(e)(4)(ii)(A)' };
}

/** When a servicer that ceases to be small complies: six months after, or the next January 1 if later (e)(4)(iii). */
export function compliesFrom(ceasedOn: CalendarDate): CalendarDate {
  const months = addMonths(ceasedOn, GRACE_MONTHS);
  const january = dateOf(partsOf(ceasedOn).year + 1, 1, 1);
  return months > january ? months : january;
}
