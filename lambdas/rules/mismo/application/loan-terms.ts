import { amount, code, count, date, indicator, percent, text } from '../binding/value-kinds.ts';
import { at } from '../binding/shape.ts';
import { codesOf } from './vocabularies.ts';
import type { ValueKind } from '../binding/value-kinds.ts';

/** MISMO 3.0, which loan deliveries still use, calls the container of the terms otherwise. */
const term = <T>(name: string, kind: ValueKind<T>) =>
  at(`TERMS_OF_LOAN/${name}`, kind, `TERMS_OF_MORTGAGE/${name}`);

/** URLA 4a, L3: the note. */
export const noteTerms = {
  baseAmountCents: term('BaseLoanAmount', amount),
  noteAmountCents: term('NoteAmount', amount),
  noteRatePpm: term('NoteRatePercent', percent),
  noteOn: term('NoteDate', date),
  assumedAmountCents: term('AssumedLoanAmount', amount),
  lienPriority: term('LienPriorityType', codesOf('LienPriorityType')),
  lienPriorityOther: term('LienPriorityTypeOtherDescription', text),
  purpose: term('LoanPurposeType', codesOf('LoanPurposeType')),
  purposeOther: term('LoanPurposeTypeOtherDescription', text),
  mortgageType: term('MortgageType', codesOf('MortgageType')),
  mortgageTypeOther: term('MortgageTypeOtherDescription', text),
  amortization: at(
    'AMORTIZATION/AMORTIZATION_RULE/AmortizationType',
    codesOf('AmortizationType'),
    'AMORTIZATION/AMORTIZATION_RULE/LoanAmortizationType',
  ),
  amortizationOther: at('AMORTIZATION/AMORTIZATION_RULE/AmortizationTypeOtherDescription', text),
  amortizationPeriods: at('AMORTIZATION/AMORTIZATION_RULE/LoanAmortizationPeriodCount', count),
  amortizationPeriod: at(
    'AMORTIZATION/AMORTIZATION_RULE/LoanAmortizationPeriodType',
    codesOf('LoanAmortizationPeriodType'),
  ),
  maturityPeriods: at('MATURITY/MATURITY_RULE/LoanMaturityPeriodCount', count),
  maturityPeriod: at('MATURITY/MATURITY_RULE/LoanMaturityPeriodType', codesOf('LoanAmortizationPeriodType')),
  maturesOn: at('MATURITY/MATURITY_RULE/LoanMaturityDate', date),
  interestOnlyMonths: at('INTEREST_ONLY/InterestOnlyTermMonthsCount', count),
  firstPrincipalAndInterestCents: at('PAYMENT/PAYMENT_RULE/InitialPrincipalAndInterestPaymentAmount', amount),
  paymentFrequency: at('PAYMENT/PAYMENT_RULE/PaymentFrequencyType', codesOf('PaymentFrequencyType')),
  firstPaymentOn: at('PAYMENT/PAYMENT_RULE/ScheduledFirstPaymentDate', date),
};

