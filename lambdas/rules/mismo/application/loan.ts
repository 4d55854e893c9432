import { amount, code, date, datetime, indicator, text } from '../binding/value-kinds.ts';
import { at, many, shape } from '../binding/shape.ts';
import { codesOf } from './vocabularies.ts';
import { features, noteTerms, qualification, transaction } from './loan-terms.ts';
import { housingExpense } from './borrower.ts';
import { linkEnd } from './link-end.ts';
import { rateAdjustment } from './rate-adjustment.ts';

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

const verification = shape({
  ...linkEnd,
  identifier: at('DU:VerificationReportIdentifier', text),
  supplier: at('DU:VerificationReportSupplierType', text),
  type: at('DU:VerificationReportType', code),
});

/** URLA 4, L1 to L4: the loan applied for, one behind it (4b) or one of the past. */
export const loan = shape({
  sequence: linkEnd.sequence,
  label: linkEnd.label,
  role: at('@LoanRoleType', codesOf('LoanRoleType')),
  identifiers: many('LOAN_IDENTIFIERS/LOAN_IDENTIFIER', loanIdentifier),
  /** A file may have one loan twice: as at its closing and as it is now. */
  state: at('LOAN_STATE/LoanStateType', code),
  stateOn: at('LOAN_STATE/LoanStateDate', date),
  ...noteTerms,
  ...features,
  ...rateAdjustment,
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
