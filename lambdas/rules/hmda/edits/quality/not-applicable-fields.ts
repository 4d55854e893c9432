import type { LarFieldName } from '../../lar-fields.ts';

/** Data fields in which 8888, 9999 or NA says that there is nothing to report. */
export const notApplicableFields: readonly LarFieldName[] = [
  'applicantAge',
  'coApplicantAge',
  'applicantCreditScore',
  'coApplicantCreditScore',
  'streetAddress',
  'city',
  'state',
  'zipCode',
  'income',
  'rateSpread',
  'totalLoanCosts',
  'totalPointsAndFees',
  'originationCharges',
  'discountPoints',
  'lenderCredits',
  'interestRate',
  'prepaymentPenaltyTerm',
  'debtToIncomeRatio',
  'combinedLoanToValueRatio',
  'loanTerm',
  'introductoryRatePeriod',
  'multifamilyAffordableUnits',
  'propertyValue',
  'nmlsrIdentifier',
];
