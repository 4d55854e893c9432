import { universalLoanIdentifier } from '../../../../../lambdas/rules/hmda/uli.ts';
import { LEI } from './validity-row.ts';
import type { EditCase } from './validity-row.ts';

const uli = universalLoanIdentifier(LEI, 'LOAN000101');
const longest = universalLoanIdentifier(LEI, 'LOAN0001010203040506070');
const denied = { actionTaken: '3' };
const purchased = { actionTaken: '6' };

export const applicationAndPropertyCases: Readonly<Record<string, EditCase>> = {
  V600: {
    trips: [{ lei: '' }, { lei: LEI.slice(1) }, { lei: `${LEI}1` }, { lei: `${LEI.slice(1)}-` }],
    passes: [{ lei: LEI.toLowerCase() }],
  },
  'V608-1': {
    trips: [{ uli: `${longest}0` }, { uli: `${LEI}LOAN-0101` }, { uli: `${LEI} 01` }],
    passes: [{ uli: longest }, { uli: uli.toLowerCase() }, { uli: '' }, { uli: 'not-long' }],
  },
  'V608-2': {
    trips: [
      { uli: '' },
      { uli: 'LOAN 101' },
      { uli: 'NA' },
      { uli: 'Exempt' },
      { uli: '1111' },
      { uli: 'na' },
    ],
    passes: [{ uli: 'L' }, { uli: `${LEI}01` }, { uli: `${LEI}0-1` }],
  },
  V609: {
    trips: [{ uli: `${uli.slice(0, -2)}00` }, { uli: uli.replace('LOAN', 'LAON') }, { uli: `${uli}0` }],
    passes: [{ uli: longest }, { uli: uli.toLowerCase() }, { uli: 'LOAN000101' }, { uli: '' }],
  },
  'V610-1': {
    trips: [
      { applicationDate: '' },
      { applicationDate: '20250229' },
      { applicationDate: '2025-03-03' },
      { applicationDate: 'na' },
      { applicationDate: '202503' },
    ],
    passes: [{ applicationDate: 'NA' }, { applicationDate: '20240229' }],
  },
  'V610-2': {
    trips: [purchased, { applicationDate: 'NA' }],
    passes: [{ ...purchased, applicationDate: 'NA' }, denied],
  },
  V611: { trips: [{ loanType: '' }, { loanType: '5' }, { loanType: '01' }], passes: [{ loanType: '4' }] },
  'V612-1': { trips: [{ loanPurpose: '' }, { loanPurpose: '3' }], passes: [{ loanPurpose: '32' }] },
  'V612-2': {
    trips: [{ preapproval: '1', loanPurpose: '31' }],
    passes: [{ preapproval: '1' }, { loanPurpose: '31' }],
  },
  'V613-1': { trips: [{ preapproval: '' }, { preapproval: '3' }], passes: [{ preapproval: '1' }] },
  'V613-2': {
    trips: [{ actionTaken: '7' }, { actionTaken: '8' }, { actionTaken: '7', preapproval: '' }],
    passes: [{ actionTaken: '7', preapproval: '1' }, denied],
  },
  'V613-3': {
    trips: [
      { ...denied, preapproval: '1' },
      { ...purchased, preapproval: '1' },
    ],
    passes: [denied, { preapproval: '1' }],
  },
  'V613-4': {
    trips: [
      { ...denied, preapproval: '1' },
      { actionTaken: '9', preapproval: '1' },
    ],
    passes: [{ actionTaken: '8', preapproval: '1' }, denied],
  },
  'V614-1': {
    trips: [
      { loanPurpose: '5', preapproval: '1' },
      { loanPurpose: '2', preapproval: '' },
    ],
    passes: [{ preapproval: '1' }, { loanPurpose: '5' }],
  },
  'V614-2': {
    trips: [{ multifamilyAffordableUnits: '0', preapproval: '1' }],
    passes: [
      { preapproval: '1' },
      { multifamilyAffordableUnits: 'Exempt', preapproval: '1' },
      { multifamilyAffordableUnits: '0' },
    ],
  },
  'V614-3': {
    trips: [{ reverseMortgage: '1', preapproval: '1' }],
    passes: [{ reverseMortgage: '1' }, { reverseMortgage: '1111', preapproval: '1' }],
  },
  'V614-4': {
    trips: [{ openEndLineOfCredit: '1', preapproval: '1' }],
    passes: [{ openEndLineOfCredit: '1' }, { preapproval: '1' }],
  },
  'V615-1': {
    trips: [{ constructionMethod: '' }, { constructionMethod: '3' }],
    passes: [{ constructionMethod: '2' }],
  },
  'V615-2': {
    trips: [{ manufacturedHomeLandPropertyInterest: '1' }, { manufacturedHomeLandPropertyInterest: '4' }],
    passes: [
      { manufacturedHomeLandPropertyInterest: '1', constructionMethod: '2' },
      { manufacturedHomeLandPropertyInterest: '1111' },
    ],
  },
  'V615-3': {
    trips: [{ manufacturedHomeSecuredPropertyType: '2' }],
    passes: [
      { manufacturedHomeSecuredPropertyType: '2', constructionMethod: '2' },
      { manufacturedHomeSecuredPropertyType: '1111' },
    ],
  },
  V616: { trips: [{ occupancyType: '' }, { occupancyType: '4' }], passes: [{ occupancyType: '3' }] },
  V617: {
    trips: [{ loanAmount: '' }, { loanAmount: '-0.01' }, { loanAmount: 'NA' }, { loanAmount: '1,000' }],
    passes: [{ loanAmount: '0' }, { loanAmount: '240000.00' }],
  },
  V618: { trips: [{ actionTaken: '' }, { actionTaken: '9' }], passes: [{ actionTaken: '8' }] },
  'V619-1': {
    trips: [{ actionTakenDate: '' }, { actionTakenDate: '20250631' }, { actionTakenDate: 'NA' }],
    passes: [{ actionTakenDate: '20240229' }],
  },
  'V619-2': {
    trips: [{ actionTakenDate: '20241231' }, { actionTakenDate: '20260101' }, { actionTakenDate: '0' }],
    passes: [{ actionTakenDate: '20251231' }],
  },
  'V619-3': {
    trips: [{ actionTakenDate: '20250302' }, { ...denied, actionTakenDate: '20241231' }],
    passes: [
      { actionTakenDate: '20250303' },
      { ...purchased, actionTakenDate: '20250302' },
      { actionTakenDate: '20250302', applicationDate: 'NA' },
      { actionTakenDate: '0' },
    ],
  },
  V620: { trips: [{ streetAddress: '' }, { streetAddress: ' ' }], passes: [{ streetAddress: 'NA' }] },
  V621: { trips: [{ city: '' }], passes: [{ city: 'NA' }, { city: 'Exempt' }] },
  V622: {
    trips: [{ city: '' }, { city: 'NA' }, { state: 'NA' }, { zipCode: 'NA' }, { zipCode: '' }],
    passes: [
      { streetAddress: 'NA', city: 'NA', state: 'NA', zipCode: 'NA' },
      { streetAddress: 'Exempt', city: 'Exempt', zipCode: 'Exempt', state: 'NA' },
      { zipCode: 'Exempt' },
    ],
  },
  V623: {
    trips: [{ state: '' }, { state: 'OO' }, { state: 'oh' }],
    passes: [{ state: 'NA' }, { state: 'PR' }, { state: 'PW' }],
  },
  V624: {
    trips: [{ zipCode: '' }, { zipCode: '4300' }, { zipCode: '43001-12' }, { zipCode: '430011234' }],
    passes: [{ zipCode: '43001-1010' }, { zipCode: 'NA' }, { zipCode: 'Exempt' }],
  },
  'V625-1': {
    trips: [{ censusTract: '' }, { censusTract: '3904900011' }, { censusTract: '39049 00110' }],
    passes: [{ censusTract: 'NA' }, { censusTract: '00000000000' }],
  },
  'V625-2': {
    trips: [{ censusTract: '39049999999' }, { censusTract: '' }, { censusTract: 'na' }],
    passes: [{ censusTract: 'NA' }],
  },
  V626: {
    trips: [{ county: '' }, { county: 'na' }, { county: '3904' }, { county: '39998' }],
    passes: [{ county: 'NA' }, { county: '18049' }],
  },
  V627: {
    trips: [
      { county: '18049' },
      { county: '39998', censusTract: '39998000110' },
      { county: '', censusTract: '' },
    ],
    passes: [{ county: 'NA' }, { county: '18049', censusTract: 'NA' }, { county: '', censusTract: 'NA' }],
  },
};
