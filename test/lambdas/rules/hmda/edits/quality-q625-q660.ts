import { manyUnits } from './quality-row.ts';
import type { Change, QualityCase } from './quality-row.ts';

const denied: Change = { actionTaken: '3' };

/** An underwriting system in the second place with each result: those it gives, and some that it does not. */
function systemCase(system: string, given: readonly string[], others: readonly string[]): QualityCase {
  const second = (result: string): Change => ({ aus2: system, ausResult2: result });
  return {
    trips: others.map(second),
    passes: [...given.map(second), { aus2: '7', ausResult2: others[0] ?? '' }],
  };
}

/** By official number; where a number has a rule of other years, by number and first year. */
export const otherCases: Readonly<Record<string, QualityCase>> = {
  Q625: {
    trips: [{ loanType: '3', loanAmount: '1050001', totalUnits: '4' }],
    passes: [
      { loanType: '3', loanAmount: '1050000' },
      { loanType: '3', loanAmount: '1050001', ...manyUnits },
      { loanType: '4', loanAmount: '1050001' },
    ],
  },
  Q626: {
    trips: [
      { typeOfPurchaser: '1', loanAmount: '1225000.01' },
      { typeOfPurchaser: '4', loanAmount: '1225001' },
    ],
    passes: [
      { typeOfPurchaser: '1', loanAmount: '1225000' },
      { typeOfPurchaser: '5', loanAmount: '1225001' },
      { typeOfPurchaser: '1', loanAmount: '1225001', ...manyUnits },
    ],
  },
  Q627: {
    trips: [
      { ...manyUnits, loanAmount: '99999' },
      { ...manyUnits, loanAmount: '10000001' },
    ],
    passes: [
      { ...manyUnits, loanAmount: '100000' },
      { ...manyUnits, loanAmount: '10000000' },
      { totalUnits: '4', loanAmount: '99999' },
    ],
  },
  Q628: {
    trips: [{ loanAmount: '10000' }, { loanAmount: '9999', totalUnits: '4' }],
    passes: [
      { loanAmount: '10001' },
      { loanAmount: '10000', loanPurpose: '2' },
      { loanAmount: '10000', ...manyUnits },
    ],
  },
  Q629: {
    trips: [{ income: 'NA' }, { income: 'NA', actionTaken: '8', loanPurpose: '4', totalUnits: '4' }],
    passes: [
      { income: 'NA', actionTaken: '6' },
      { income: 'NA', loanPurpose: '31' },
      { income: 'NA', ...manyUnits },
      { income: '0' },
    ],
  },
  Q630: {
    trips: [{ ...manyUnits, hoepaStatus: '2' }],
    passes: [manyUnits, { totalUnits: '4', hoepaStatus: '2' }],
  },
  Q631: {
    trips: [
      { ...manyUnits, loanType: '2' },
      { ...manyUnits, loanType: '4' },
    ],
    passes: [manyUnits, { totalUnits: '4', loanType: '3' }],
  },
  Q632: systemCase('3', ['1', '2', '3', '4', '8', '13', '18', '19', '16'], ['5', '10', '17', '']),
  Q633: systemCase(
    '4',
    ['3', '4', '10', '15', '18', '19', '20', '21', '22', '23', '24', '16'],
    ['1', '8', '17', ''],
  ),
  'Q642-1': {
    trips: [{ applicantCreditScore: '7777' }, { applicantCreditScore: '7777', applicantCreditModel: '9' }],
    passes: [
      { applicantCreditScore: '7777', applicantCreditModel: '7' },
      { applicantCreditScore: '7777', applicantCreditModel: '8' },
      { coApplicantCreditScore: '7777', coApplicantCreditModel: '1' },
    ],
  },
  'Q642-2': {
    trips: [{ coApplicantCreditScore: '7777' }],
    passes: [
      { coApplicantCreditScore: '7777', coApplicantCreditModel: '8' },
      { applicantCreditScore: '7777' },
    ],
  },
  Q643: systemCase('1', ['1', '2', '3', '4', '5', '6', '7', '15', '16'], ['8', '24', '17', '']),
  Q644: systemCase('2', ['8', '9', '10', '11', '12', '13', '16'], ['1', '15', '17', '']),
  'Q645-1': {
    trips: [{ loanAmount: '499.99' }, { loanAmount: '0', loanPurpose: '2' }],
    passes: [{ loanAmount: '500' }, { loanAmount: 'none' }],
  },
  'Q645-2': {
    trips: [{ loanAmount: '999' }],
    passes: [{ loanAmount: '1000' }, { loanAmount: '999', loanPurpose: '2' }],
  },
  Q646: {
    trips: [
      { submissionOfApplication: '1111' },
      { ausResult4: '1111' },
      { denialReason2: '1111' },
      { coApplicantCreditModel: '1111' },
      { streetAddress: 'Exempt' },
      { nmlsrIdentifier: 'Exempt' },
    ],
    passes: [{}, { loanAmount: '1111' }, { streetAddress: '1111' }, { balloonPayment: 'Exempt' }],
  },
  Q647: {
    trips: [{ reverseMortgage: '1111' }, { propertyValue: 'Exempt' }],
    passes: [{}],
  },
  Q648: {
    trips: [{ uli: 'OTHERMILLSBANK000001LOAN000101' }, { uli: 'SAMPLEMILLSBANK00002X101', ...denied }],
    passes: [
      { uli: 'samplemillsbank00001LOAN000101' },
      { uli: 'OTHERMILLSBANK000001LOAN000101', actionTaken: '6' },
      { uli: 'LOAN000101' },
    ],
  },
  'Q649-1': {
    trips: [
      { applicantCreditScore: '299' },
      { applicantCreditScore: '901' },
      { applicantCreditScore: '9999' },
    ],
    passes: [
      { applicantCreditScore: '300' },
      { applicantCreditScore: '900' },
      { applicantCreditScore: '7777' },
      { applicantCreditScore: '8888' },
      { applicantCreditScore: '1111' },
    ],
  },
  'Q649-2': {
    trips: [{ coApplicantCreditScore: '299' }, { coApplicantCreditScore: '901' }],
    passes: [{ coApplicantCreditScore: '300' }, { coApplicantCreditScore: '7777' }],
  },
  'Q650-1': {
    trips: [{ interestRate: '0.499' }, { interestRate: '.01' }],
    passes: [{ interestRate: '0' }, { interestRate: '0.5' }, { interestRate: 'NA' }],
  },
  'Q650-2': {
    trips: [{ interestRate: '20.001' }],
    passes: [{ interestRate: '20' }, { interestRate: 'Exempt' }],
  },
  Q651: {
    trips: [{ combinedLoanToValueRatio: '0.99' }],
    passes: [
      { combinedLoanToValueRatio: '1' },
      { combinedLoanToValueRatio: '0' },
      { combinedLoanToValueRatio: 'NA' },
    ],
  },
  'Q651-1': {
    trips: [{ combinedLoanToValueRatio: '1.499' }],
    passes: [{ combinedLoanToValueRatio: '1.5' }, { combinedLoanToValueRatio: '0' }],
  },
  'Q651-2': {
    trips: [{ combinedLoanToValueRatio: '150' }, { combinedLoanToValueRatio: '300.5' }],
    passes: [{ combinedLoanToValueRatio: '149.999' }, { combinedLoanToValueRatio: 'Exempt' }],
  },
  Q652: {
    trips: [{ debtToIncomeRatio: '0.342' }],
    passes: [{ debtToIncomeRatio: '1' }, { debtToIncomeRatio: '0' }, { debtToIncomeRatio: 'NA' }],
  },
  'Q653-1': {
    trips: [{ combinedLoanToValueRatio: '250.01' }, { combinedLoanToValueRatio: '-1', actionTaken: '8' }],
    passes: [
      { combinedLoanToValueRatio: '250' },
      { combinedLoanToValueRatio: '0' },
      { combinedLoanToValueRatio: '999', ...denied },
      { combinedLoanToValueRatio: 'NA' },
    ],
  },
  'Q653-2': {
    trips: [{ combinedLoanToValueRatio: '1000.01', ...denied }],
    passes: [{ combinedLoanToValueRatio: '1000', actionTaken: '7' }, { combinedLoanToValueRatio: '1000.01' }],
  },
  Q654: {
    trips: [{ debtToIncomeRatio: '80.01' }, { debtToIncomeRatio: '-.01' }],
    passes: [
      { debtToIncomeRatio: '80' },
      { debtToIncomeRatio: '90', income: '5' },
      { debtToIncomeRatio: '90', ...denied },
      { debtToIncomeRatio: 'Exempt' },
    ],
  },
  Q655: {
    trips: [
      { ...manyUnits, multifamilyAffordableUnits: 'NA' },
      { ...manyUnits, multifamilyAffordableUnits: '1.5' },
    ],
    passes: [manyUnits, { ...manyUnits, multifamilyAffordableUnits: 'Exempt' }, { totalUnits: '4' }],
  },
  Q656: {
    trips: [{ uli: '1111' }, { interestRate: '1111.00' }, { zipCode: '1111' }, { nmlsrIdentifier: '1111' }],
    passes: [{ interestRate: 'Exempt' }, { balloonPayment: '1111' }, { loanTerm: '11110' }],
  },
  Q657: {
    trips: [
      { loanPurpose: '1111' },
      { loanAmount: '1111.0' },
      { coApplicantRace5: '1111' },
      { ausResult5: '1111' },
    ],
    passes: [{ aus1: '1111', ausResult1: '1111' }, { applicantEthnicityOther: '1111' }, { county: '1111' }],
  },
  Q658: {
    trips: [{ loanTerm: '601' }],
    passes: [{ loanTerm: '600' }, { loanTerm: 'NA' }, { loanTerm: 'Exempt' }],
  },
  'Q659-1': {
    trips: [{ applicantAge: '888' }, { zipCode: '88888' }, { totalLoanCosts: '888.0' }],
    passes: [{ applicantAge: '8888' }, { applicantAge: '88' }, { loanAmount: '888' }],
  },
  'Q659-2': {
    trips: [{ coApplicantAge: '999' }, { propertyValue: '99999' }],
    passes: [{ coApplicantAge: '9999' }, { loanAmount: '999' }],
  },
  'Q660-1': {
    trips: [{ streetAddress: `${'1'.repeat(50)} ${'a'.repeat(50)}` }],
    passes: [{ streetAddress: `${'1'.repeat(50)} ${'a'.repeat(49)}` }],
  },
  'Q660-2': {
    trips: [
      { streetAddress: '12 Sample Road; 14 Sample Road' },
      { streetAddress: '12 & 14 Sample Road' },
      { streetAddress: '12 And 14 Sample Road' },
    ],
    passes: [{ streetAddress: '12 Andover Road' }, { streetAddress: '12 Sandy Road' }],
  },
  'Q660-3': {
    trips: '?!*%^@[]{}<>_+='
      .split('')
      .map((sign) => ({ streetAddress: `12 Sample Road ${sign}` }))
      .concat([{ streetAddress: 'TBD' }, { streetAddress: '12 tbd Road' }]),
    passes: [{ streetAddress: '12 Sample Road #4-B, rear/left' }],
  },
  'Q660-4': {
    trips: [{ streetAddress: '12' }, { streetAddress: '12-14' }, { streetAddress: 'Sample Road' }],
    passes: [
      { streetAddress: 'NA' },
      { streetAddress: 'Exempt' },
      { streetAddress: '' },
      { streetAddress: '12 Été' },
    ],
  },
};
