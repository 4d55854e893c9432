import { anyField } from '../../any-field.ts';
import type { LarFieldName } from '../../lar-fields.ts';
import type { LarRow } from '../../lar-row.ts';
import { isExempt, isExemptCode } from '../../reported-words.ts';
import { resultFields, systemFields } from '../validity/families/underwriting-systems.ts';

/** Data fields in which the election of a partial exemption is the code 1111 (12 CFR 1003.3(d)). */
const codeFields: readonly LarFieldName[] = [
  'submissionOfApplication',
  ...resultFields,
  ...systemFields,
  'balloonPayment',
  'businessOrCommercialPurpose',
  'applicantCreditScore',
  'coApplicantCreditScore',
  'applicantCreditModel',
  'coApplicantCreditModel',
  'denialReason1',
  'denialReason2',
  'denialReason3',
  'denialReason4',
  'interestOnlyPayments',
  'openEndLineOfCredit',
  'manufacturedHomeLandPropertyInterest',
  'manufacturedHomeSecuredPropertyType',
  'reverseMortgage',
  'negativeAmortization',
  'otherNonAmortizingFeatures',
  'initiallyPayableToInstitution',
];

/** Data fields in which it is the word Exempt. */
const wordFields: readonly LarFieldName[] = [
  'streetAddress',
  'city',
  'state',
  'zipCode',
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
  'propertyValue',
  'multifamilyAffordableUnits',
  'nmlsrIdentifier',
];

export const exemptibleFields: readonly LarFieldName[] = [...codeFields, ...wordFields];

const usesCode = anyField(codeFields, isExemptCode);
const usesWord = anyField(wordFields, isExempt);

/** Whether a row elects the partial exemption for any of its data points. */
export const usesExemption = (row: LarRow): boolean => usesCode(row) || usesWord(row);
