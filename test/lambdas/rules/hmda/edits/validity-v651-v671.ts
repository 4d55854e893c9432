import { coApplicant, company, onTopOf, secondCompany } from './validity-row.ts';
import type { Change, EditCase } from './validity-row.ts';

const purchased = { actionTaken: '6' };
const denied = { actionTaken: '3', denialReason1: '4' };
const undecided = { applicantCreditScore: '8888', applicantCreditModel: '9' };
const undecidedTogether = { coApplicantCreditScore: '8888', coApplicantCreditModel: '9' };

/** One condition on the applicant's field, the same on the co-applicant's. */
const wholeNumberOfYears = (name: 'applicantAge' | 'coApplicantAge'): EditCase => ({
  trips: [{ [name]: '' }, { [name]: '0' }, { [name]: '-41' }, { [name]: '41.5' }, { [name]: 'NA' }],
  passes: [{ [name]: '8888' }, { [name]: '9999' }, { [name]: '041' }],
});

const scoreIsNumber = (name: 'applicantCreditScore' | 'coApplicantCreditScore'): EditCase => ({
  trips: [{ [name]: '' }, { [name]: 'NA' }, { [name]: 'Exempt' }],
  passes: [{ [name]: '1111' }, { [name]: '7777' }, { [name]: '8888' }],
});

/** The text is there when the model is 8, and only then. */
const onlyOtherModelIsNamed = (
  model: 'applicantCreditModel' | 'coApplicantCreditModel',
  other: 'applicantCreditModelOther' | 'coApplicantCreditModelOther',
): EditCase => ({
  trips: [
    { [model]: '8' },
    { [model]: '15', [other]: 'Sample score' },
    { [model]: '1111', [other]: 'Sample' },
  ],
  passes: [{ [model]: '8', [other]: 'Sample score' }, { [model]: '12' }],
});

/** These of a blank text beside a code that is no model at all. */
const wrongModel = (model: 'applicantCreditModel' | 'coApplicantCreditModel'): Change => ({ [model]: '16' });

const applicantText = onlyOtherModelIsNamed('applicantCreditModel', 'applicantCreditModelOther');
const coApplicantText = onlyOtherModelIsNamed('coApplicantCreditModel', 'coApplicantCreditModelOther');

