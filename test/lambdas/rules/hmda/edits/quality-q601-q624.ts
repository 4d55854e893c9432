import { manyUnits } from './quality-row.ts';
import type { QualityCase } from './quality-row.ts';

const denied = { actionTaken: '3' };

/** By official number; where a number has a rule of other years, by number and first year. */
export const firstCases: Readonly<Record<string, QualityCase>> = {
  Q601: {
    trips: [
      { applicationDate: '20230414' },
      { applicationDate: '20240229', actionTakenDate: '20260301' },
      { applicationDate: '20220228', actionTakenDate: '20240229' },
    ],
    passes: [
      { applicationDate: '20230415' },
      { applicationDate: '20240229', actionTakenDate: '20260228' },
      { applicationDate: 'NA' },
      { applicationDate: '20220231' },
    ],
  },
  Q602: {
    trips: [{ streetAddress: 'NA' }],
    passes: [
      { streetAddress: 'NA', city: 'NA' },
      { streetAddress: 'NA', zipCode: 'NA' },
      { streetAddress: 'NA', state: '' },
      { streetAddress: 'Exempt' },
    ],
  },
  Q603: {
    trips: [{ censusTract: 'NA' }],
    passes: [
      { censusTract: 'NA', county: '39105' },
      { censusTract: 'NA', county: 'NA' },
    ],
  },
  Q604: {
    trips: [{ state: 'IN' }, { county: '18049' }, { county: '39999' }, { state: 'ZZ' }],
    passes: [{ state: 'NA' }, { county: 'NA', state: 'IN' }, { state: 'Exempt' }, { county: '39105' }],
  },
  'Q605-1': {
    trips: [
      { typeOfPurchaser: '1', loanType: '2' },
      { typeOfPurchaser: '3', loanType: '3' },
    ],
    passes: [{ typeOfPurchaser: '3' }, { typeOfPurchaser: '2', loanType: '2' }],
  },
  'Q605-2': {
    trips: [{ typeOfPurchaser: '2' }],
    passes: [{ typeOfPurchaser: '2', loanType: '4' }, { typeOfPurchaser: '71' }],
  },
  Q606: {
    trips: [{ income: '10000' }, { income: '10001' }],
    passes: [{ income: '9999' }, { income: 'NA' }, { income: '-4' }],
  },
  Q607: {
    trips: [
      { lienStatus: '2', loanAmount: '250000.01' },
      { lienStatus: '2', loanAmount: '900000' },
    ],
    passes: [{ lienStatus: '2', loanAmount: '250000' }, { loanAmount: '250001' }],
  },
  Q608: {
    trips: [{ applicationDate: '20250415' }, { applicationDate: '20250416' }],
    passes: [
      { applicationDate: '20250414' },
      { ...denied, applicationDate: '20250416' },
      { applicationDate: 'NA' },
    ],
  },
  Q609: {
    trips: [
      { typeOfPurchaser: '1', rateSpread: '10.001' },
      { typeOfPurchaser: '4', rateSpread: 'none' },
    ],
    passes: [
      { typeOfPurchaser: '2', rateSpread: '10' },
      { typeOfPurchaser: '3', rateSpread: 'NA' },
      { typeOfPurchaser: '3', rateSpread: 'Exempt' },
      { typeOfPurchaser: '6', rateSpread: '11' },
    ],
  },
  Q610: {
    trips: [{ rateSpread: '6.501' }, { rateSpread: '7', hoepaStatus: '3' }],
    passes: [
      { rateSpread: '6.5' },
      { rateSpread: '7', hoepaStatus: '1' },
      { rateSpread: '7', lienStatus: '2' },
      { ...denied, rateSpread: '7' },
      { rateSpread: 'NA' },
    ],
  },
  Q611: {
    trips: [{ lienStatus: '2', rateSpread: '8.501' }],
    passes: [
      { lienStatus: '2', rateSpread: '8.5' },
      { lienStatus: '2', rateSpread: '9', hoepaStatus: '1' },
      { rateSpread: '9' },
    ],
  },
  Q612: {
    trips: [
      { typeOfPurchaser: '1', hoepaStatus: '1' },
      { typeOfPurchaser: '3', hoepaStatus: '' },
    ],
    passes: [
      { typeOfPurchaser: '1', hoepaStatus: '3' },
      { typeOfPurchaser: '2', hoepaStatus: '1' },
    ],
  },
  Q613: {
    trips: [{ businessOrCommercialPurpose: '1', loanPurpose: '4' }],
    passes: [{ businessOrCommercialPurpose: '1', loanPurpose: '32' }, { loanPurpose: '4' }],
  },
  'Q614-1': {
    trips: [{ applicantAge: '17' }, { applicantAge: '101' }, { applicantAge: '9999' }],
    passes: [{ applicantAge: '18' }, { applicantAge: '100' }, { applicantAge: '8888' }],
  },
  'Q614-2': {
    trips: [{ coApplicantAge: '17' }, { coApplicantAge: '101' }],
    passes: [{ coApplicantAge: '18' }, { coApplicantAge: '100' }, { coApplicantAge: '8888' }],
  },
  'Q615-1': {
    trips: [{ totalLoanCosts: '1500.5' }, { totalLoanCosts: '1500' }],
    passes: [
      { totalLoanCosts: '1500.51' },
      { totalLoanCosts: '0' },
      { totalLoanCosts: 'NA' },
      { totalLoanCosts: 'Exempt' },
      { originationCharges: '0.00' },
    ],
  },
  'Q615-2': {
    trips: [{ totalPointsAndFees: '1500.5' }, { totalPointsAndFees: '9' }],
    passes: [
      { totalPointsAndFees: '1501' },
      { totalPointsAndFees: '0' },
      { totalPointsAndFees: '9', originationCharges: 'NA' },
    ],
  },
  'Q616-1': {
    trips: [{ totalLoanCosts: '600.00' }, { totalLoanCosts: '599' }],
    passes: [
      { totalLoanCosts: '600.01' },
      { totalLoanCosts: '0' },
      { totalLoanCosts: '5', discountPoints: '' },
    ],
  },
  'Q616-2': {
    trips: [{ totalPointsAndFees: '600' }],
    passes: [{ totalPointsAndFees: '601' }, { totalPointsAndFees: '60', discountPoints: '0' }],
  },
  'Q616-3': {
    trips: [{ discountPoints: '36000.01' }, { loanAmount: '.5', discountPoints: '.08' }],
    passes: [
      { discountPoints: '36000' },
      { discountPoints: '36000.0' },
      { discountPoints: 'Exempt' },
      { discountPoints: '' },
      { loanAmount: '100.1', discountPoints: '15.015' },
    ],
  },
  Q617: {
    trips: [
      { combinedLoanToValueRatio: '79' },
      { combinedLoanToValueRatio: '79.9' },
      { combinedLoanToValueRatio: '.8' },
      { combinedLoanToValueRatio: '80', loanAmount: '241500' },
    ],
    passes: [
      { combinedLoanToValueRatio: '80', loanAmount: '241499' },
      { combinedLoanToValueRatio: '80.0', loanAmount: '241499' },
      { combinedLoanToValueRatio: '80.3', loanAmount: '241000' },
      { combinedLoanToValueRatio: '79', loanType: '2' },
      { combinedLoanToValueRatio: 'NA' },
      { combinedLoanToValueRatio: '79', propertyValue: 'Exempt' },
      { combinedLoanToValueRatio: '79', propertyValue: '0' },
    ],
  },
  Q618: {
    trips: [{ constructionMethod: '2' }],
    passes: [{ constructionMethod: '2', manufacturedHomeSecuredPropertyType: '1' }],
  },
  Q619: {
    trips: [{ constructionMethod: '2' }],
    passes: [{ constructionMethod: '2', manufacturedHomeLandPropertyInterest: '1111' }],
  },
  Q620: {
    trips: [{ nmlsrIdentifier: 'NA' }],
    passes: [{ nmlsrIdentifier: 'Exempt' }, { nmlsrIdentifier: 'NA', businessOrCommercialPurpose: '1' }],
  },
  Q621: {
    trips: [{ nmlsrIdentifier: '1234567890123' }, { nmlsrIdentifier: '12-34' }],
    passes: [{ nmlsrIdentifier: 'ABC123456789' }, { nmlsrIdentifier: 'NA' }, { nmlsrIdentifier: 'Exempt' }],
  },
  'Q621 from 2025': {
    trips: [{ nmlsrIdentifier: '123' }, { nmlsrIdentifier: '1234567890123' }, { nmlsrIdentifier: 'A1234' }],
    passes: [
      { nmlsrIdentifier: '1234' },
      { nmlsrIdentifier: '123456789012' },
      { nmlsrIdentifier: 'NA' },
      { nmlsrIdentifier: 'Exempt' },
    ],
  },
  Q622: {
    trips: [{ reverseMortgage: '1', applicantAge: '61' }],
    passes: [
      { reverseMortgage: '1', applicantAge: '62' },
      { reverseMortgage: '1', applicantAge: '8888' },
      { applicantAge: '61' },
    ],
  },
  Q623: {
    trips: [
      { income: '200', loanAmount: '2000000' },
      { income: '-3', loanAmount: '2000001' },
    ],
    passes: [
      { income: '200', loanAmount: '1999999' },
      { income: '201', loanAmount: '2000001' },
      { income: 'NA', loanAmount: '2000001' },
      { ...manyUnits, income: '9', loanAmount: '2000001' },
    ],
  },
  Q624: {
    trips: [{ loanType: '2', loanAmount: '637001' }],
    passes: [
      { loanType: '2', loanAmount: '637000' },
      { loanType: '2', loanAmount: '637001', totalUnits: '2' },
      { loanAmount: '637001' },
    ],
  },
};
