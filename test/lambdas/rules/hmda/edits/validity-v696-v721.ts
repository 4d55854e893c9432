import { company, onTopOf, secondCompany } from './validity-row.ts';
import type { Change, EditCase } from './validity-row.ts';
import type { LarFieldName } from '../../../../../lambdas/rules/hmda/lar-fields.ts';

const purchased = { actionTaken: '6' };
const noSystem = { aus1: '6', ausResult1: '17' };
const exemptSystem = { aus1: '1111', ausResult1: '1111' };
const exemptScores: Change = {
  applicantCreditScore: '1111',
  coApplicantCreditScore: '1111',
  applicantCreditModel: '1111',
  coApplicantCreditModel: '1111',
};

const yesNoOrExempt = (name: LarFieldName): EditCase => ({
  trips: [{ [name]: '' }, { [name]: '3' }, { [name]: 'Exempt' }],
  passes: [{ [name]: '1' }, { [name]: '1111' }],
});

/** Elected in one of the fields, it must be elected in each. */
const allOrNone = (elected: string, names: readonly LarFieldName[]): EditCase => ({
  trips: names.map((name) => ({ [name]: elected })),
  passes: [Object.fromEntries(names.map((name) => [name, elected]))],
});

const scoresBegin = (
  model: 'applicantCreditModel' | 'coApplicantCreditModel',
  score: 'applicantCreditScore' | 'coApplicantCreditScore',
  [models, lowest]: readonly [models: readonly string[], lowest: number],
): EditCase => ({
  trips: models.map((code) => ({ [model]: code, [score]: String(lowest - 1) })),
  passes: [
    ...models.map((code) => ({ [model]: code, [score]: String(lowest) })),
    ...['7', '8', '9', '1111'].map((code) => ({ [model]: code, [score]: '1' })),
  ],
});

const from280 = [['1', '2', '3', '4', '5', '6', '11', '12'], 280] as const;
const from300 = [['13', '14', '15'], 300] as const;

