import { calendarDate } from '../../shared/calendar.ts';
import { invalid } from '../../shared/errors.ts';
import { pointsAndFeesCap } from './points-and-fees-cap.ts';
import { prepaymentPenaltyAllowed } from './prepayment-penalty.ts';
import { qmPriceLimit } from './qm-price-limit.ts';
import { safeHarborPrice } from './higher-priced-covered.ts';
import type { QualifiedMortgageFacts } from './qualified-mortgage-facts.ts';
import type { RuleCheck } from './rule-check.ts';

export interface QualifiedMortgage {
  isQualified: boolean;
  /** 1026.43(e)(1): what a qualified mortgage is presumed to be; none when it is not one. */
  presumption: 'safe-harbor' | 'rebuttable' | 'none';
  checks: readonly RuleCheck[];
  safeHarbor: RuleCheck;
}

/** 85 FR 86308: the price-based definition, mandatory for applications received from this day. */
const PRICE_BASED_FROM = calendarDate('2022-10-01');
/** 1026.43(e)(2)(ii). */
const LONGEST_TERM_MONTHS = 360;

/** Whether a loan is a qualified mortgage, by every test. @throws invalid RuleNotInForce for an earlier definition */
export function qualifiedMortgage(facts: QualifiedMortgageFacts): QualifiedMortgage {
  if (facts.consummationOn < PRICE_BASED_FROM)
    throw invalid('RuleNotInForce', 'the price-based definition applies from October 1, 2022');
  const isSmall = facts.kind === 'small-creditor';
  const tests = [
    regularPayments(facts),
    term(facts),
    pointsAndFeesTest(facts),
    ...underwriting(facts),
    ...(isSmall ? [portfolio(facts)] : [price(facts)]),
  ];
  const soFar = tests.every(({ passed }) => passed);
  const checks = [...tests, ...penalty(facts, soFar)];
  const isQualified = checks.every(({ passed }) => passed);
  // the special rule for rates that may change early holds for (b)(4) too, for a loan under (e)(2)
  const aprPpm = isSmall ? facts.aprPpm : pricedApr(facts);
  const safeHarbor = safeHarborPrice({ ...facts, aprPpm }, isSmall);
  const presumption = !isQualified ? 'none' : safeHarbor.passed ? 'safe-harbor' : 'rebuttable';
  return { isQualified, presumption, checks, safeHarbor };
}

function regularPayments(facts: QualifiedMortgageFacts): RuleCheck {
  const { hasNegativeAmortization, hasInterestOnly, hasBalloon } = facts;
  const passed = !hasNegativeAmortization && !hasInterestOnly && !hasBalloon;
  const used = { hasNegativeAmortization, hasInterestOnly, hasBalloon };
  return { rule: 'regular-payments', passed, citation: '1026.43(e)(2)(i)', used };
}

function term({ termMonths }: QualifiedMortgageFacts): RuleCheck {
  const used = { termMonths, atMost: LONGEST_TERM_MONTHS };
  return { rule: 'term', passed: termMonths <= LONGEST_TERM_MONTHS, citation: '1026.43(e)(2)(ii)', used };
}

function pointsAndFeesTest(facts: QualifiedMortgageFacts): RuleCheck {
  const { noteAmountCents, totalLoanAmountCents, pointsAndFeesCents } = facts;
  const cap = pointsAndFeesCap(noteAmountCents, totalLoanAmountCents, facts.consummationOn);
  const { tier, capCents, source, citation } = cap;
  const used = { pointsAndFeesCents, noteAmountCents, totalLoanAmountCents, tier, capCents, source };
  return { rule: 'points-and-fees', passed: pointsAndFeesCents <= capCents, citation, used };
}

function underwriting(facts: QualifiedMortgageFacts): RuleCheck[] {
  const { underwrittenByRule, incomeAndDebtsConsideredAndVerified } = facts;
  return [
    {
      rule: 'underwriting-payment',
      passed: underwrittenByRule,
      citation: '1026.43(e)(2)(iv)',
      used: { underwrittenByRule },
    },
    {
      rule: 'consider-and-verify',
      passed: incomeAndDebtsConsideredAndVerified,
      citation: '1026.43(e)(2)(v)',
      used: { incomeAndDebtsConsideredAndVerified },
    },
  ];
}

function price(facts: QualifiedMortgageFacts): RuleCheck {
  const { averagePrimeOfferRatePpm, rateMayChangeWithinFiveYears, noteAmountCents } = facts;
  const { lessThanPpm, source, citation } = qmPriceLimit(facts);
  const aprPpm = pricedApr(facts);
  const spreadPpm = aprPpm - averagePrimeOfferRatePpm;
  const rates = { aprPpm, averagePrimeOfferRatePpm, spreadPpm, lessThanPpm };
  const used = { ...rates, rateMayChangeWithinFiveYears, noteAmountCents, source };
  return { rule: 'price', passed: spreadPpm < lessThanPpm, citation, used };
}

function portfolio({ isSmallCreditor, isHeldInPortfolio }: QualifiedMortgageFacts): RuleCheck {
  return {
    rule: 'small-creditor-portfolio',
    passed: isSmallCreditor && isHeldInPortfolio,
    citation: '1026.43(e)(5)(i)',
    used: { isSmallCreditor, isHeldInPortfolio },
  };
}

function penalty(facts: QualifiedMortgageFacts, isQualifiedMortgage: boolean): RuleCheck[] {
  const { prepaymentPenalty, isFixedRate, isHigherPricedMortgageLoan: isHigherPriced } = facts;
  if (!prepaymentPenalty) return [];
  const terms = { penalty: prepaymentPenalty, isFixedRate, isQualifiedMortgage, isHigherPriced };
  return [prepaymentPenaltyAllowed(terms)];
}

/** 1026.43(e)(2)(vi): a rate that may change within five years is taken at its highest of those years. */
const pricedApr = ({ rateMayChangeWithinFiveYears, shortResetAprPpm, aprPpm }: QualifiedMortgageFacts) =>
  (rateMayChangeWithinFiveYears ? shortResetAprPpm : undefined) ?? aprPpm;
