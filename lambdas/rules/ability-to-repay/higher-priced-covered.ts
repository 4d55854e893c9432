import { ppm } from '../../shared/rate.ts';
import type { Lien } from './qm-price-limit.ts';
import type { Ppm } from '../../shared/rate.ts';
import type { RuleCheck } from './rule-check.ts';

/** 1026.43(b)(4)(i), (ii) and (iii). */
const FIRST_LIEN = ppm(15_000);
const SMALL_CREDITOR_FIRST_LIEN = ppm(35_000);
const SUBORDINATE = ppm(35_000);

export interface SpreadFacts {
  lien: Lien;
  aprPpm: Ppm;
  averagePrimeOfferRatePpm: Ppm;
}

/** Passes when the loan is not a higher-priced covered transaction: a qualified mortgage is then in the safe harbor. */
export function safeHarborPrice(facts: SpreadFacts, isSmallCreditorQm: boolean): RuleCheck {
  const { lien, aprPpm, averagePrimeOfferRatePpm } = facts;
  const [limit, part] =
    lien === 'subordinate'
      ? [SUBORDINATE, '(iii)']
      : isSmallCreditorQm
        ? [SMALL_CREDITOR_FIRST_LIEN, '(ii)']
        : [FIRST_LIEN, '(i)'];
  const spreadPpm = aprPpm - averagePrimeOfferRatePpm;
  return {
    rule: 'safe-harbor-price',
    passed: spreadPpm < limit,
    citation: `1026.43(b)(4)${part}`,
    used: { aprPpm, averagePrimeOfferRatePpm, spreadPpm, lessThanPpm: limit },
  };
}
