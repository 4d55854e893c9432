import { aboutVersion } from '../application/application.ts';
import { amount, code, count, date, indicator, percent, text } from '../binding/value-kinds.ts';
import { at, many, one, shape } from '../binding/shape.ts';
import { automatedUnderwriting, loanIdentifier } from '../application/loan.ts';
import { cashToCloseItem, projectedPayment, propertyCost, sectionSummary } from './disclosure-tables.ts';
import { closingAdjustment, closingFunds, escrowItem, fee, prepaid, proration } from './costs.ts';
import { features, noteTerms } from '../application/loan-terms.ts';
import { linkEnd } from '../application/link-end.ts';
import { party } from '../application/party.ts';
import { property } from '../application/property.ts';
import { rateAdjustment } from '../application/rate-adjustment.ts';
import type { ModelOf } from '../binding/shape.ts';

const detail = 'CLOSING_INFORMATION/CLOSING_INFORMATION_DETAIL';
const disclosure = 'DOCUMENT_SPECIFIC_DATA_SETS/DOCUMENT_SPECIFIC_DATA_SET/INTEGRATED_DISCLOSURE';
const figures = 'FEE_INFORMATION/FEES_SUMMARY/FEE_SUMMARY_DETAIL';
const highCost = 'HIGH_COST_MORTGAGES/HIGH_COST_MORTGAGE';

const lateChargeRule = shape({
  type: at('gse:LateChargeType', code),
  amountCents: at('gse:LateChargeAmount', amount),
  ratePpm: at('gse:LateChargeRatePercent', percent),
  graceDays: at('gse:LateChargeGracePeriodDaysCount', count),
});

