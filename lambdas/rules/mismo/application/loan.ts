import { amount, code, count, datetime, indicator, percent, text } from '../binding/value-kinds.ts';
import { at, many, shape } from '../binding/shape.ts';
import { codesOf } from './vocabularies.ts';
import { features, noteTerms, qualification, transaction } from './loan-terms.ts';
import { housingExpense } from './borrower.ts';
import { linkEnd } from './link-end.ts';

export const loanIdentifier = shape({
  ...linkEnd,
  identifier: at('LoanIdentifier', text),
  type: at('LoanIdentifierType', codesOf('LoanIdentifierType')),
  typeOther: at('LoanIdentifierTypeOtherDescription', text),
});

export const automatedUnderwriting = shape({
  ...linkEnd,
  caseIdentifier: at('AutomatedUnderwritingCaseIdentifier', text),
  system: at('AutomatedUnderwritingSystemType', codesOf('AutomatedUnderwritingSystemType')),
  systemOther: at('AutomatedUnderwritingSystemTypeOtherDescription', text),
  recommendation: at('AutomatedUnderwritingRecommendationDescription', text),
  decidedAt: at('AutomatedUnderwritingDecisionDatetime', datetime),
});

const purchaseCredit = shape({
  ...linkEnd,
  type: at('PurchaseCreditType', codesOf('PurchaseCreditType')),
  typeOther: at('PurchaseCreditTypeOtherDescription', text),
  source: at('PurchaseCreditSourceType', codesOf('PurchaseCreditSourceType')),
  amountCents: at('PurchaseCreditAmount', amount),
});

const downPayment = shape({
  ...linkEnd,
  amountCents: at('DownPaymentAmount', amount),
  fundsSource: at('FundsSourceType', codesOf('FundsSourceType')),
  fundsSourceOther: at('FundsSourceTypeOtherDescription', text),
  fundsType: at('FundsType', codesOf('FundsType')),
  fundsTypeOther: at('FundsTypeOtherDescription', text),
});

const originationSystem = shape({
  ...linkEnd,
  name: at('LoanOriginationSystemName', text),
  vendor: at('LoanOriginationSystemVendorIdentifier', text),
  version: at('LoanOriginationSystemVersionIdentifier', text),
  loanIdentifier: at('LoanOriginationSystemLoanIdentifier', text),
});

const rateChange = shape({
  ...linkEnd,
  rule: at('AdjustmentRuleType', codesOf('AdjustmentRuleType')),
  maximumIncreasePpm: at('PerChangeMaximumIncreaseRatePercent', percent),
  maximumDecreasePpm: at('PerChangeMaximumDecreaseRatePercent', percent),
  everyMonths: at('PerChangeRateAdjustmentFrequencyMonthsCount', count),
});

const index = shape({
  ...linkEnd,
  type: at('IndexType', code),
  source: at('IndexSourceType', code),
  sourceOther: at('IndexSourceTypeOtherDescription', text),
});

const verification = shape({
  ...linkEnd,
  identifier: at('DU:VerificationReportIdentifier', text),
  supplier: at('DU:VerificationReportSupplierType', text),
  type: at('DU:VerificationReportType', code),
});

const arm = 'ADJUSTMENT/INTEREST_RATE_ADJUSTMENT';

/** URLA 4, L1 to L4: the loan applied for, one behind it (4b) or one of the past. */
export const loan = shape({
  sequence: linkEnd.sequence,
  label: linkEnd.label,
  role: at('@LoanRoleType', codesOf('LoanRoleType')),
  identifiers: many('LOAN_IDENTIFIERS/LOAN_IDENTIFIER', loanIdentifier),
  ...noteTerms,
  ...features,
  indexes: many(`${arm}/INDEX_RULES/INDEX_RULE`, index),
  marginPpm: at(`${arm}/INTEREST_RATE_LIFETIME_ADJUSTMENT_RULE/MarginRatePercent`, percent),
  ceilingRatePpm: at(`${arm}/INTEREST_RATE_LIFETIME_ADJUSTMENT_RULE/CeilingRatePercent`, percent),
  floorRatePpm: at(`${arm}/INTEREST_RATE_LIFETIME_ADJUSTMENT_RULE/FloorRatePercent`, percent),
  firstRateChangeMonths: at(
    `${arm}/INTEREST_RATE_LIFETIME_ADJUSTMENT_RULE/FirstRateChangeMonthsCount`,
    count,
  ),
  rateChanges: many(
    `${arm}/INTEREST_RATE_PER_CHANGE_ADJUSTMENT_RULES/INTEREST_RATE_PER_CHANGE_ADJUSTMENT_RULE`,
    rateChange,
  ),
  ...transaction,
  ...qualification,
  sectionOfAct: at('GOVERNMENT_LOAN/SectionOfActType', code),
  governmentRefinance: at('GOVERNMENT_LOAN/GovernmentRefinanceType', codesOf('GovernmentRefinanceType')),
  isEnergyEfficientHome: at('GOVERNMENT_LOAN/PropertyEnergyEfficientHomeIndicator', indicator),
  proposedHousing: many('HOUSING_EXPENSES/HOUSING_EXPENSE', housingExpense),
  purchaseCredits: many('PURCHASE_CREDITS/PURCHASE_CREDIT', purchaseCredit),
  downPayments: many('DOWN_PAYMENTS/DOWN_PAYMENT', downPayment),
  automatedUnderwritings: many(
    'UNDERWRITING/AUTOMATED_UNDERWRITINGS/AUTOMATED_UNDERWRITING',
    automatedUnderwriting,
  ),
  originationSystems: many('ORIGINATION_SYSTEMS/ORIGINATION_SYSTEM', originationSystem),
  verifications: many(
    'EXTENSION/OTHER/DU:LOAN_EXTENSION/DU:UNDERWRITING_VERIFICATIONS/DU:UNDERWRITING_VERIFICATION',
    verification,
  ),
});