/** The yes-or-no features of a loan. */
export const features = {
  borrowerCount: at('LOAN_DETAIL/BorrowerCount', count),
  applicationReceivedOn: at('LOAN_DETAIL/ApplicationReceivedDate', date),
  balloonPaymentCents: at('LOAN_DETAIL/BalloonPaymentAmount', amount),
  fixedRateMonths: at('LOAN_DETAIL/InitialFixedPeriodEffectiveMonthsCount', count),
  isBalloon: at('LOAN_DETAIL/BalloonIndicator', indicator),
  isInterestOnly: at('LOAN_DETAIL/InterestOnlyIndicator', indicator),
  isNegativelyAmortizing: at('LOAN_DETAIL/NegativeAmortizationIndicator', indicator),
  hasPrepaymentPenalty: at('LOAN_DETAIL/PrepaymentPenaltyIndicator', indicator),
  hasBuydown: at('LOAN_DETAIL/BuydownTemporarySubsidyFundingIndicator', indicator),
  isConstruction: at('LOAN_DETAIL/ConstructionLoanIndicator', indicator),
  isConversionOfLandContract: at('LOAN_DETAIL/ConversionOfContractForDeedIndicator', indicator),
  isHeloc: at('LOAN_DETAIL/HELOCIndicator', indicator),
  isRenovation: at('LOAN_DETAIL/RenovationLoanIndicator', indicator),
  isRelocation: at('LOAN_DETAIL/RelocationLoanIndicator', indicator),
  isAssumable: at('LOAN_DETAIL/AssumabilityIndicator', indicator),
  hasDemandFeature: at('LOAN_DETAIL/DemandFeatureIndicator', indicator),
  hasEscrow: at('LOAN_DETAIL/EscrowIndicator', indicator),
  hasEnergyImprovements: at('LOAN_DETAIL/EnergyRelatedImprovementsIndicator', indicator),
  isLienHolderTheSame: at('LOAN_DETAIL/LienHolderSameAsSubjectLoanIndicator', indicator),
  isPiggyback: at('LOAN_DETAIL/PiggybackLoanIndicator', indicator),
  isMiRequired: at('LOAN_DETAIL/MIRequiredIndicator', indicator),
  isAffordable: at('LOAN_DETAIL/LoanAffordableIndicator', indicator),
  mortgagedProperties: at('LOAN_DETAIL/TotalMortgagedPropertiesCount', count),
  subordinateFinancingCents: at('LOAN_DETAIL/TotalSubordinateFinancingAmount', amount),
  energyImprovementCents: at(
    'LOAN_DETAIL/EXTENSION/OTHER/DU:LOAN_DETAIL_EXTENSION/DU:EnergyImprovementAmount',
    amount,
  ),
  paceLoanPayoffCents: at(
    'LOAN_DETAIL/EXTENSION/OTHER/DU:LOAN_DETAIL_EXTENSION/DU:PACELoanPayoffAmount',
    amount,
  ),
  sharedEquityCents: at('LOAN_DETAIL/EXTENSION/OTHER/DU:LOAN_DETAIL_EXTENSION/DU:SharedEquityAmount', amount),
  helocMaximumCents: at('HELOC/HELOC_RULE/HELOCMaximumBalanceAmount', amount),
  helocBalanceCents: at('HELOC/HELOC_OCCURRENCES/HELOC_OCCURRENCE/CurrentHELOCMaximumBalanceAmount', amount),
  helocDrawnCents: at('HELOC/HELOC_OCCURRENCES/HELOC_OCCURRENCE/HELOCBalanceAmount', amount),
  prepaymentPenaltyMonths: at(
    'PREPAYMENT_PENALTY/PREPAYMENT_PENALTY_LIFETIME_RULE/PrepaymentPenaltyExpirationMonthsCount',
    count,
  ),
  mostPrepaymentPenaltyCents: at(
    'PREPAYMENT_PENALTY/PREPAYMENT_PENALTY_LIFETIME_RULE/PrepaymentPenaltyMaximumLifeOfLoanAmount',
    amount,
  ),
  mostPrincipalCents: at(
    'NEGATIVE_AMORTIZATION/NEGATIVE_AMORTIZATION_RULE/NegativeAmortizationMaximumLoanBalanceAmount',
    amount,
  ),
  mayOweMoreMonths: at(
    'NEGATIVE_AMORTIZATION/NEGATIVE_AMORTIZATION_RULE/NegativeAmortizationLimitMonthsCount',
    count,
  ),
  buydownInitialDiscountPpm: at('BUYDOWN/BUYDOWN_RULE/BuydownInitialDiscountPercent', percent),
  buydownMonths: at('BUYDOWN/BUYDOWN_RULE/BuydownDurationMonthsCount', count),
  constructionType: at('CONSTRUCTION/ConstructionLoanType', codesOf('ConstructionLoanType')),
  constructionToPermanentClosing: at(
    'CONSTRUCTION/ConstructionToPermanentClosingType',
    codesOf('ConstructionToPermanentClosingType'),
  ),
  landOriginalCostCents: at('CONSTRUCTION/LandOriginalCostAmount', amount),
  landAppraisedValueCents: at('CONSTRUCTION/LandAppraisedValueAmount', amount),
  landEstimatedValueCents: at('CONSTRUCTION/LandEstimatedValueAmount', amount),
  landValueType: at('CONSTRUCTION/EXTENSION/OTHER/DU:CONSTRUCTION_EXTENSION/DU:LandValueAmountType', code),
};

const refinance = 'REFINANCE';
const urla = 'DOCUMENT_SPECIFIC_DATA_SETS/DOCUMENT_SPECIFIC_DATA_SET/URLA';
const totals = `${urla}/URLA_TOTAL/EXTENSION/OTHER/ULAD:URLA_TOTAL_EXTENSION`;

