import { larFields } from '../../../../../lambdas/rules/hmda/lar-fields.ts';
import { larRow, withFields } from '../../../../../lambdas/rules/hmda/lar-row.ts';
import type { LarFieldName } from '../../../../../lambdas/rules/hmda/lar-fields.ts';
import type { LarRow } from '../../../../../lambdas/rules/hmda/lar-row.ts';

export type Change = Partial<Record<LarFieldName, string>>;

/** What an edit says of changes to a plain row: those that trip it, and those that do not. */
export interface QualityCase {
  trips: readonly Change[];
  passes: readonly Change[];
}

export const manyUnits: Change = { totalUnits: '5', multifamilyAffordableUnits: '0', hoepaStatus: '3' };

const LEI = 'SAMPLEMILLSBANK00001';

/** An originated purchase of a house by one person, sold to nobody: it trips no quality edit of any year. */
const plain: Change = {
  recordIdentifier: '2',
  lei: LEI,
  uli: `${LEI}LOAN000101`,
  applicationDate: '20250303',
  loanType: '1',
  loanPurpose: '1',
  preapproval: '2',
  constructionMethod: '1',
  occupancyType: '1',
  loanAmount: '240000',
  actionTaken: '1',
  actionTakenDate: '20250415',
  streetAddress: '12 Sample Road',
  city: 'Exampleton',
  state: 'OH',
  zipCode: '43001',
  county: '39049',
  censusTract: '39049000110',
  applicantAge: '41',
  coApplicantAge: '9999',
  income: '96',
  typeOfPurchaser: '0',
  rateSpread: '0.428',
  hoepaStatus: '2',
  lienStatus: '1',
  applicantCreditScore: '742',
  coApplicantCreditScore: '9999',
  applicantCreditModel: '3',
  coApplicantCreditModel: '10',
  denialReason1: '10',
  totalLoanCosts: '4200',
  totalPointsAndFees: 'NA',
  originationCharges: '1500.5',
  discountPoints: '600',
  interestRate: '6.125',
  prepaymentPenaltyTerm: 'NA',
  debtToIncomeRatio: '34.2',
  combinedLoanToValueRatio: '80',
  loanTerm: '360',
  introductoryRatePeriod: 'NA',
  balloonPayment: '2',
  interestOnlyPayments: '2',
  negativeAmortization: '2',
  otherNonAmortizingFeatures: '2',
  propertyValue: '300000',
  manufacturedHomeSecuredPropertyType: '3',
  manufacturedHomeLandPropertyInterest: '5',
  totalUnits: '1',
  multifamilyAffordableUnits: 'NA',
  submissionOfApplication: '1',
  initiallyPayableToInstitution: '1',
  nmlsrIdentifier: '123450',
  aus1: '1',
  ausResult1: '1',
  reverseMortgage: '2',
  openEndLineOfCredit: '2',
  businessOrCommercialPurpose: '2',
};

export const rowWith = (change: Change): LarRow =>
  withFields(larRow(larFields.map(({ name }) => plain[name] ?? '')), change);
