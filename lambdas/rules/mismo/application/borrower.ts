import { address } from './address.ts';
import { amount, birthDate, code, count, date, indicator, text } from '../binding/value-kinds.ts';
import { at, many, one, shape } from '../binding/shape.ts';
import { bankruptcy, declarations } from './declarations.ts';
import { codesOf } from './vocabularies.ts';
import { employer, incomeItem } from './employment.ts';
import { governmentMonitoring } from './government-monitoring.ts';
import { linkEnd } from './link-end.ts';

/** URLA 1a: where a borrower lives or lived. */
const residence = shape({
  ...linkEnd,
  type: at('RESIDENCE_DETAIL/BorrowerResidencyType', codesOf('BorrowerResidencyType')),
  basis: at('RESIDENCE_DETAIL/BorrowerResidencyBasisType', codesOf('BorrowerResidencyBasisType')),
  months: at('RESIDENCE_DETAIL/BorrowerResidencyDurationMonthsCount', count),
  years: at('RESIDENCE_DETAIL/BorrowerResidencyDurationYearsCount', count),
  monthlyRentCents: at('LANDLORD/LANDLORD_DETAIL/MonthlyRentAmount', amount),
  address: one('ADDRESS', address),
});

const dependent = shape({ ...linkEnd, ageYears: at('DependentAgeYearsCount', count) });

/** URLA 7. */
const militaryService = shape({
  ...linkEnd,
  status: at('MilitaryStatusType', codesOf('MilitaryStatusType')),
  statusOther: at('MilitaryStatusTypeOtherDescription', text),
  branch: at('MilitaryBranchType', codesOf('MilitaryBranchType')),
  expectedEndOn: at('MilitaryServiceExpectedCompletionDate', date),
  from: at('MilitaryServiceFromDate', date),
  to: at('MilitaryServiceToDate', date),
});

/** URLA 1a (unmarried addendum aside) and lender's homeownership education: counselling or a course, tied by an arc. */
const counselingEvent = shape({
  ...linkEnd,
  type: at('COUNSELING_EVENT_DETAIL/CounselingType', codesOf('CounselingType')),
  format: at('COUNSELING_EVENT_DETAIL/CounselingFormatType', codesOf('CounselingFormatType')),
  formatOther: at('COUNSELING_EVENT_DETAIL/CounselingFormatTypeOtherDescription', text),
  isConfirmed: at('COUNSELING_EVENT_DETAIL/CounselingConfirmationIndicator', indicator),
  completedOn: at('COUNSELING_EVENT_DETAIL/CounselingCompletedDate', date),
});

export const housingExpense = shape({
  ...linkEnd,
  type: at('HousingExpenseType', codesOf('HousingExpenseType')),
  typeOther: at('HousingExpenseTypeOtherDescription', text),
  timing: at('HousingExpenseTimingType', codesOf('HousingExpenseTimingType')),
  amountCents: at('HousingExpensePaymentAmount', amount),
});

const creditScore = shape({
  ...linkEnd,
  value: at('CREDIT_SCORE_DETAIL/CreditScoreValue', text),
  source: at('CREDIT_SCORE_DETAIL/CreditRepositorySourceType', code),
  model: at('CREDIT_SCORE_DETAIL/CreditScoreModelNameType', code),
  scoredOn: at('CREDIT_SCORE_DETAIL/CreditScoreDate', date),
});

/** URLA 1, 5, 7, 8 of one borrower. */
export const borrower = shape({
  bornOn: at('BORROWER_DETAIL/BorrowerBirthDate', birthDate),
  maritalStatus: at('BORROWER_DETAIL/MaritalStatusType', codesOf('MaritalStatusType')),
  maritalStatusOther: at('BORROWER_DETAIL/MaritalStatusTypeOtherDescription', text),
  dependentCount: at('BORROWER_DETAIL/DependentCount', count),
  classification: at('BORROWER_DETAIL/BorrowerClassificationType', codesOf('BorrowerClassificationType')),
  isInCommunityPropertyState: at('BORROWER_DETAIL/CommunityPropertyStateResidentIndicator', indicator),
  hasMilitaryService: at('BORROWER_DETAIL/SelfDeclaredMilitaryServiceIndicator', indicator),
  isSurvivingSpouse: at('BORROWER_DETAIL/SpousalVABenefitsEligibilityIndicator', indicator),
  hasDomesticRelationship: at('BORROWER_DETAIL/DomesticRelationshipIndicator', indicator),
  domesticRelationship: at('BORROWER_DETAIL/DomesticRelationshipType', codesOf('DomesticRelationshipType')),
  domesticRelationshipOther: at('BORROWER_DETAIL/DomesticRelationshipTypeOtherDescription', text),
  domesticRelationshipState: at('BORROWER_DETAIL/DomesticRelationshipStateCode', code),
  mortgagedProperties: at('BORROWER_DETAIL/BorrowerTotalMortgagedPropertiesCount', count),
  applicationSignedOn: at('BORROWER_DETAIL/BorrowerApplicationSignedDate', date),
  schoolingYears: at('BORROWER_DETAIL/SchoolingYearsCount', count),
  intendsToProceedOn: at('BORROWER_DETAIL/IntentToProceedWithLoanTransactionIndicatedDate', date),
  qualifyingIncomeCents: at('BORROWER_DETAIL/BorrowerQualifyingIncomeAmount', amount),
  caivrs: at('GOVERNMENT_BORROWER/CAIVRSIdentifier', text),
  isVeteran: at('GOVERNMENT_BORROWER/VeteranStatusIndicator', indicator),
  dependents: many('DEPENDENTS/DEPENDENT', dependent),
  residences: many('RESIDENCES/RESIDENCE', residence),
  employers: many('EMPLOYERS/EMPLOYER', employer),
  otherIncomeTotalCents: at(
    'CURRENT_INCOME/CURRENT_INCOME_DETAIL/URLABorrowerTotalOtherIncomeAmount',
    amount,
  ),
  ageYearsAtApplication: at('BORROWER_DETAIL/BorrowerAgeAtApplicationYearsCount', count),
  militaryEntitlementsMonthlyCents: at(
    'CURRENT_INCOME/CURRENT_INCOME_ITEMS/CURRENT_INCOME_ITEM_SUMMARY/MonthlyMilitaryEntitlementsAmount',
    amount,
  ),
  incomes: many('CURRENT_INCOME/CURRENT_INCOME_ITEMS/CURRENT_INCOME_ITEM', incomeItem),
  declarations: one('DECLARATION', declarations),
  bankruptcies: many('BANKRUPTCIES/BANKRUPTCY', bankruptcy),
  counseling: many('COUNSELING/COUNSELING_EVENTS/COUNSELING_EVENT', counselingEvent),
  creditScores: many('CREDIT_SCORES/CREDIT_SCORE', creditScore),
  presentHousing: many('HOUSING_EXPENSES/HOUSING_EXPENSE', housingExpense),
  militaryServices: many('MILITARY_SERVICES/MILITARY_SERVICE', militaryService),
  governmentMonitoring: one('GOVERNMENT_MONITORING', governmentMonitoring),
  policyFeatures: many(
    'EXTENSION/OTHER/DU:BORROWER_EXTENSION/DU:BORROWER_FEATURES/DU:BORROWER_FEATURE',
    shape({ description: at('DU:DUPolicyFeatureDescription', text) }),
  ),
});