export const underwritingAndExemptionCases: Readonly<Record<string, EditCase>> = {
  'V696-1': {
    trips: [{ aus1: '' }, { aus1: '8' }, { aus2: '6' }, { aus5: '1111' }],
    passes: [{ aus1: '6' }, { aus1: '1111' }, { aus2: '7', aus4: '5' }],
  },
  'V696-2': {
    trips: [{ ausResult1: '' }, { ausResult1: '25' }, { ausResult2: '17' }, { ausResult5: '1111' }],
    passes: [{ ausResult1: '17' }, { ausResult1: '1111' }, { ausResult3: '24' }],
  },
  'V696-3': {
    trips: [{ aus2: '2' }, { ausResult4: '8' }, { aus1: '' }],
    passes: [
      { aus2: '2', ausResult2: '8' },
      { aus2: '2', aus5: '3', ausResult3: '8', ausResult5: '8' },
      noSystem,
    ],
  },
  V699: {
    trips: [
      { aus1: '5', ausResult1: '' },
      { aus1: '5', ausResult1: '17' },
      { aus3: '5' },
      { aus5: '5', ausResult4: '1' },
    ],
    passes: [{ aus1: '5' }, { aus5: '5', ausResult5: '24' }],
  },
  'V700-1': {
    trips: [{ aus1: '6' }, { ...noSystem, aus2: '6' }, { ...noSystem, ausResult5: '1' }],
    passes: [noSystem, { ausResult1: '17' }],
  },
  'V700-2': {
    trips: [{ ausResult1: '17' }, { ...noSystem, ausResult2: '17' }, { ...noSystem, aus5: '1' }],
    passes: [noSystem, { aus1: '6' }],
  },
  V701: {
    trips: [{ ausResult2: '1' }, { aus2: '1', ausResult5: '1' }],
    passes: [{ aus2: '1', ausResult2: '1' }, { aus2: '1' }],
  },
  'V702-1': {
    trips: [{ aus1: '5' }, { aus5: '5' }],
    passes: [{ aus3: '5', ausOther: 'Sample system' }],
  },
  'V702-2': {
    trips: [{ ausOther: 'Sample system' }],
    passes: [{ aus5: '5', ausOther: 'Sample system' }],
  },
  'V703-1': {
    trips: [{ ausResult1: '16' }, { ausResult5: '16' }],
    passes: [{ ausResult3: '16', ausResultOther: 'Sample result' }],
  },
  'V703-2': {
    trips: [{ ausResultOther: 'Sample result' }],
    passes: [{ ausResult5: '16', ausResultOther: 'Sample result' }],
  },
  'V704-1': {
    trips: [purchased],
    passes: onTopOf(purchased, [{ aus1: '6' }, { aus1: '1111' }]),
  },
  'V704-2': {
    trips: [purchased, { ...purchased, ausResult1: '' }],
    passes: onTopOf(purchased, [{ ausResult1: '17' }, { ausResult1: '1111' }]),
  },
  'V705-1': {
    trips: [company, { ...company, aus1: '6' }, { ...company, ausResult1: '17' }],
    passes: [
      { ...company, ...noSystem },
      { ...company, ...exemptSystem },
      { ...company, coApplicantSex: '2' },
    ],
  },
  'V705-2': {
    trips: [{ ...company, ...secondCompany }],
    passes: [{ ...company, ...secondCompany, ...noSystem }, company, secondCompany],
  },
  V706: yesNoOrExempt('reverseMortgage'),
  V707: yesNoOrExempt('openEndLineOfCredit'),
  V708: yesNoOrExempt('businessOrCommercialPurpose'),
  V709: allOrNone('Exempt', ['streetAddress', 'city', 'zipCode']),
  V710: {
    trips: [
      { applicantCreditScore: '1111' },
      { coApplicantCreditModel: '1111' },
      { ...exemptScores, coApplicantCreditScore: '9999' },
      { ...exemptScores, applicantCreditModelOther: 'Sample score' },
      { ...exemptScores, coApplicantCreditModelOther: 'Sample score' },
    ],
    passes: [exemptScores],
  },
  V711: {
    trips: [
      { denialReason1: '1111', denialReason2: '1' },
      { denialReason1: '1111', denialReasonOther: 'Sample reason' },
      { denialReason1: '1', denialReason3: '1111' },
    ],
    passes: [{ denialReason1: '1111' }, { denialReason1: '9', denialReasonOther: '1111' }],
  },
  V712: allOrNone('Exempt', ['totalLoanCosts', 'totalPointsAndFees']),
  V713: {
    trips: [
      { aus1: '1111' },
      { ausResult1: '1111' },
      { ...exemptSystem, aus3: '2' },
      { ...exemptSystem, ausOther: 'Sample system' },
      { ...exemptSystem, ausResultOther: 'Sample result' },
      { ausResult4: '1111' },
    ],
    passes: [exemptSystem, { ausOther: '1111' }],
  },
  V714: allOrNone('1111', ['submissionOfApplication', 'initiallyPayableToInstitution']),
  V715: allOrNone('1111', [
    'balloonPayment',
    'interestOnlyPayments',
    'negativeAmortization',
    'otherNonAmortizingFeatures',
  ]),
  V716: {
    trips: [{ state: 'IN' }, { county: '18049' }, { county: '39998' }, { state: '' }],
    passes: [{ state: 'NA' }, { county: 'NA' }, { state: 'IN', county: '18049' }],
  },
  'V720-1': scoresBegin('applicantCreditModel', 'applicantCreditScore', from280),
  'V720-2': scoresBegin('coApplicantCreditModel', 'coApplicantCreditScore', from280),
  'V720-3': scoresBegin('applicantCreditModel', 'applicantCreditScore', from300),
  'V720-4': scoresBegin('coApplicantCreditModel', 'coApplicantCreditScore', from300),
  'V721-1': {
    trips: [{ applicantAge: '9999' }, { applicantAge: '1111' }],
    passes: [{ applicantAge: '8888' }, { applicantAge: '99' }],
  },
  'V721-2': {
    trips: [{ coApplicantAge: '1111' }],
    passes: [{ coApplicantAge: '8888' }, { coApplicantAge: '9999' }],
  },
};
