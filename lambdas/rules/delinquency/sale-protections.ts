import { daysBetween } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

/** How early before a sale an application must be complete: each threshold opens a right. */
const EVALUATED_BEFORE_DAYS = 37; // more than, 41(c)(1), (g)
const APPEAL_BEFORE_DAYS = 90; // or more, 41(e)(1), (h)(1)

export interface SaleProtections {
  /** Days from completion to the sale; absent without a sale, which counts as early enough. */
  daysBeforeSale?: number;
  /** 41(c)(1): the servicer evaluates for every option. */
  mustEvaluate: boolean;
  /** 41(f)(2): no first notice or filing until denied for good, declined, or broken. */
  barsFirstFiling: boolean;
  /** 41(g): no judgment, order of sale or sale until then. */
  barsSale: boolean;
  /** 41(e)(1): how long an offer stays open, at the least. */
  acceptDays?: 7 | 14;
  mayAppeal: boolean;
  citation: '1024.41(b)(3), (c)(1), (e), (f)(2), (g), (h)';
}

/** What a complete application protects from, by how long before a sale it was complete. */
export function protectionsOf(
  completeOn: CalendarDate,
  facts: {
    saleOn?: CalendarDate | undefined;
    referredOn?: CalendarDate | undefined;
    delinquentSinceOn?: CalendarDate | undefined;
  },
): SaleProtections {
  const { saleOn, referredOn } = facts;
  const days = saleOn ? daysBetween(completeOn, saleOn) : undefined;
  const isBefore = (more: number, orEqual: boolean) =>
    days === undefined || days > more || (orEqual && days === more);
  const mustEvaluate = isBefore(EVALUATED_BEFORE_DAYS, false);
  const isEarly = isBefore(APPEAL_BEFORE_DAYS, true);
  const isBeforeReferral = referredOn === undefined || completeOn <= referredOn;
  return {
    ...(days === undefined ? {} : { daysBeforeSale: days }),
    mustEvaluate,
    barsFirstFiling: isBeforeReferral,
    barsSale: mustEvaluate,
    ...(mustEvaluate ? { acceptDays: isEarly ? 14 : 7 } : {}),
    mayAppeal: mustEvaluate && (isEarly || isBeforeReferral),
    citation: '1024.41(b)(3), (c)(1), (e), (f)(2), (g), (h)',
  };
}
