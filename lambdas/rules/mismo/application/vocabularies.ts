import { oneOf } from '../binding/value-kinds.ts';

/**
 * The closed lists of MISMO 3.4 B324 and of its ULAD extension for the data points that the application model holds
 * (integrations 1.4). `test/conformance/mismo` holds each against the schema. DU takes fewer: a legal value that DU does
 * not list fails at the other end, and that is for the sender to know.
 */
const lists = {
  AddressType: 'CorporateHeadquarters Current LegalEntityFormation Mailing Other Primary Prior',
  AmortizationType: 'AdjustableRate Fixed GEM GPM GraduatedPaymentARM Other RateImprovementMortgage Step',
  ApplicationTakenMethodType: 'Email FaceToFace Fax Internet Mail Telephone',
  AssetType:
    'Annuity Automobile Boat Bond BorrowerEstimatedTotalAssets BorrowerPrimaryHome BridgeLoanNotDeposited CashOnHand CertificateOfDepositTimeDeposit CheckingAccount EarnestMoneyCashDepositTowardPurchase EmployerAssistance GiftOfCash GiftOfPropertyEquity GiftsTotal Grant IndividualDevelopmentAccount LifeInsurance MoneyMarketFund MutualFund NetWorthOfBusinessOwned Other PendingNetSaleProceedsFromRealEstateAssets ProceedsFromSaleOfNonRealEstateAsset ProceedsFromSecuredLoan ProceedsFromUnsecuredLoan RealEstateOwned RecreationalVehicle RelocationMoney RetirementFund SaleOtherAssets SavingsAccount SavingsBond SeverancePackage Stock StockOptions TrustAccount',
  AttachmentType: 'Attached Detached SemiDetached',
  BankruptcyChapterType:
    'ChapterEleven ChapterFifteen ChapterSeven ChapterThirteen ChapterTwelve Other Unknown',
  BorrowerResidencyBasisType: 'LivingRentFree Own Rent Unknown',
  BorrowerResidencyType: 'Current Prior',
  CitizenshipResidencyType:
    'NonPermanentResidentAlien NonResidentAlien PermanentResidentAlien Unknown USCitizen',
  ConstructionMethodType: 'Manufactured MobileHome Modular OnFrameModular Other SiteBuilt',
  ContactPointRoleType: 'Home Mobile Other Work',
  CounselingFormatType: 'FaceToFace Internet Other Telephone',
  CounselingType: 'Counseling Education',
  DomesticRelationshipType:
    'CivilUnion DomesticPartnership Other RegisteredReciprocalBeneficiaryRelationship',
  EmploymentClassificationType: 'Primary Secondary',
  EmploymentStatusType: 'Current Previous',
  ExpenseType:
    'Alimony CarMaintenance CharitableContributions ChildCare ChildSupport Clothing DryCleaning Entertainment GroceryToiletry HealthInsurance JobRelatedExpenses Medical MiscellaneousLivingExpenses NetRentalExpense Other PayrollInsuranceDeduction PayrollMiscellaneousDeductions PayrollProfitSharingDeduction PayrollRetirementDeduction PayrollTaxDeduction SeparateMaintenanceExpense UnionDues',
  FundsSourceType:
    'Borrower Builder CommunityNonProfit Employer FederalAgency Institutional Lender LocalAgency NonOriginatingFinancialInstitution NonParentRelative Other Parent PropertySeller Relative ReligiousNonProfit RuralHousingService StateAgency Unknown UnmarriedPartner UnrelatedFriend',
  HMDAEthnicityOriginType: 'Cuban Mexican Other PuertoRican',
  HMDAEthnicityType:
    'HispanicOrLatino InformationNotProvidedByApplicantInMailInternetOrTelephoneApplication NotApplicable NotHispanicOrLatino',
  HMDAGenderType:
    'ApplicantSelectedBothMaleAndFemale Female InformationNotProvidedUnknown Male NotApplicable Other',
  HMDARaceDesignationType:
    'AsianIndian Chinese Filipino GuamanianOrChamorro Japanese Korean NativeHawaiian Other OtherAsian OtherPacificIslander Samoan Vietnamese',
  HMDARaceType:
    'AmericanIndianOrAlaskaNative Asian BlackOrAfricanAmerican InformationNotProvidedByApplicantInMailInternetOrTelephoneApplication NativeHawaiianOrOtherPacificIslander NotApplicable White',
  HomeownerPastThreeYearsType: 'No Unknown Yes',
  HousingExpenseTimingType: 'Present Proposed',
  IncomeType:
    'AccessoryUnitIincome Alimony AutomobileAllowance Base BoarderIncome Bonus BorrowerEstimatedTotalMonthlyIncome CapitalGains ChildSupport Commissions ContractBasis DefinedContributionPlan Disability DividendsInterest EmploymentRelatedAccount FosterCare HousingAllowance HousingChoiceVoucherProgram MilitaryBasePay MilitaryClothesAllowance MilitaryCombatPay MilitaryFlightPay MilitaryHazardPay MilitaryOverseasPay MilitaryPropPay MilitaryQuartersAllowance MilitaryRationsAllowance MilitaryVariableHousingAllowance MiscellaneousIncome MortgageCreditCertificate MortgageDifferential NetRentalIncome NonBorrowerContribution NonBorrowerHouseholdIncome NotesReceivableInstallment Other Overtime Pension ProposedGrossRentForSubjectProperty PublicAssistance RealEstateOwnedGrossRentalIncome Royalties SelfEmploymentIncome SelfEmploymentLoss SeparateMaintenance SocialSecurity SubjectPropertyNetCashFlow TemporaryLeave TipIncome TrailingCoBorrowerIncome Trust Unemployment VABenefitsNonEducational WorkersCompensation',
  IntentToOccupyType: 'No Unknown Yes',
  LiabilityType:
    'BorrowerEstimatedTotalMonthlyLiabilityPayment CollectionsJudgmentsAndLiens DeferredStudentLoan DelinquentTaxes FirstPositionMortgageLien Garnishments HELOC HomeownersAssociationLien Installment LeasePayment MonetaryJudgment MortgageLoan Open30DayChargeAccount Other PersonalLoan Revolving SecondPositionMortgageLien Taxes TaxLien ThirdPositionMortgageLien UnsecuredHomeImprovementLoanInstallment UnsecuredHomeImprovementLoanRevolving',
  LicenseAuthorityLevelType: 'Other Private PublicFederal PublicLocal PublicState',
  LienPriorityType: 'FirstLien FourthLien Other SecondLien ThirdLien',
  LoanAmortizationPeriodType: 'Biweekly Day Month Quarter Semimonthly Week Year',
  LoanIdentifierType:
    'AgencyCase InvestorCommitment InvestorContract InvestorLoan LenderCase LenderLoan InvestorWorkoutCase LoanPriceQuote MERS_MIN MIRateQuote NewServicerLoan Other PoolIssuerLoan PriceResponse SellerLoan ServicerLoan ServicerWorkoutCase SubservicerLoan UniversalLoan WholesaleLenderLoan',
  LoanPurposeType: 'MortgageModification Other Purchase Refinance Unknown',
  LoanRoleType: 'HistoricalLoan RelatedLoan SubjectLoan',
  MaritalStatusType: 'Divorced Married NotProvided Other Separated Unknown Unmarried',
  MilitaryStatusType: 'ActiveDuty Other ReserveNationalGuardNeverActivated Separated Veteran',
  MortgageType:
    'Conventional FHA LocalAgency Other PublicAndIndianHousing StateAgency USDARuralDevelopment VA',
  OwnedPropertyDispositionStatusType: 'PendingSale Retain Sold',
  OwnershipInterestType: 'GreaterThanOrEqualTo25Percent LessThan25Percent Other',
  PriorPropertyTitleType: 'JointWithOtherThanSpouse JointWithSpouse Sole',
  PriorPropertyUsageType: 'Investment PrimaryResidence SecondHome',
  ProjectLegalStructureType: 'CommonInterestApartment Condominium Cooperative Unknown',
  PropertyEstateType: 'FeeSimple Fractional Leasehold Other',
  PropertyOwnerStatusType: 'Current Proposed',
  PropertyUsageType: 'Investment Other PrimaryResidence SecondHome',
  PurchaseCreditType:
    'BuydownFund CommitmentOriginationFee EarnestMoney EmployerAssistedHousing FederalAgencyFundingFeeRefund GiftOfEquity LeasePurchaseFund MIPremiumRefund Other RelocationFunds SweatEquity TradeEquity TradeEquityFromPropertySwap',
  RefinanceCashOutDeterminationType: 'CashOut LimitedCashOut NoCashOut Unknown',
  RelationshipVestingType:
    'CommunityProperty Individual JointTenants JointTenantsWithRightOfSurvivorship LeasedFee LifeEstate Other TenantsByTheEntirety TenantsInCommon Unassigned',
  TaxpayerIdentifierType:
    'EmployerIdentificationNumber IndividualTaxpayerIdentificationNumber PreparerTaxpayerIdentificationNumber SocialSecurityNumber TaxpayerIdentificationNumberForPendingUSAdoptions',
} as const;

type Words<S extends string, Found = never> = S extends `${infer First} ${infer Rest}`
  ? Words<Rest, Found | First>
  : Found | S;

export type Vocabulary = keyof typeof lists;

export const vocabularies: ReadonlyMap<Vocabulary, readonly string[]> = new Map(
  Object.entries(lists).map(([name, codes]) => [name as Vocabulary, codes.split(' ')]),
);

/** The codes of one list, by the name of its data point. */
export const codesOf = <const V extends Vocabulary>(vocabulary: V) =>
  oneOf<Words<(typeof lists)[V]>>(lists[vocabulary].split(' ') as Words<(typeof lists)[V]>[]);
