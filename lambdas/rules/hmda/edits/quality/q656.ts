import { anyField } from '../../any-field.ts';
import type { LarEdit } from '../../edit.ts';
import type { LarFieldName } from '../../lar-fields.ts';
import { valueOneOf } from './value-one-of.ts';

/** The identifier takes no exemption code at all; 1111 in it is the same mistake. */
const fields: readonly LarFieldName[] = [
  'uli',
  'interestRate',
  'rateSpread',
  'prepaymentPenaltyTerm',
  'debtToIncomeRatio',
  'combinedLoanToValueRatio',
  'loanTerm',
  'introductoryRatePeriod',
  'streetAddress',
  'city',
  'state',
  'zipCode',
  'totalLoanCosts',
  'totalPointsAndFees',
  'originationCharges',
  'discountPoints',
  'lenderCredits',
  'propertyValue',
  'multifamilyAffordableUnits',
  'nmlsrIdentifier',
];
const isExemptionNumber = valueOneOf('1111');

export const q656: LarEdit = {
  id: 'Q656',
  kind: 'quality',
  text: 'The value 1111 was entered in a field that accepts only "Exempt" as the exemption code, which may indicate an incorrect exemption code is being used.',
  fields: fields,
  fails: anyField(fields, isExemptionNumber),
};
