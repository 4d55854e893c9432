import { accountOn, advance } from './replay.ts';
import {
  addBusinessDays,
  regXServicingDay,
  regZGeneralDays,
  weekdayOffice,
} from '../../shared/business-days.ts';
import { addDays, daysBetween } from '../../shared/calendar.ts';
import { cents, sumCents } from '../../shared/money.ts';
import { invalid } from '../../shared/errors.ts';
import { owedOn } from './account.ts';
import { payoffAmounts } from './payoff.ts';
import type { AccountEvent } from './account-event.ts';
import type { AccountTerms } from './account-terms.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { Instant } from '../../shared/clock.ts';
import type { OfficeDays } from '../../shared/business-days.ts';
import type { PayoffAmounts } from './payoff.ts';

export interface PayoffRequest {
  /** The first day the quote is for; what is effective later is left out. */
  payoffOn: CalendarDate;
  /** The last day it is good for, 60 days on at most. */
  goodThroughOn: CalendarDate;
  knownAt?: Instant;
  /** When the written request came, and when the lender's offices are open: for the deadline. */
  requestedOn?: CalendarDate;
  office?: OfficeDays;
  /** Costs of paying off, such as recording the release, each by its own name. */
  costs?: readonly { name: string; amountCents: Cents }[];
}

export interface PayoffQuote extends PayoffAmounts {
  payoffOn: CalendarDate;
  goodThroughOn: CalendarDate;
  charges: readonly { id: string; name: string; owedCents: Cents }[];
  costs: readonly { name: string; amountCents: Cents }[];
  /** Each day's total, costs included: interest grows, and a late charge may fall due. */
  totals: readonly { on: CalendarDate; interestCents: Cents; chargesCents: Cents; totalCents: Cents }[];
  /** 12 CFR 1026.36(c)(3): within seven business days of the request; undefined without one. */
  statementDueBy?: CalendarDate;
  /** What is left in escrow, and by when it is returned if the loan is paid on `payoffOn` (12 CFR 1024.34(a)). */
  escrowCents: Cents;
  escrowReturnedBy: CalendarDate;
}

const LONGEST_QUOTE_DAYS = 60;

/**
 * An accurate statement of what pays the loan off, day by day (12 CFR 1026.36(c)(3)).
 * @throws invalid DatesOutOfOrder, QuoteTooLong
 */
export function payoffQuote(
  terms: AccountTerms,
  events: readonly AccountEvent[],
  request: PayoffRequest,
): PayoffQuote {
  const { payoffOn, goodThroughOn, knownAt, requestedOn, costs = [] } = request;
  const days = daysBetween(payoffOn, goodThroughOn);
  if (days < 0) throw invalid('DatesOutOfOrder', 'a quote is good through its first day at least', { days });
  if (days > LONGEST_QUOTE_DAYS)
    throw invalid('QuoteTooLong', 'a quote is good for 60 days at most', { days });
  const account = accountOn(terms, events, { on: payoffOn, ...(knownAt ? { knownAt } : {}) });
  const first = payoffAmounts(account, payoffOn);
  const costsCents = sumCents(costs.map(({ amountCents }) => amountCents));
  const charges = account.charges
    .map((charge) => ({ id: charge.id, name: charge.name, owedCents: owedOn(charge) }))
    .filter(({ owedCents }) => owedCents > 0);
  const { escrowCents } = account;
  const totals = Array.from({ length: days + 1 }, (_, day) => {
    const on = addDays(payoffOn, day);
    advance(account, [], on);
    const { interestCents, chargesCents, totalCents } = payoffAmounts(account, on);
    return { on, interestCents, chargesCents, totalCents: cents(totalCents + costsCents) };
  });
  const counts = regZGeneralDays(request.office ?? weekdayOffice);
  return {
    payoffOn,
    goodThroughOn,
    ...first,
    totalCents: cents(first.totalCents + costsCents),
    charges,
    costs,
    totals,
    ...(requestedOn ? { statementDueBy: addBusinessDays(requestedOn, 7, counts) } : {}),
    escrowCents,
    escrowReturnedBy: addBusinessDays(payoffOn, 20, regXServicingDay),
  };
}
