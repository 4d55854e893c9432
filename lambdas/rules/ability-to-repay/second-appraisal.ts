import { daysBetween } from '../../shared/calendar.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { RuleCheck } from './rule-check.ts';

/** A resale: when and for how much the seller got the property, and what the consumer agreed to. */
export interface Resale {
  sellerAcquiredOn: CalendarDate;
  sellerPriceCents: Cents;
  agreementOn: CalendarDate;
  priceCents: Cents;
}

/** 1026.35(c)(4)(i)(A) and (B): days since the seller bought, and the rise in percent that is still allowed. */
const spans = [
  { throughDays: 90, risePercent: 10, part: '(A)' },
  { throughDays: 180, risePercent: 20, part: '(B)' },
] as const;

/** Passes when one appraisal of a higher-priced mortgage loan is enough. */
export function oneAppraisalIsEnough(resale: Resale): RuleCheck {
  const { sellerPriceCents, priceCents } = resale;
  const days = daysBetween(resale.sellerAcquiredOn, resale.agreementOn);
  const span = spans.find(({ throughDays }) => days <= throughDays);
  const citation = `1026.35(c)(4)(i)${span?.part ?? ''}`;
  if (!span) return { rule: 'second-appraisal', passed: true, citation, used: { days } };
  const { risePercent } = span;
  const passed = priceCents * 100 <= sellerPriceCents * (100 + risePercent);
  const used = { days, sellerPriceCents, priceCents, risePercent };
  return { rule: 'second-appraisal', passed, citation, used };
}