/** URLA L1, L4: the refinance, and the money of the transaction. */
export const transaction = {
  cashOutDetermination: at(
    `${refinance}/RefinanceCashOutDeterminationType`,
    codesOf('RefinanceCashOutDeterminationType'),
  ),
  cashOutCents: at(`${refinance}/RefinanceCashOutAmount`, amount),
  refinancePurpose: at(`${refinance}/RefinancePrimaryPurposeType`, codesOf('RefinancePrimaryPurposeType')),
  refinancePurposeOther: at(`${refinance}/RefinancePrimaryPurposeTypeOtherDescription`, text),
  isWithSameLender: at(`${refinance}/RefinanceSameLenderIndicator`, indicator),
  stateRefinanceProgram: at(`${refinance}/StateRefinanceProgramType`, codesOf('StateRefinanceProgramType')),
  alterationsCents: at(`${urla}/URLA_DETAIL/AlterationsImprovementsAndRepairsAmount`, amount),
  borrowerDiscountPointsCents: at(`${urla}/URLA_DETAIL/BorrowerPaidDiscountPointsTotalAmount`, amount),
  requestedAmountCents: at(`${urla}/URLA_DETAIL/BorrowerRequestedLoanAmount`, amount),
  estimatedClosingCostsCents: at(`${urla}/URLA_DETAIL/EstimatedClosingCostsAmount`, amount),
  miFinancedCents: at(`${urla}/URLA_DETAIL/MIAndFundingFeeFinancedAmount`, amount),
  miTotalCents: at(`${urla}/URLA_DETAIL/MIAndFundingFeeTotalAmount`, amount),
  prepaidsCents: at(`${urla}/URLA_DETAIL/PrepaidItemsEstimatedAmount`, amount),
  purchasePriceCents: at(`${urla}/URLA_DETAIL/PurchasePriceAmount`, amount),
  refinancedDebtsCents: at(`${urla}/URLA_DETAIL/RefinanceIncludingDebtsToBePaidOffAmount`, amount),
  sellerPaidCostsCents: at(`${urla}/URLA_DETAIL/SellerPaidClosingCostsAmount`, amount),
  applicationTakenBy: at(
    `${urla}/URLA_DETAIL/ApplicationTakenMethodType`,
    codesOf('ApplicationTakenMethodType'),
  ),
  signedByOriginatorOn: at(`${urla}/URLA_DETAIL/ApplicationSignedByLoanOriginatorDate`, date),
  additionalBorrowerAssets: at(`${urla}/URLA_DETAIL/AdditionalBorrowerAssetsConsideredIndicator`, indicator),
  additionalBorrowerAssetsNot: at(
    `${urla}/URLA_DETAIL/AdditionalBorrowerAssetsNotConsideredIndicator`,
    indicator,
  ),
  cashFromBorrowerCents: at(`${urla}/URLA_TOTAL/URLATotalCashFromToBorrowerAmount`, amount),
  dueFromBorrowerCents: at(`${urla}/URLA_TOTAL/URLATotalDueFromBorrowerAtClosingAmount`, amount),
  accountAssetsCents: at(`${totals}/ULAD:URLAAccountBasedAssetTotalAmount`, amount),
  otherAssetsCents: at(`${totals}/ULAD:URLANonAccountBasedAssetTotalAmount`, amount),
  totalCreditsCents: at(`${totals}/ULAD:URLATotalCreditsAmount`, amount),
  totalMortgageLoansCents: at(`${totals}/ULAD:URLATotalMortgageLoansAmount`, amount),
  otherCreditsCents: at(`${totals}/ULAD:URLATotalOtherCreditsAmount`, amount),
  sellerCreditsCents: at(`${totals}/ULAD:URLATotalSellerCreditsAmount`, amount),
  discountPointsCents: at('LOAN_PRODUCT/LOAN_PRODUCT_DETAIL/DiscountPointsTotalAmount', amount),
  productDescription: at('LOAN_PRODUCT/LOAN_PRODUCT_DETAIL/ProductDescription', text),
  cashFromBorrowerAtClosingCents: at(
    'CLOSING_INFORMATION/CLOSING_INFORMATION_DETAIL/CashFromBorrowerAtClosingAmount',
    amount,
  ),
  cashToBorrowerAtClosingCents: at(
    'CLOSING_INFORMATION/CLOSING_INFORMATION_DETAIL/CashToBorrowerAtClosingAmount',
    amount,
  ),
};

/** Qualifying the borrower, L4 and the lender's own figures. */
export const qualification = {
  monthlyIncomeCents: at('QUALIFICATION/TotalMonthlyIncomeAmount', amount),
  monthlyLiabilitiesCents: at('QUALIFICATION/TotalLiabilitiesMonthlyPaymentAmount', amount),
  presentHousingCents: at('QUALIFICATION/TotalMonthlyCurrentHousingExpenseAmount', amount),
  proposedHousingCents: at('QUALIFICATION/TotalMonthlyProposedHousingExpenseAmount', amount),
  housingRatioPpm: at('QUALIFICATION/HousingExpenseRatioPercent', percent),
  debtRatioPpm: at('QUALIFICATION/TotalDebtExpenseRatioPercent', percent),
  qualifyingRatePpm: at('QUALIFICATION/QualifyingRatePercent', percent),
  subjectNetCashFlowCents: at('QUALIFICATION/SubjectPropertyNetCashFlowAmount', amount),
  reservesCents: at('QUALIFICATION/TotalVerifiedReservesAmount', amount),
  interestedPartyContributionsPpm: at('QUALIFICATION/SummaryInterestedPartyContributionsPercent', percent),
  hasPositiveRentalHistory: at(
    'QUALIFICATION/EXTENSION/OTHER/ULAD:QUALIFICATION_EXTENSION/ULAD:PositiveRentalHistoryIndicator',
    indicator,
  ),
};
