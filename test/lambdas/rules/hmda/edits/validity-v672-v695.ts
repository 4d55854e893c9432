import { company, onTopOf, secondCompany } from './validity-row.ts';
import type { Change, EditCase } from './validity-row.ts';
import type { LarFieldName } from '../../../../../lambdas/rules/hmda/lar-fields.ts';

const reverse = { reverseMortgage: '1' };
const openEnd = { openEndLineOfCredit: '1' };
const business = { businessOrCommercialPurpose: '1' };
const denied = { actionTaken: '3' };
const purchased = { actionTaken: '6' };
const exemptAlready = {
  reverseMortgage: '1111',
  openEndLineOfCredit: '1111',
  businessOrCommercialPurpose: '1111',
};

/** On such a row the field must be NA or Exempt, and on the plain row it need not be. */
const mustBeExcused = (name: LarFieldName, condition: Change, value = '1200'): EditCase => ({
  trips: onTopOf(condition, [{ [name]: value }, { [name]: '0' }, { [name]: '-10.0' }, { [name]: '' }]),
  passes: [
    { ...condition, [name]: 'NA' },
    { ...condition, [name]: 'Exempt' },
    { ...exemptAlready, [name]: value },
    { [name]: value },
  ],
});

/** Of the field's format: what it may be in any row, and what in none. */
const mustBe = (name: LarFieldName, values: readonly string[], wrong: readonly string[]): EditCase => ({
  trips: wrong.map((value) => ({ [name]: value })),
  passes: values.map((value) => ({ [name]: value })),
});

const notNegative = (name: LarFieldName): EditCase =>
  mustBe(name, ['0', '2399.04', 'NA', 'Exempt'], ['', '-10.0', 'test', '2,399']);

const aboveZeroOrBlank = (name: LarFieldName): EditCase =>
  mustBe(name, ['', '0.01', 'NA', 'Exempt'], ['0', '0.00', '-10.0', 'test']);

const wholeAboveZero = (name: LarFieldName): EditCase =>
  mustBe(name, ['24', 'NA', 'Exempt'], ['', '0', '-24', '24.5', 'test']);

const feature = (name: LarFieldName): EditCase => mustBe(name, ['1', '2', '1111'], ['', '0', '3', 'Exempt']);

const notOriginated = (name: LarFieldName): Record<2 | 3 | 4 | 5, EditCase> => ({
  2: mustBeExcused(name, reverse),
  3: mustBeExcused(name, openEnd),
  4: mustBeExcused(name, business),
  5: mustBeExcused(name, denied),
});

const originationCharges = notOriginated('originationCharges');
const discountPoints = notOriginated('discountPoints');
const lenderCredits = notOriginated('lenderCredits');

const units = { multifamilyAffordableUnits: '3' };

/** Manufactured homes: the code that says there is none, wherever there cannot be one. */
const noManufacturedHome = (name: LarFieldName, condition: Change, none: string): EditCase => ({
  trips: onTopOf(condition, [{ [name]: '1' }, { [name]: '' }]),
  passes: [
    { ...condition, [name]: none },
    { ...condition, [name]: '1111' },
  ],
});

