import { amount, code, count, date, percent, text } from '../binding/value-kinds.ts';
import { at, many, shape } from '../binding/shape.ts';
import { codesOf } from './vocabularies.ts';
import { linkEnd } from './link-end.ts';

const rateChange = shape({
  ...linkEnd,
  rule: at('AdjustmentRuleType', codesOf('AdjustmentRuleType')),
  maximumIncreasePpm: at('PerChangeMaximumIncreaseRatePercent', percent),
  maximumDecreasePpm: at('PerChangeMaximumDecreaseRatePercent', percent),
  ceilingRatePpm: at('PerChangeCeilingRatePercent', percent),
  floorRatePpm: at('PerChangeFloorRatePercent', percent),
  effectiveOn: at('PerChangeRateAdjustmentEffectiveDate', date),
  effectiveMonths: at('PerChangeRateAdjustmentEffectiveMonthsCount', count),
  everyMonths: at('PerChangeRateAdjustmentFrequencyMonthsCount', count),
});

const paymentChange = shape({
  ...linkEnd,
  rule: at('AdjustmentRuleType', codesOf('AdjustmentRuleType')),
  maximumPaymentCents: at('PerChangeMaximumPrincipalAndInterestPaymentAmount', amount),
  minimumPaymentCents: at('PerChangeMinimumPrincipalAndInterestPaymentAmount', amount),
  effectiveMonths: at('PerChangePrincipalAndInterestPaymentAdjustmentEffectiveMonthsCount', count),
  everyMonths: at('PerChangePrincipalAndInterestPaymentAdjustmentFrequencyMonthsCount', count),
});

const index = shape({
  ...linkEnd,
  type: at('IndexType', code),
  typeOther: at('IndexTypeOtherDescription', text),
  source: at('IndexSourceType', code),
  sourceOther: at('IndexSourceTypeOtherDescription', text),
  leadDays: at('InterestAndPaymentAdjustmentIndexLeadDaysCount', count),
});

const rate = 'ADJUSTMENT/INTEREST_RATE_ADJUSTMENT';
const rateForLife = `${rate}/INTEREST_RATE_LIFETIME_ADJUSTMENT_RULE`;
const payment = 'ADJUSTMENT/PRINCIPAL_AND_INTEREST_PAYMENT_ADJUSTMENT';
const paymentForLife = `${payment}/PRINCIPAL_AND_INTEREST_PAYMENT_LIFETIME_ADJUSTMENT_RULE`;

/** URLA L3 and the tables of 1026.38(m) and (n): how the rate and the payment may change. */
export const rateAdjustment = {
  indexes: many(`${rate}/INDEX_RULES/INDEX_RULE`, index),
  marginPpm: at(`${rateForLife}/MarginRatePercent`, percent),
  ceilingRatePpm: at(`${rateForLife}/CeilingRatePercent`, percent),
  ceilingRateFromMonths: at(`${rateForLife}/CeilingRatePercentEarliestEffectiveMonthsCount`, count),
  floorRatePpm: at(`${rateForLife}/FloorRatePercent`, percent),
  firstRateChangeMonths: at(`${rateForLife}/FirstRateChangeMonthsCount`, count),
  firstRateChangePaymentOn: at(`${rateForLife}/FirstRateChangePaymentEffectiveDate`, date),
  rateRounding: at(`${rateForLife}/InterestRateRoundingType`, code),
  rateRoundingPpm: at(`${rateForLife}/InterestRateRoundingPercent`, percent),
  rateChanges: many(
    `${rate}/INTEREST_RATE_PER_CHANGE_ADJUSTMENT_RULES/INTEREST_RATE_PER_CHANGE_ADJUSTMENT_RULE`,
    rateChange,
  ),
  firstPaymentChangeMonths: at(`${paymentForLife}/FirstPrincipalAndInterestPaymentChangeMonthsCount`, count),
  mostPrincipalAndInterestCents: at(`${paymentForLife}/PrincipalAndInterestPaymentMaximumAmount`, amount),
  mostPrincipalAndInterestFromMonths: at(
    `${paymentForLife}/PrincipalAndInterestPaymentMaximumAmountEarliestEffectiveMonthsCount`,
    count,
  ),
  paymentChanges: many(
    `${payment}/PRINCIPAL_AND_INTEREST_PAYMENT_PER_CHANGE_ADJUSTMENT_RULES/PRINCIPAL_AND_INTEREST_PAYMENT_PER_CHANGE_ADJUSTMENT_RULE`,
    paymentChange,
  ),
};