/** The loan as its Closing Disclosure shows it. */
export const closingLoan = shape({
  ...linkEnd,
  role: at('@LoanRoleType', code),
  ...noteTerms,
  ...features,
  ...rateAdjustment,
  identifiers: many('LOAN_IDENTIFIERS/LOAN_IDENTIFIER', loanIdentifier),
  quotedRatePpm: at(
    'LOAN_PRODUCT/LOAN_PRICE_QUOTES/LOAN_PRICE_QUOTE/LOAN_PRICE_QUOTE_DETAIL/LoanPriceQuoteInterestRatePercent',
    percent,
  ),
  rateMayIncrease: at('LOAN_DETAIL/InterestRateIncreaseIndicator', indicator),
  amountMayIncrease: at('LOAN_DETAIL/LoanAmountIncreaseIndicator', indicator),
  paymentMayIncrease: at('LOAN_DETAIL/PaymentIncreaseIndicator', indicator),
  hasSeasonalPayments: at('LOAN_DETAIL/SeasonalPaymentFeatureIndicator', indicator),
  isSubordinateFinancingNew: at(
    'LOAN_DETAIL/EXTENSION/OTHER/gse:SubordinateFinancingIsNewIndicator',
    indicator,
  ),
  allowsPartialPayments: at('PAYMENT/PAYMENT_RULE/PartialPaymentAllowedIndicator', indicator),
  hasOptionalPayments: at('PAYMENT/PAYMENT_RULE/PaymentOptionIndicator', indicator),
  partialPayments: many(
    'PAYMENT/PARTIAL_PAYMENTS/PARTIAL_PAYMENT',
    shape({ ...linkEnd, method: at('PartialPaymentApplicationMethodType', code) }),
  ),
  lateCharges: many('LATE_CHARGE/EXTENSION/OTHER/gse:LATE_CHARGE_RULES/gse:LATE_CHARGE_RULE', lateChargeRule),
  keepsDeficiencyRights: at(
    'FORECLOSURES/FORECLOSURE/FORECLOSURE_DETAIL/DeficiencyRightsPreservedIndicator',
    indicator,
  ),
  fees: many('FEE_INFORMATION/FEES/FEE', fee),
  prepaids: many('CLOSING_INFORMATION/PREPAID_ITEMS/PREPAID_ITEM', prepaid),
  escrowItems: many('ESCROW/ESCROW_ITEMS/ESCROW_ITEM', escrowItem),
  aggregateAdjustmentCents: at('ESCROW/ESCROW_DETAIL/EscrowAggregateAccountingAdjustmentAmount', amount),
  adjustments: many(
    'CLOSING_INFORMATION/CLOSING_ADJUSTMENT_ITEMS/CLOSING_ADJUSTMENT_ITEM',
    closingAdjustment,
  ),
  funds: many('CLOSING_INFORMATION/CLOSING_COST_FUNDS/CLOSING_COST_FUND', closingFunds),
  prorations: many('CLOSING_INFORMATION/PRORATION_ITEMS/PRORATION_ITEM', proration),
  cashFromBorrowerCents: at(`${detail}/CashFromBorrowerAtClosingAmount`, amount),
  cashToBorrowerCents: at(`${detail}/CashToBorrowerAtClosingAmount`, amount),
  cashFromSellerCents: at(`${detail}/CashFromSellerAtClosingAmount`, amount),
  cashToSellerCents: at(`${detail}/CashToSellerAtClosingAmount`, amount),
  orderNumber: at(`${detail}/ClosingAgentOrderNumberIdentifier`, text),
  closingOn: at(`${detail}/ClosingDate`, date),
  rateSetOn: at(`${detail}/CurrentRateSetDate`, date),
  disbursementOn: at(`${detail}/DisbursementDate`, date),
  cashToClose: many(`${disclosure}/CASH_TO_CLOSE_ITEMS/CASH_TO_CLOSE_ITEM`, cashToCloseItem),
  propertyCosts: many(
    `${disclosure}/ESTIMATED_PROPERTY_COST/ESTIMATED_PROPERTY_COST_COMPONENTS/ESTIMATED_PROPERTY_COST_COMPONENT`,
    propertyCost,
  ),
  monthlyPropertyCostCents: at(
    `${disclosure}/ESTIMATED_PROPERTY_COST/ESTIMATED_PROPERTY_COST_DETAIL/ProjectedPaymentEstimatedTaxesInsuranceAssessmentTotalAmount`,
    amount,
  ),
  firstYearEscrowCents: at(
    `${disclosure}/INTEGRATED_DISCLOSURE_DETAIL/FirstYearTotalEscrowPaymentAmount`,
    amount,
  ),
  firstYearNonEscrowCents: at(
    `${disclosure}/INTEGRATED_DISCLOSURE_DETAIL/FirstYearTotalNonEscrowPaymentAmount`,
    amount,
  ),
  isHomeEquityLoan: at(
    `${disclosure}/INTEGRATED_DISCLOSURE_DETAIL/IntegratedDisclosureHomeEquityLoanIndicator`,
    indicator,
  ),
  issuedOn: at(`${disclosure}/INTEGRATED_DISCLOSURE_DETAIL/IntegratedDisclosureIssuedDate`, date),
  sections: many(
    `${disclosure}/INTEGRATED_DISCLOSURE_SECTION_SUMMARIES/INTEGRATED_DISCLOSURE_SECTION_SUMMARY`,
    sectionSummary,
  ),
  projectedPayments: many(`${disclosure}/PROJECTED_PAYMENTS/PROJECTED_PAYMENT`, projectedPayment),
  aprPpm: at(`${figures}/APRPercent`, percent),
  amountFinancedCents: at(`${figures}/FeeSummaryTotalAmountFinancedAmount`, amount),
  financeChargeCents: at(`${figures}/FeeSummaryTotalFinanceChargeAmount`, amount),
  totalInterestPercentagePpm: at(`${figures}/FeeSummaryTotalInterestPercent`, percent),
  totalOfPaymentsCents: at(`${figures}/FeeSummaryTotalOfAllPaymentsAmount`, amount),
  aporPpm: at(`${highCost}/AveragePrimeOfferRatePercent`, percent),
  excludesBonaFidePoints: at(`${highCost}/RegulationZExcludedBonaFideDiscountPointsIndicator`, indicator),
  bonaFidePointsPpm: at(`${highCost}/RegulationZExcludedBonaFideDiscountPointsPercent`, percent),
  affiliateFeesCents: at(`${highCost}/RegulationZTotalAffiliateFeesAmount`, amount),
  regulationZLoanCents: at(`${highCost}/RegulationZTotalLoanAmount`, amount),
  pointsAndFeesCents: at(`${highCost}/RegulationZTotalPointsAndFeesAmount`, amount),
  abilityToRepayMethod: at('QUALIFIED_MORTGAGE/QUALIFIED_MORTGAGE_DETAIL/AbilityToRepayMethodType', code),
  abilityToRepayExemptions: many(
    'QUALIFIED_MORTGAGE/EXEMPTIONS/EXEMPTION',
    shape({ ...linkEnd, reason: at('AbilityToRepayExemptionReasonType', code) }),
  ),
  miCompany: at('MI_DATA/MI_DATA_DETAIL/MICompanyNameType', code),
  miCompanyOther: at('MI_DATA/MI_DATA_DETAIL/MICompanyNameTypeOtherDescription', text),
  miCertificate: at('MI_DATA/MI_DATA_DETAIL/MICertificateIdentifier', text),
  isWithSameLender: at('REFINANCE/RefinanceSameLenderIndicator', indicator),
  isManuallyUnderwritten: at('UNDERWRITING/UNDERWRITING_DETAIL/LoanManualUnderwritingIndicator', indicator),
  automatedUnderwritings: many(
    'UNDERWRITING/AUTOMATED_UNDERWRITINGS/AUTOMATED_UNDERWRITING',
    automatedUnderwriting,
  ),
});

