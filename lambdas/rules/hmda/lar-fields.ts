import { codes, codesOrBlank, date, decimal, decimalOrBlank, field, integer, text } from './field-form.ts';
import type { FieldDefinition } from './field-form.ts';

/**
 * The 110 data fields of a loan/application register row in the order of the file, filing years 2024 to 2026
 * (Filing Instructions Guide, table 2: the three years differ in no name, type or value).
 */
export const larFields = [
  field('recordIdentifier', 'Record Identifier', codes('2')),
  field('lei', 'Legal Entity Identifier (LEI)', text(20)),
  field('uli', 'Universal Loan Identifier (ULI) or Non-Universal Loan Identifier (NULI)', text(45)),
  field('applicationDate', 'Application Date', date('NA')),
  field('loanType', 'Loan Type', codes('1 2 3 4')),
  field('loanPurpose', 'Loan Purpose', codes('1 2 31 32 4 5')),
  field('preapproval', 'Preapproval', codes('1 2')),
  field('constructionMethod', 'Construction Method', codes('1 2')),
  field('occupancyType', 'Occupancy Type', codes('1 2 3')),
  field('loanAmount', 'Loan Amount', decimal()),
  field('actionTaken', 'Action Taken', codes('1 2 3 4 5 6 7 8')),
  field('actionTakenDate', 'Action Taken Date', date()),
  field('streetAddress', 'Street Address', text()),
  field('city', 'City', text()),
  field('state', 'State', text()),
  field('zipCode', 'ZIP Code', text()),
  field('county', 'County', text()),
  field('censusTract', 'Census Tract', text()),
  field('applicantEthnicity1', 'Ethnicity of Applicant or Borrower: 1', codesOrBlank('1 11 12 13 14 2 3 4')),
  field('applicantEthnicity2', 'Ethnicity of Applicant or Borrower: 2', codesOrBlank('1 11 12 13 14 2')),
  field('applicantEthnicity3', 'Ethnicity of Applicant or Borrower: 3', codesOrBlank('1 11 12 13 14 2')),
  field('applicantEthnicity4', 'Ethnicity of Applicant or Borrower: 4', codesOrBlank('1 11 12 13 14 2')),
  field('applicantEthnicity5', 'Ethnicity of Applicant or Borrower: 5', codesOrBlank('1 11 12 13 14 2')),
  field(
    'applicantEthnicityOther',
    'Ethnicity of Applicant or Borrower: Free Form Text Field for Other Hispanic or Latino',
    text(100),
  ),
  field(
    'coApplicantEthnicity1',
    'Ethnicity of Co-Applicant or Co-Borrower: 1',
    codesOrBlank('1 11 12 13 14 2 3 4 5'),
  ),
  field(
    'coApplicantEthnicity2',
    'Ethnicity of Co-Applicant or Co-Borrower: 2',
    codesOrBlank('1 11 12 13 14 2'),
  ),
  field(
    'coApplicantEthnicity3',
    'Ethnicity of Co-Applicant or Co-Borrower: 3',
    codesOrBlank('1 11 12 13 14 2'),
  ),
  field(
    'coApplicantEthnicity4',
    'Ethnicity of Co-Applicant or Co-Borrower: 4',
    codesOrBlank('1 11 12 13 14 2'),
  ),
  field(
    'coApplicantEthnicity5',
    'Ethnicity of Co-Applicant or Co-Borrower: 5',
    codesOrBlank('1 11 12 13 14 2'),
  ),
  field(
    'coApplicantEthnicityOther',
    'Ethnicity of Co-Applicant or Co-Borrower: Free Form Text Field for Other Hispanic or Latino',
    text(100),
  ),
  field(
    'applicantEthnicityObserved',
    'Ethnicity of Applicant or Borrower Collected on the Basis of Visual Observation or Surname',
    codes('1 2 3'),
  ),
  field(
    'coApplicantEthnicityObserved',
    'Ethnicity of Co-Applicant or Co-Borrower Collected on the Basis of Visual Observation or Surname',
    codes('1 2 3 4'),
  ),
  field(
    'applicantRace1',
    'Race of Applicant or Borrower: 1',
    codesOrBlank('1 2 21 22 23 24 25 26 27 3 4 41 42 43 44 5 6 7'),
  ),
  field(
    'applicantRace2',
    'Race of Applicant or Borrower: 2',
    codesOrBlank('1 2 21 22 23 24 25 26 27 3 4 41 42 43 44 5'),
  ),
  field(
    'applicantRace3',
    'Race of Applicant or Borrower: 3',
    codesOrBlank('1 2 21 22 23 24 25 26 27 3 4 41 42 43 44 5'),
  ),
  field(
    'applicantRace4',
    'Race of Applicant or Borrower: 4',
    codesOrBlank('1 2 21 22 23 24 25 26 27 3 4 41 42 43 44 5'),
  ),
  field(
    'applicantRace5',
    'Race of Applicant or Borrower: 5',
    codesOrBlank('1 2 21 22 23 24 25 26 27 3 4 41 42 43 44 5'),
  ),
  field(
    'applicantRaceTribe',
    'Race of Applicant or Borrower: Free Form Text Field for American Indian or Alaska Native Enrolled or Principal Tribe',
    text(100),
  ),
  field(
    'applicantRaceOtherAsian',
    'Race of Applicant or Borrower: Free Form Text Field for Other Asian',
    text(100),
  ),
  field(
    'applicantRaceOtherPacificIslander',
    'Race of Applicant or Borrower: Free Form Text Field for Other Pacific Islander',
    text(100),
  ),
  field(
    'coApplicantRace1',
    'Race of Co-Applicant or Co-Borrower: 1',
    codesOrBlank('1 2 21 22 23 24 25 26 27 3 4 41 42 43 44 5 6 7 8'),
  ),
  field(
    'coApplicantRace2',
    'Race of Co-Applicant or Co-Borrower: 2',
    codesOrBlank('1 2 21 22 23 24 25 26 27 3 4 41 42 43 44 5'),
  ),
  field(
    'coApplicantRace3',
    'Race of Co-Applicant or Co-Borrower: 3',
    codesOrBlank('1 2 21 22 23 24 25 26 27 3 4 41 42 43 44 5'),
  ),
  field(
    'coApplicantRace4',
    'Race of Co-Applicant or Co-Borrower: 4',
    codesOrBlank('1 2 21 22 23 24 25 26 27 3 4 41 42 43 44 5'),
  ),
  field(
    'coApplicantRace5',
    'Race of Co-Applicant or Co-Borrower: 5',
    codesOrBlank('1 2 21 22 23 24 25 26 27 3 4 41 42 43 44 5'),
  ),
  field(
    'coApplicantRaceTribe',
    'Race of Co-Applicant or Co-Borrower: Free Form Text Field for American Indian or Alaska Native Enrolled or Principal Tribe',
    text(100),
  ),
  field(
    'coApplicantRaceOtherAsian',
    'Race of Co-Applicant or Co-Borrower: Free Form Text Field for Other Asian',
    text(100),
  ),
  field(
    'coApplicantRaceOtherPacificIslander',
    'Race of Co-Applicant or Co-Borrower: Free Form Text Field for Other Pacific Islander',
    text(100),
  ),
  field(
    'applicantRaceObserved',
    'Race of Applicant or Borrower Collected on the Basis of Visual Observation or Surname',
    codes('1 2 3'),
  ),
  field(
    'coApplicantRaceObserved',
    'Race of Co-Applicant or Co-Borrower Collected on the Basis of Visual Observation or Surname',
    codes('1 2 3 4'),
  ),
  field('applicantSex', 'Sex of Applicant or Borrower', codes('1 2 3 4 6')),
  field('coApplicantSex', 'Sex of Co-Applicant or Co-Borrower', codes('1 2 3 4 5 6')),
  field(
    'applicantSexObserved',
    'Sex of Applicant or Borrower Collected on the Basis of Visual Observation or Surname',
    codes('1 2 3'),
  ),
  field(
    'coApplicantSexObserved',
    'Sex of Co-Applicant or Co-Borrower Collected on the Basis of Visual Observation or Surname',
    codes('1 2 3 4'),
  ),
  field('applicantAge', 'Age of Applicant or Borrower', integer('8888')),
  field('coApplicantAge', 'Age of Co-Applicant or Co-Borrower', integer('8888 9999')),
  field('income', 'Income', integer('NA')),
  field('typeOfPurchaser', 'Type of Purchaser', codes('0 1 2 3 4 5 6 71 72 8 9')),
  field('rateSpread', 'Rate Spread', decimal('NA Exempt')),
  field('hoepaStatus', 'HOEPA Status', codes('1 2 3')),
  field('lienStatus', 'Lien Status', codes('1 2')),
  field('applicantCreditScore', 'Credit Score of Applicant or Borrower', integer('7777 8888 1111')),
  field(
    'coApplicantCreditScore',
    'Credit Score of Co-Applicant or Co-Borrower',
    integer('7777 8888 9999 1111'),
  ),
  field(
    'applicantCreditModel',
    'Applicant or Borrower, Name and Version of Credit Scoring Model',
    codes('1 2 3 4 5 6 7 8 9 11 12 13 14 15 1111'),
  ),
  field(
    'applicantCreditModelOther',
    'Applicant or Borrower, Name and Version of Credit Scoring Model: Conditional Free Form Text Field for Code 8',
    text(100),
  ),
  field(
    'coApplicantCreditModel',
    'Co-Applicant or Co-Borrower, Name and Version of Credit Scoring Model',
    codes('1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 1111'),
  ),
  field(
    'coApplicantCreditModelOther',
    'Co-Applicant or Co-Borrower, Name and Version of Credit Scoring Model: Conditional Free Form Text Field for Code 8',
    text(100),
  ),
  field('denialReason1', 'Reason for Denial: 1', codes('1 2 3 4 5 6 7 8 9 10 1111')),
  field('denialReason2', 'Reason for Denial: 2', codesOrBlank('1 2 3 4 5 6 7 8 9')),
  field('denialReason3', 'Reason for Denial: 3', codesOrBlank('1 2 3 4 5 6 7 8 9')),
  field('denialReason4', 'Reason for Denial: 4', codesOrBlank('1 2 3 4 5 6 7 8 9')),
  field('denialReasonOther', 'Reason for Denial: Conditional Free Form Text Field for Code 9', text(255)),
  field('totalLoanCosts', 'Total Loan Costs', decimal('NA Exempt')),
  field('totalPointsAndFees', 'Total Points and Fees', decimal('NA Exempt')),
  field('originationCharges', 'Origination Charges', decimal('NA Exempt')),
  field('discountPoints', 'Discount Points', decimalOrBlank('NA Exempt')),
  field('lenderCredits', 'Lender Credits', decimalOrBlank('NA Exempt')),
  field('interestRate', 'Interest Rate', decimal('NA Exempt')),
  field('prepaymentPenaltyTerm', 'Prepayment Penalty Term', integer('NA Exempt')),
  field('debtToIncomeRatio', 'Debt-to-Income Ratio', decimal('NA Exempt')),
  field('combinedLoanToValueRatio', 'Combined Loan-to-Value Ratio', decimal('NA Exempt')),
  field('loanTerm', 'Loan Term', integer('NA Exempt')),
  field('introductoryRatePeriod', 'Introductory Rate Period', integer('NA Exempt')),
  field('balloonPayment', 'Balloon Payment', codes('1 2 1111')),
  field('interestOnlyPayments', 'Interest-Only Payments', codes('1 2 1111')),
  field('negativeAmortization', 'Negative Amortization', codes('1 2 1111')),
  field('otherNonAmortizingFeatures', 'Other Non-Amortizing Features', codes('1 2 1111')),
  field('propertyValue', 'Property Value', decimal('NA Exempt')),
  field(
    'manufacturedHomeSecuredPropertyType',
    'Manufactured Home Secured Property Type',
    codes('1 2 3 1111'),
  ),
  field(
    'manufacturedHomeLandPropertyInterest',
    'Manufactured Home Land Property Interest',
    codes('1 2 3 4 5 1111'),
  ),
  field('totalUnits', 'Total Units', integer()),
  field('multifamilyAffordableUnits', 'Multifamily Affordable Units', integer('NA Exempt')),
  field('submissionOfApplication', 'Submission of Application', codes('1 2 3 1111')),
  field('initiallyPayableToInstitution', 'Initially Payable to Your Institution', codes('1 2 3 1111')),
  field('nmlsrIdentifier', 'Mortgage Loan Originator NMLSR Identifier', text()),
  field('aus1', 'Automated Underwriting System: 1', codes('1 2 3 4 5 6 7 1111')),
  field('aus2', 'Automated Underwriting System: 2', codesOrBlank('1 2 3 4 5 7')),
  field('aus3', 'Automated Underwriting System: 3', codesOrBlank('1 2 3 4 5 7')),
  field('aus4', 'Automated Underwriting System: 4', codesOrBlank('1 2 3 4 5 7')),
  field('aus5', 'Automated Underwriting System: 5', codesOrBlank('1 2 3 4 5 7')),
  field('ausOther', 'Automated Underwriting System: Conditional Free Form Text Field for Code 5', text(255)),
  field(
    'ausResult1',
    'Automated Underwriting System Result: 1',
    codes('1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 1111'),
  ),
  field(
    'ausResult2',
    'Automated Underwriting System Result: 2',
    codesOrBlank('1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 18 19 20 21 22 23 24'),
  ),
  field(
    'ausResult3',
    'Automated Underwriting System Result: 3',
    codesOrBlank('1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 18 19 20 21 22 23 24'),
  ),
  field(
    'ausResult4',
    'Automated Underwriting System Result: 4',
    codesOrBlank('1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 18 19 20 21 22 23 24'),
  ),
  field(
    'ausResult5',
    'Automated Underwriting System Result: 5',
    codesOrBlank('1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 18 19 20 21 22 23 24'),
  ),
  field(
    'ausResultOther',
    'Automated Underwriting System Result: Conditional Free Form Text Field for Code 16',
    text(255),
  ),
  field('reverseMortgage', 'Reverse Mortgage', codes('1 2 1111')),
  field('openEndLineOfCredit', 'Open-End Line of Credit', codes('1 2 1111')),
  field('businessOrCommercialPurpose', 'Business or Commercial Purpose', codes('1 2 1111')),
] as const;

export type LarFieldName = (typeof larFields)[number]['name'];

const byName: ReadonlyMap<string, FieldDefinition> = new Map(larFields.map((field) => [field.name, field]));

/** 1 for the record identifier, 110 for the business or commercial purpose. */
export const larPositionOf = (name: LarFieldName): number =>
  larFields.findIndex((field) => field.name === name) + 1;

export const larFieldOf = (name: LarFieldName): FieldDefinition | undefined => byName.get(name);