export const ageToDenialCases: Readonly<Record<string, EditCase>> = {
  'V651-1': wholeNumberOfYears('applicantAge'),
  'V651-2': {
    trips: [company, { ...company, applicantAge: '' }],
    passes: [{ ...company, applicantAge: '8888' }, { ...company, ...purchased }, { applicantRace1: '7' }],
  },
  'V652-1': wholeNumberOfYears('coApplicantAge'),
  'V652-2': {
    trips: [secondCompany],
    passes: [
      { ...secondCompany, coApplicantAge: '8888' },
      { ...secondCompany, ...purchased },
    ],
  },
  'V654-1': {
    trips: [{ income: '' }, { income: '96.5' }, { income: 'Exempt' }],
    passes: [{ income: 'NA' }, { income: '-36' }, { income: '0' }],
  },
  'V654-2': {
    trips: [{ multifamilyAffordableUnits: '0' }],
    passes: [{ multifamilyAffordableUnits: '0', income: 'NA' }, { multifamilyAffordableUnits: 'Exempt' }],
  },
  'V655-1': {
    trips: [company, { ...company, income: 'na' }],
    passes: [{ ...company, income: 'NA' }, { ...company, ...purchased }, { applicantSex: '4' }],
  },
  'V655-2': {
    trips: [secondCompany],
    passes: [
      { ...secondCompany, income: 'NA' },
      { ...secondCompany, ...purchased },
    ],
  },
  'V656-1': {
    trips: [{ typeOfPurchaser: '' }, { typeOfPurchaser: '7' }],
    passes: [{ typeOfPurchaser: '72' }],
  },
  'V656-2': {
    trips: [{ ...denied, typeOfPurchaser: '1' }],
    passes: [denied, { typeOfPurchaser: '1' }, { ...purchased, typeOfPurchaser: '1' }],
  },
  'V657-1': {
    trips: [{ rateSpread: '' }, { rateSpread: 'abc' }, { rateSpread: '1e2' }],
    passes: [{ rateSpread: '-0.428' }, { rateSpread: 'NA' }, { rateSpread: 'Exempt' }],
  },
  'V657-2': {
    trips: [denied, purchased],
    passes: onTopOf(denied, [{ rateSpread: 'NA' }, { rateSpread: 'Exempt' }, { actionTaken: '2' }]),
  },
  'V657-3': {
    trips: [{ reverseMortgage: '1' }],
    passes: [{ reverseMortgage: '1', rateSpread: 'NA' }, { reverseMortgage: '1111' }],
  },
  'V658-1': { trips: [{ hoepaStatus: '' }, { hoepaStatus: '4' }], passes: [{ hoepaStatus: '3' }] },
  'V658-2': { trips: [denied], passes: [{ ...denied, hoepaStatus: '3' }, purchased] },
  V659: { trips: [{ lienStatus: '' }, { lienStatus: '3' }], passes: [{ lienStatus: '2' }] },
  'V660-1': scoreIsNumber('applicantCreditScore'),
  'V660-2': {
    trips: ['', '10', '16', '0'].map((model) => ({ applicantCreditModel: model })),
    passes: ['1111', '9', '11', '15'].map((model) => ({ applicantCreditModel: model })),
  },
  V661: {
    trips: [{ applicantCreditScore: '8888' }, { applicantCreditModel: '9' }],
    passes: [undecided, { applicantCreditScore: '7777' }],
  },
  'V662-1': { ...applicantText, trips: [...applicantText.trips, wrongModel('applicantCreditModel')] },
  'V662-2': { ...applicantText, passes: [...applicantText.passes, wrongModel('applicantCreditModel')] },
  V663: {
    trips: onTopOf({ actionTaken: '4' }, [
      {},
      { applicantCreditScore: '8888' },
      { applicantCreditModel: '9' },
      { ...undecided, applicantCreditModelOther: 'Sample score' },
      { ...undecided, applicantCreditScore: 'Exempt' },
    ]),
    passes: onTopOf(undecided, [
      { actionTaken: '5' },
      { actionTaken: '6', applicantCreditScore: '1111', applicantCreditModel: '1111' },
      { actionTaken: '2', applicantCreditModelOther: 'Sample score' },
    ]),
  },
  V664: {
    trips: onTopOf({ actionTaken: '6' }, [
      {},
      coApplicant,
      { ...undecidedTogether, coApplicantCreditModelOther: 'Sample score' },
    ]),
    passes: [
      { actionTaken: '6', ...undecidedTogether },
      { actionTaken: '4', coApplicantCreditScore: '1111', coApplicantCreditModel: '1111' },
      coApplicant,
    ],
  },
  'V665-1': scoreIsNumber('coApplicantCreditScore'),
  'V665-2': {
    trips: ['', '16', '-1'].map((model) => ({ coApplicantCreditModel: model })),
    passes: ['1111', '10', '11', '15'].map((model) => ({ coApplicantCreditModel: model })),
  },
  'V666-1': {
    trips: [{ coApplicantCreditScore: '8888' }, { coApplicantCreditModel: '9' }],
    passes: [undecidedTogether, coApplicant],
  },
  'V666-2': {
    trips: [{ coApplicantCreditScore: '8888' }, { ...coApplicant, coApplicantCreditModel: '10' }],
    passes: [undecidedTogether, coApplicant],
  },
  'V667-1': { ...coApplicantText, trips: [...coApplicantText.trips, wrongModel('coApplicantCreditModel')] },
  'V667-2': { ...coApplicantText, passes: [...coApplicantText.passes, wrongModel('coApplicantCreditModel')] },
  'V668-1': {
    trips: [company, { ...company, ...purchased }],
    passes: onTopOf(company, [{ applicantCreditScore: '8888' }, { applicantCreditScore: '1111' }]),
  },
  'V668-2': {
    trips: [secondCompany],
    passes: [{ ...secondCompany, coApplicantCreditScore: '8888' }, { coApplicantEthnicity1: '4' }],
  },
  'V669-1': {
    trips: [{ denialReason1: '' }, { denialReason1: '11' }],
    passes: [{ denialReason1: '1111' }, { denialReason1: '9' }],
  },
  'V669-2': {
    trips: [{ denialReason2: '10' }, { denialReason3: '1111' }, { denialReason4: '0' }],
    passes: [{ denialReason2: '1', denialReason4: '9' }],
  },
  'V669-3': {
    trips: [
      { denialReason1: '3', denialReason4: '3' },
      { denialReason2: '1', denialReason3: '1' },
    ],
    passes: [{ denialReason1: '3', denialReason2: '1', denialReason3: '9' }],
  },
  'V669-4': {
    trips: [{ denialReason4: '1' }, { denialReason1: '1111', denialReason2: '1' }],
    passes: [{ denialReason1: '3', denialReason2: '1' }],
  },
  'V670-1': {
    trips: [{ actionTaken: '3' }, { actionTaken: '7', denialReason1: '' }],
    passes: [denied, { actionTaken: '7', denialReason1: '1111' }],
  },
  'V670-2': { trips: [{ denialReason1: '4' }], passes: [denied, { denialReason1: '1111' }] },
  'V670-3': {
    trips: [{ denialReason1: '4' }, { ...purchased, denialReason1: '' }],
    passes: [purchased, { denialReason1: '1111' }, denied],
  },
  'V670-4': { trips: [{ actionTaken: '3' }, { actionTaken: '9' }], passes: [purchased, denied] },
  'V671-1': {
    trips: [{ denialReason1: '9' }, { denialReason4: '9' }],
    passes: [{ denialReason3: '9', denialReasonOther: 'Sample reason' }],
  },
  'V671-2': {
    trips: [{ denialReasonOther: 'Sample reason' }],
    passes: [{ denialReason2: '9', denialReasonOther: 'Sample reason' }],
  },
};