/** Payoffs of the alternative form, section K. */
export const closingPayoff = shape({
  ...linkEnd,
  type: at('LIABILITY_DETAIL/LiabilityType', code),
  typeOther: at('LIABILITY_DETAIL/LiabilityTypeOtherDescription', text),
  label: at('LIABILITY_DETAIL/LiabilityType/@DisplayLabelText', text),
  section: at('LIABILITY_DETAIL/EXTENSION/OTHER/gse:IntegratedDisclosureSectionType', code),
  isSecuredBySubject: at(
    'LIABILITY_DETAIL/EXTENSION/OTHER/gse:LiabilitySecuredBySubjectPropertyIndicator',
    indicator,
  ),
  holder: at('LIABILITY_HOLDER/NAME/FullName', text),
  payoffCents: at('PAYOFF/PayoffAmount', amount),
  prepaymentPenaltyCents: at('PAYOFF/PayoffPrepaymentPenaltyAmount', amount),
});

const document = 'DOCUMENT_SETS/DOCUMENT_SET/DOCUMENTS/DOCUMENT';
const deal = `${document}/DEAL_SETS/DEAL_SET/DEALS/DEAL`;
const documentClass = `${document}/DOCUMENT_CLASSIFICATION/DOCUMENT_CLASSES/DOCUMENT_CLASS`;
const file = `${document}/VIEWS/VIEW/VIEW_FILES/VIEW_FILE/FOREIGN_OBJECT`;

/** A Closing Disclosure as the UCD carries it (integrations 1.1), from the root `MESSAGE`; the form itself included. */
export const closing = shape({
  modelIdentifier: at('@MISMOReferenceModelIdentifier', text),
  schemaLocation: at('@xsi:schemaLocation', text),
  about: many('ABOUT_VERSIONS/ABOUT_VERSION', aboutVersion),
  documentType: at(`${documentClass}/DocumentType`, code),
  documentTypeOther: at(`${documentClass}/DocumentTypeOtherDescription`, text),
  subjectProperty: one(`${deal}/COLLATERALS/COLLATERAL/SUBJECT_PROPERTY`, property),
  payoffs: many(`${deal}/LIABILITIES/LIABILITY`, closingPayoff),
  loan: one(`${deal}/LOANS/LOAN`, closingLoan),
  parties: many(`${deal}/PARTIES/PARTY`, party),
  /** Who delivers the file. */
  preparers: many(`${document}/DEAL_SETS/PARTIES/PARTY`, party),
  form: at(`${file}/EmbeddedContentXML`, text),
  formMimeType: at(`${file}/MIMETypeIdentifier`, text),
  formEncoding: at(`${file}/ObjectEncodingType`, code),
  formName: at(`${file}/ObjectName`, text),
});

export type Closing = ModelOf<(typeof closing)['fields']>;
export type ClosingLoan = ModelOf<(typeof closingLoan)['fields']>;
