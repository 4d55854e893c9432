import { thresholdsOn } from './thresholds.ts';
import type { CalendarDate } from '../../shared/calendar.ts';
import type { Cents } from '../../shared/money.ts';
import type { RuleCheck } from './rule-check.ts';

/** 1026.35(b)(2)(iii)(B): first-lien covered transactions of the year before that were sold or assigned. */
const MOST_TRANSACTIONS = 2_000;

/** Whether a creditor with its affiliates is small. @throws invalid ThresholdsNotKnown */
export function smallCreditor(
  assetsCents: Cents,
  transactionsSold: number,
  on: CalendarDate,
): RuleCheck | undefined {
  const { smallCreditorAssetsCents: limit, source } = thresholdsOn(on);
  if (limit === undefined) return undefined;
  return {
    rule: 'small-creditor',
    passed: assetsCents < limit && transactionsSold <= MOST_TRANSACTIONS,
    citation: '1026.35(b)(2)(iii)(B), (C)',
    used: { assetsCents, lessThanCents: limit, transactionsSold, atMost: MOST_TRANSACTIONS, source },
  };
}
