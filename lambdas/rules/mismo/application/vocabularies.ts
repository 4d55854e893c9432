import { oneOf } from '../binding/value-kinds.ts';

/**
 * The closed lists of MISMO 3.4 B324 and of its ULAD extension for the data points that the application model holds
 * (integrations 1.4). `test/conformance/mismo` holds each against the schema. DU takes fewer: a legal value that DU does
 * not list fails at the other end, and that is for the sender to know.
 */
const lists = {
  AddressType: 'CorporateHeadquarters Current LegalEntityFormation Mailing Other Primary Prior',
  AdjustmentRuleType: 'First Subsequent',
  AmortizationType: 'AdjustableRate Fixed GEM GPM GraduatedPaymentARM Other RateImprovementMortgage Step',
  ApplicationTakenMethodType: 'Email FaceToFace Fax Internet Mail Telephone',
  AssetType:
    'Annuity Automobile Boat Bond BorrowerEstimatedTotalAssets BorrowerPrimaryHome BridgeLoanNotDeposited CashOnHand CertificateOfDepositTimeDeposit CheckingAccount EarnestMoneyCashDepositTowardPurchase EmployerAssistance GiftOfCash GiftOfPropertyEquity GiftsTotal Grant IndividualDevelopmentAccount LifeInsurance MoneyMarketFund MutualFund NetWorthOfBusinessOwned Other PendingNetSaleProceedsFromRealEstateAssets ProceedsFromSaleOfNonRealEstateAsset ProceedsFromSecuredLoan ProceedsFromUnsecuredLoan RealEstateOwned RecreationalVehicle RelocationMoney RetirementFund SaleOtherAssets SavingsAccount SavingsBond SeverancePackage Stock StockOptions TrustAccount',
  AttachmentType: 'Attached Detached SemiDetached',
  AutomatedUnderwritingSystemType:
    'Assetwise Capstone Clues DecisionEngine DesktopUnderwriter ECS FHAScorecard FirstMortgageCreditScore GuaranteedUnderwritingSystem LoanProspector Other Strategyware Zippy',
  BankruptcyChapterType:
    'ChapterEleven ChapterFifteen ChapterSeven ChapterThirteen ChapterTwelve Other Unknown',
  BorrowerClassificationType: 'Primary Secondary',
  BorrowerResidencyBasisType: 'LivingRentFree Own Rent Unknown',
  BorrowerResidencyType: 'Current Prior',
  CitizenshipResidencyType:
    'NonPermanentResidentAlien NonResidentAlien PermanentResidentAlien Unknown USCitizen',
  ConstructionLoanType: 'ConstructionOnly ConstructionToPermanent',
  ConstructionMethodType: 'Manufactured MobileHome Modular OnFrameModular Other SiteBuilt',
  ConstructionStatusType:
    'Existing Other Planned Proposed SubjectToAlteration SubjectToAlterationImprovementRepairAndRehabilitation SubstantiallyRehabilitated UnderConstruction',
  ConstructionToPermanentClosingType: 'OneClosing Other TwoClosing',
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
  FundsType:
    'BridgeLoan CashOnHand CashOrOtherEquity CheckingSavings Contribution CreditCard DepositOnSalesContract EquityOnPendingSale EquityOnSoldProperty EquityOnSubjectProperty ExcessDeposit ForgivableSecuredLoan GiftFunds Grant HousingRelocation LifeInsuranceCashValue LotEquity MortgageCreditCertificates MortgageRevenueBond Other OtherEquity PledgedCollateral PremiumFunds RentWithOptionToPurchase RetirementFunds SaleOfChattel SalesPriceAdjustment SecondaryFinancing SecuredLoan StocksAndBonds SweatEquity TradeEquity TrustFunds UnsecuredBorrowedFunds',
  GovernmentRefinanceType:
    'CashOutVA FullDocumentation InterestRateReductionRefinanceLoan Other StreamlineWithAppraisal StreamlineWithoutAppraisal',
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
  HousingExpenseType:
    'Cable Electricity EscrowShortage FirstMortgagePITI FirstMortgagePrincipalAndInterest FloodInsurance GroundRent Heating HomeownersAssociationDuesAndCondominiumFees HomeownersInsurance LeaseholdPayments MaintenanceAndMiscellaneous MIPremium Other OtherMortgageLoanPrincipalAndInterest OtherMortgageLoanPrincipalInterestTaxesAndInsurance RealEstateTax Rent SupplementalPropertyInsurance Telephone Utilities',
  IncomeType:
    'AccessoryUnitIincome Alimony AutomobileAllowance Base BoarderIncome Bonus BorrowerEstimatedTotalMonthlyIncome CapitalGains ChildSupport Commissions ContractBasis DefinedContributionPlan Disability DividendsInterest EmploymentRelatedAccount FosterCare HousingAllowance HousingChoiceVoucherProgram MilitaryBasePay MilitaryClothesAllowance MilitaryCombatPay MilitaryFlightPay MilitaryHazardPay MilitaryOverseasPay MilitaryPropPay MilitaryQuartersAllowance MilitaryRationsAllowance MilitaryVariableHousingAllowance MiscellaneousIncome MortgageCreditCertificate MortgageDifferential NetRentalIncome NonBorrowerContribution NonBorrowerHouseholdIncome NotesReceivableInstallment Other Overtime Pension ProposedGrossRentForSubjectProperty PublicAssistance RealEstateOwnedGrossRentalIncome Royalties SelfEmploymentIncome SelfEmploymentLoss SeparateMaintenance SocialSecurity SubjectPropertyNetCashFlow TemporaryLeave TipIncome TrailingCoBorrowerIncome Trust Unemployment VABenefitsNonEducational WorkersCompensation',
  IntentToOccupyType: 'No Unknown Yes',
  LegalEntityType:
    'Corporation CorporationSole Estate GovernmentEntity JointVenture LimitedLiabilityCompany LimitedPartnership NonProfitCorporation Other Partnership SoleProprietorship Trust',
  LiabilityType:
    'BorrowerEstimatedTotalMonthlyLiabilityPayment CollectionsJudgmentsAndLiens DeferredStudentLoan DelinquentTaxes FirstPositionMortgageLien Garnishments HELOC HomeownersAssociationLien Installment LeasePayment MonetaryJudgment MortgageLoan Open30DayChargeAccount Other PersonalLoan Revolving SecondPositionMortgageLien Taxes TaxLien ThirdPositionMortgageLien UnsecuredHomeImprovementLoanInstallment UnsecuredHomeImprovementLoanRevolving',
  LicenseAuthorityLevelType: 'Other Private PublicFederal PublicLocal PublicState',
  LienPriorityType: 'FirstLien FourthLien Other SecondLien ThirdLien',
  LoanAmortizationPeriodType: 'Biweekly Day Month Quarter Semimonthly Week Year',
  LoanIdentifierType:
    'AgencyCase InvestorCommitment InvestorContract InvestorLoan LenderCase LenderLoan InvestorWorkoutCase LoanPriceQuote MERS_MIN MIRateQuote NewServicerLoan Other PoolIssuerLoan PriceResponse SellerLoan ServicerLoan ServicerWorkoutCase SubservicerLoan UniversalLoan WholesaleLenderLoan',
  LoanOriginatorType: 'Broker Correspondent Lender Other',
  LoanPurposeType: 'MortgageModification Other Purchase Refinance Unknown',
  LoanRoleType: 'HistoricalLoan RelatedLoan SubjectLoan',
  MaritalStatusType: 'Divorced Married NotProvided Other Separated Unknown Unmarried',
  MilitaryBranchType:
    'AirForce AirNationalGuard Army ArmyNationalGuard ArmyReserves CoastGuard Marines MarinesReserves Navy NavyReserves Other',
  MilitaryStatusType: 'ActiveDuty Other ReserveNationalGuardNeverActivated Separated Veteran',
  MortgageType:
    'Conventional FHA LocalAgency Other PublicAndIndianHousing StateAgency USDARuralDevelopment VA',
  NativeAmericanLandsType: 'FeeSimple HawaiianHomeLands IndividualTrustLand Other TribalTrustLand',
  OwnedPropertyDispositionStatusType: 'PendingSale Retain Sold',
  OwnershipInterestType: 'GreaterThanOrEqualTo25Percent LessThan25Percent Other',
  PartyRoleType:
    'Appraiser AppraiserSupervisor AssignFrom AssignTo Attorney AttorneyInFact AuthorizedRepresentative AuthorizedThirdParty BankruptcyFiler BankruptcyTrustee BeneficialInterestParty BillToParty Borrower Builder Client ClosingAgent Conservator ConsumerReportingAgency CooperativeCompany CorrespondentLender Cosigner CreditCounselingAgent CreditEnhancementRiskHolder CustodianNotePayTo Defendant DeliverRescissionTo DesignatedContact DocumentCustodian ENoteController ENoteControllerTransferee ENoteCustodian ENoteCustodianTransferee ENoteDelegateeForTransfers ENoteRegisteringParty ENoteServicer ENoteServicerTransferee ENoteTransferInitiator Executor FHASponsor FloodCertificateProvider FulfillmentParty GiftDonor Grantee Grantor HazardInsuranceAgent HazardInsuranceCompany HomeownersAssociation HousingCounselingAgency HousingCounselingAgent HUD1SettlementAgent Interviewer InterviewerEmployer Investor IRSTaxFormThirdParty LawFirm Lender LenderBranch LienHolder LoanCloser LoanDeliveryFilePreparer LoanFunder LoanOfficer LoanOriginationCompany LoanOriginator LoanProcessor LoanSeller LoanUnderwriter LossPayee ManagementCompany MICompany MortgageBroker NonTitleNonSpouseOwnershipInterest NonTitleSpouse Notary NotePayTo NotePayToRecipient Other Payee Plaintiff PoolInsurer PoolIssuer PoolIssuerTransferee PreparedBy ProjectDeveloper ProjectManagementAgent PropertyAccessContact PropertyJurisdictionalAuthority PropertyOwner PropertyPreservationAgent PropertyPurchaser PropertySeller RealEstateAgent ReceivingParty RegistryOperator RegulatoryAgency RequestingParty RespondingParty RespondToParty ReturnTo ReviewAppraiser SecurityIssuer ServiceBureau ServiceProvider Servicer ServicerPaymentCollection Settlor Spouse SubmittingParty TaxableParty TaxAssessor TaxCollector Taxpayer TaxServiceProvider TaxServicer ThirdPartyInvestor ThirdPartyOriginator TitleCompany TitleHolder TitleUnderwriter Trust TrustBeneficiary Trustee Unspecified WarehouseLender Witness',
  PaymentFrequencyType: 'Annual AtMaturity Biweekly Monthly Other Quarterly Semiannual Semimonthly Weekly',
  PriorPropertyTitleType: 'JointWithOtherThanSpouse JointWithSpouse Sole',
  PriorPropertyUsageType: 'Investment PrimaryResidence SecondHome',
  ProjectDesignType: 'GardenProject HighriseProject MidriseProject Other TownhouseRowhouse',
  ProjectLegalStructureType: 'CommonInterestApartment Condominium Cooperative Unknown',
  PropertyEstateType: 'FeeSimple Fractional Leasehold Other',
  PropertyOwnerStatusType: 'Current Proposed',
  PropertyUsageType: 'Investment Other PrimaryResidence SecondHome',
  PropertyValuationMethodType:
    'AutomatedValuationModel BrokerPriceOpinion DesktopAppraisal DriveBy FullAppraisal None Other PriorAppraisalUsed TaxValuation',
  PurchaseCreditSourceType:
    'BorrowerPaidOutsideClosing BuilderDeveloper Employer FederalAgency Lender LocalAgency NonParentRelative Other Parent PropertySeller RealEstateAgent StateAgency UnrelatedFriend',
  PurchaseCreditType:
    'BuydownFund CommitmentOriginationFee EarnestMoney EmployerAssistedHousing FederalAgencyFundingFeeRefund GiftOfEquity LeasePurchaseFund MIPremiumRefund Other RelocationFunds SweatEquity TradeEquity TradeEquityFromPropertySwap',
  RealEstateAgentType: 'Listing Other Selling',
  RefinanceCashOutDeterminationType: 'CashOut LimitedCashOut NoCashOut Unknown',
  RefinancePrimaryPurposeType:
    'AssetAcquisition CapitalizedInterestTaxesInsuranceOrFees Cash Convenience DebtConsolidation Education EquityBuyout HomeImprovement InterestRateReduction Medical MortgageTermReduction Other PayoffLeaseholdInterest PrimaryLienPayoff SecondaryLienPayoff SpecialPurpose UnsecuredLienPayoff Unspecified',
  RelationshipVestingType:
    'CommunityProperty Individual JointTenants JointTenantsWithRightOfSurvivorship LeasedFee LifeEstate Other TenantsByTheEntirety TenantsInCommon Unassigned',
  SpecialBorrowerEmployerRelationshipType: 'EmployedByRelative Other PropertySeller RealEstateBroker',
  StateRefinanceProgramType: 'ConsolidationExtensionAndModificationAgreement Other TexasHomeEquity',
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