export const costsTermsAndPropertyCases: Readonly<Record<string, EditCase>> = {
  'V672-1': notNegative('totalLoanCosts'),
  'V672-2': {
    trips: [{ totalPointsAndFees: '0' }, { totalPointsAndFees: '10', totalLoanCosts: 'Exempt' }],
    passes: [{ totalPointsAndFees: '10', totalLoanCosts: 'NA' }, { totalPointsAndFees: 'Exempt' }],
  },
  'V672-3': mustBeExcused('totalLoanCosts', reverse),
  'V672-4': mustBeExcused('totalLoanCosts', openEnd),
  'V672-5': mustBeExcused('totalLoanCosts', business),
  'V672-6': mustBeExcused('totalLoanCosts', denied),
  'V673-1': notNegative('totalPointsAndFees'),
  'V673-2': mustBeExcused('totalPointsAndFees', purchased),
  'V673-3': mustBeExcused('totalPointsAndFees', reverse),
  'V673-4': mustBeExcused('totalPointsAndFees', business),
  'V673-5': {
    trips: [{ totalPointsAndFees: '10' }, { totalLoanCosts: '0', totalPointsAndFees: 'Exempt' }],
    passes: [{ totalLoanCosts: 'NA', totalPointsAndFees: '10' }],
  },
  'V674-1': notNegative('originationCharges'),
  'V674-2': originationCharges[2],
  'V674-3': originationCharges[3],
  'V674-4': originationCharges[4],
  'V674-5': originationCharges[5],
  'V675-1': aboveZeroOrBlank('discountPoints'),
  'V675-2': discountPoints[2],
  'V675-3': discountPoints[3],
  'V675-4': discountPoints[4],
  'V675-5': discountPoints[5],
  'V676-1': aboveZeroOrBlank('lenderCredits'),
  'V676-2': lenderCredits[2],
  'V676-3': lenderCredits[3],
  'V676-4': lenderCredits[4],
  'V676-5': lenderCredits[5],
  'V677-1': notNegative('interestRate'),
  'V677-2': mustBeExcused('interestRate', denied, '6.125'),
  'V678-1': wholeAboveZero('prepaymentPenaltyTerm'),
  'V678-2': mustBeExcused('prepaymentPenaltyTerm', purchased, '24'),
  'V678-3': mustBeExcused('prepaymentPenaltyTerm', reverse, '24'),
  'V678-4': mustBeExcused('prepaymentPenaltyTerm', business, '24'),
  'V678-5': {
    trips: [{ prepaymentPenaltyTerm: '361' }, { prepaymentPenaltyTerm: '13', loanTerm: '12' }],
    passes: [
      { prepaymentPenaltyTerm: '360' },
      { prepaymentPenaltyTerm: '361', loanTerm: 'NA' },
      { prepaymentPenaltyTerm: 'test' },
    ],
  },
  'V679-1': mustBe('debtToIncomeRatio', ['42.95', '-42.95', '0', 'NA', 'Exempt'], ['', 'test', '42%']),
  'V679-2': mustBeExcused('debtToIncomeRatio', purchased, '42.95'),
  'V679-3': mustBeExcused('debtToIncomeRatio', units, '42.95'),
  'V680-1': {
    trips: [company],
    passes: [
      { ...company, debtToIncomeRatio: 'NA' },
      { ...company, debtToIncomeRatio: 'Exempt' },
      { ...company, coApplicantRace1: '5' },
    ],
  },
  'V680-2': {
    trips: [{ ...company, ...secondCompany }],
    passes: [{ ...company, ...secondCompany, debtToIncomeRatio: 'NA' }, company, secondCompany],
  },
  'V681-1': mustBe('combinedLoanToValueRatio', ['80.05', 'NA', 'Exempt'], ['', '0', '-5', 'test']),
  'V681-2': mustBeExcused('combinedLoanToValueRatio', purchased, '80.05'),
  'V682-1': wholeAboveZero('loanTerm'),
  'V682-2': mustBeExcused('loanTerm', reverse, '360'),
  V683: wholeAboveZero('introductoryRatePeriod'),
  V684: feature('balloonPayment'),
  V685: feature('interestOnlyPayments'),
  V686: feature('negativeAmortization'),
  V687: feature('otherNonAmortizingFeatures'),
  'V688-1': mustBe('propertyValue', ['350500.24', 'NA', 'Exempt'], ['', '0', '-1.0', 'test']),
  'V688-2': mustBeExcused('propertyValue', { actionTaken: '4' }, '350500'),
  'V689-1': mustBe('manufacturedHomeSecuredPropertyType', ['1', '3', '1111'], ['', '4']),
  'V689-2': noManufacturedHome(
    'manufacturedHomeSecuredPropertyType',
    { ...units, constructionMethod: '2' },
    '3',
  ),
  'V689-3': noManufacturedHome('manufacturedHomeSecuredPropertyType', {}, '3'),
  'V690-1': mustBe('manufacturedHomeLandPropertyInterest', ['4', '5', '1111'], ['', '6']),
  'V690-2': noManufacturedHome(
    'manufacturedHomeLandPropertyInterest',
    { ...units, constructionMethod: '2' },
    '5',
  ),
  'V690-3': noManufacturedHome('manufacturedHomeLandPropertyInterest', {}, '5'),
  V691: mustBe('totalUnits', ['1', '120'], ['', '0', '-1', '1.5', 'NA']),
  'V692-1': mustBe('multifamilyAffordableUnits', ['0', '12', 'NA', 'Exempt'], ['', '-1', '1.5', 'test']),
  'V692-2': {
    trips: [{ multifamilyAffordableUnits: '0' }, { totalUnits: '4', multifamilyAffordableUnits: 'test' }],
    passes: [{ totalUnits: '5', multifamilyAffordableUnits: '0' }, { multifamilyAffordableUnits: 'Exempt' }],
  },
  'V692-3': {
    trips: onTopOf({ totalUnits: '5' }, [
      { multifamilyAffordableUnits: '6' },
      { multifamilyAffordableUnits: 'test' },
    ]),
    passes: [
      { totalUnits: '5', multifamilyAffordableUnits: '5' },
      { totalUnits: '5' },
      { multifamilyAffordableUnits: '6' },
    ],
  },
  'V693-1': mustBe('submissionOfApplication', ['2', '3', '1111'], ['', '4']),
  'V693-2': {
    trips: [purchased, { ...purchased, submissionOfApplication: '2' }],
    passes: onTopOf(purchased, [{ submissionOfApplication: '3' }, { submissionOfApplication: '1111' }]),
  },
  'V693-3': {
    trips: [{ submissionOfApplication: '3' }],
    passes: [{ ...purchased, submissionOfApplication: '3' }, { submissionOfApplication: '1111' }],
  },
  'V694-1': mustBe('initiallyPayableToInstitution', ['2', '3', '1111'], ['', '4']),
  'V694-2': {
    trips: [purchased],
    passes: onTopOf(purchased, [
      { initiallyPayableToInstitution: '3' },
      { initiallyPayableToInstitution: '1111' },
    ]),
  },
  'V694-3': {
    trips: [{ initiallyPayableToInstitution: '3' }, { initiallyPayableToInstitution: '' }],
    passes: [{ initiallyPayableToInstitution: '1111' }, { ...denied, initiallyPayableToInstitution: '3' }],
  },
  'V695-1': mustBe('nmlsrIdentifier', ['1', '0', 'NA', 'Exempt'], ['', 'na', '123myId', '45.56', '-123450']),
  'V695-2': mustBe('nmlsrIdentifier', ['10', 'NA', ''], ['0', '0000']),
  'V695-3': mustBe(
    'nmlsrIdentifier',
    ['1234', '123456789012', 'NA', 'Exempt'],
    ['123', '1234567890123', '45.56', ''],
  ),
  'V695-3 from 2026': mustBe(
    'nmlsrIdentifier',
    ['1234', '0001234', '3000000', 'NA', 'Exempt'],
    ['123', '3000001', '12345678', '1234.5'],
  ),
};
