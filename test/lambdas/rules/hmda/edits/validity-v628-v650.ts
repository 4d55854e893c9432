import { coApplicant, onTopOf } from './validity-row.ts';
import type { Change, EditCase } from './validity-row.ts';

/** Changes that say the same of either person. */
const applicantCases: Readonly<Record<string, EditCase>> = {
  'V628-1': {
    trips: [
      { applicantEthnicity1: '' },
      { applicantEthnicity1: '6' },
      { applicantEthnicity1: '0', applicantEthnicityOther: 'Sample' },
    ],
    passes: [{ applicantEthnicity1: '4' }, { applicantEthnicity1: '', applicantEthnicityOther: 'Sample' }],
  },
  'V628-2': {
    trips: [{ applicantEthnicity2: '3' }, { applicantEthnicity5: '4' }],
    passes: [{ applicantEthnicity2: '14', applicantEthnicity4: '1' }],
  },
  'V628-3': {
    trips: [{ applicantEthnicity5: '2' }, { applicantEthnicity2: '11', applicantEthnicity4: '11' }],
    passes: [{ applicantEthnicity2: '1', applicantEthnicity3: '11', applicantEthnicity4: '12' }],
  },
  'V628-4': {
    trips: [
      { applicantEthnicity1: '3', applicantEthnicity2: '1' },
      { applicantEthnicity1: '4', applicantEthnicity5: '2' },
    ],
    passes: [{ applicantEthnicity1: '3' }, { applicantEthnicity2: '1' }],
  },
  'V629-1': {
    trips: [{ applicantEthnicityObserved: '' }, { applicantEthnicityObserved: '5' }],
    passes: [{ applicantEthnicityObserved: '3' }],
  },
  'V629-2': {
    trips: onTopOf({ applicantEthnicityObserved: '1' }, [
      { applicantEthnicity1: '' },
      { applicantEthnicity1: '11' },
      { applicantEthnicity2: '12' },
      { applicantEthnicity3: '1' },
    ]),
    passes: [{ applicantEthnicityObserved: '1', applicantEthnicity2: '1' }, { applicantEthnicity1: '11' }],
  },
  'V629-3': {
    trips: [
      { applicantEthnicity1: '4' },
      { applicantEthnicity1: '' },
      { applicantEthnicity1: '4', applicantEthnicityOther: 'Sample' },
    ],
    passes: [
      { applicantEthnicity1: '3' },
      { applicantEthnicity1: '', applicantEthnicityOther: 'Sample' },
      { applicantEthnicity1: '4', applicantEthnicityObserved: '3' },
    ],
  },
  V630: {
    trips: [{ applicantEthnicity1: '4' }],
    passes: [{ applicantEthnicity1: '4', applicantEthnicityObserved: '3' }],
  },
  'V635-1': {
    trips: [
      { applicantRace1: '' },
      { applicantRace1: '9' },
      { applicantRace1: '28', applicantRaceOtherAsian: 'Sample' },
    ],
    passes: [
      { applicantRace1: '7' },
      { applicantRace1: '', applicantRaceTribe: 'Sample' },
      { applicantRace1: '', applicantRaceOtherPacificIslander: 'Sample' },
    ],
  },
  'V635-2': {
    trips: [{ applicantRace2: '6' }, { applicantRace5: '7' }],
    passes: [{ applicantRace2: '44', applicantRace5: '27' }],
  },
  'V635-3': {
    trips: [{ applicantRace5: '5' }, { applicantRace3: '21', applicantRace4: '21' }],
    passes: [{ applicantRace2: '2', applicantRace3: '21', applicantRace4: '22' }],
  },
  'V635-4': {
    trips: [
      { applicantRace1: '6', applicantRace2: '5' },
      { applicantRace1: '7', applicantRace5: '1' },
    ],
    passes: [{ applicantRace1: '6' }, { applicantRace2: '1' }],
  },
  'V636-1': {
    trips: [{ applicantRaceObserved: '' }, { applicantRaceObserved: '5' }],
    passes: [{ applicantRaceObserved: '3' }],
  },
  'V636-2': {
    trips: onTopOf({ applicantRaceObserved: '1' }, [
      { applicantRace1: '' },
      { applicantRace1: '21' },
      { applicantRace4: '41' },
    ]),
    passes: [{ applicantRaceObserved: '1', applicantRace5: '3' }, { applicantRace1: '21' }],
  },
  'V636-3': {
    trips: [
      { applicantRace1: '7' },
      { applicantRace1: '' },
      { applicantRace2: '6' },
      { applicantRace1: '7', applicantRaceTribe: 'Sample' },
    ],
    passes: [
      { applicantRace1: '6' },
      { applicantRace1: '', applicantRaceOtherAsian: 'Sample', applicantRace2: '27' },
      { applicantRace1: '7', applicantRaceObserved: '3' },
    ],
  },
  V637: {
    trips: [{ applicantRace1: '7' }],
    passes: [{ applicantRace1: '7', applicantRaceObserved: '3' }],
  },
  'V642-1': {
    trips: [{ applicantSex: '' }, { applicantSex: '7' }],
    passes: [{ applicantSex: '6' }, { applicantSex: '4' }],
  },
  'V642-2': {
    trips: [{ applicantSexObserved: '' }, { applicantSexObserved: '5' }],
    passes: [{ applicantSexObserved: '1' }],
  },
  V643: {
    trips: onTopOf({ applicantSexObserved: '1' }, [{ applicantSex: '6' }, { applicantSex: '3' }]),
    passes: [{ applicantSexObserved: '1', applicantSex: '1' }, { applicantSex: '6' }],
  },
  'V644-1': {
    trips: [{ applicantSex: '4' }, { applicantSex: '' }],
    passes: [{ applicantSex: '6' }, { applicantSex: '4', applicantSexObserved: '3' }],
  },
  'V644-2': {
    trips: onTopOf({ applicantSex: '6' }, [{ applicantSexObserved: '1' }, { applicantSexObserved: '4' }]),
    passes: [{ applicantSex: '6' }, { applicantSex: '6', applicantSexObserved: '3' }],
  },
  V645: {
    trips: [{ applicantSex: '4' }],
    passes: [{ applicantSex: '4', applicantSexObserved: '3' }],
  },
};

/** The co-applicant's edit beside the applicant's of the same condition. */
const coApplicantIds: Readonly<Record<string, string>> = {
  V628: 'V631',
  V629: 'V632',
  V630: 'V633',
  V635: 'V638',
  V636: 'V639',
  V637: 'V640',
  V642: 'V646',
  V643: 'V647',
  V644: 'V648',
  V645: 'V649',
};

const ofCoApplicant = (change: Change): Change => ({
  ...coApplicant,
  ...Object.fromEntries(
    Object.entries(change).map(([name, text]) => [name.replace('applicant', 'coApplicant'), text]),
  ),
});

const coApplicantCases = Object.fromEntries(
  Object.entries(applicantCases).map(([id, { trips, passes }]) => [
    id.replace(/^V\d+/, (number) => coApplicantIds[number] ?? number),
    { trips: trips.map(ofCoApplicant), passes: passes.map(ofCoApplicant) },
  ]),
);

/** Where the codes of `no co-applicant` are right, and where they are not. */
const noCoApplicantCases: Readonly<Record<string, EditCase>> = {
  'V628-1': { trips: [{ applicantEthnicity1: '5' }], passes: [] },
  'V629-1': { trips: [{ applicantEthnicityObserved: '4' }], passes: [] },
  'V631-1': { trips: [], passes: [{ coApplicantEthnicity1: '5' }] },
  'V631-4': { trips: [{ coApplicantEthnicity2: '1' }], passes: [] },
  'V632-1': { trips: [], passes: [{ coApplicantEthnicityObserved: '4' }] },
  V634: {
    trips: [{ coApplicantEthnicityObserved: '3' }, { ...coApplicant, coApplicantEthnicityObserved: '4' }],
    passes: [coApplicant],
  },
  'V635-1': { trips: [{ applicantRace1: '8' }], passes: [] },
  'V636-1': { trips: [{ applicantRaceObserved: '4' }], passes: [] },
  'V638-1': { trips: [], passes: [{ coApplicantRace1: '8' }] },
  'V638-4': { trips: [{ coApplicantRace2: '1' }], passes: [] },
  'V639-1': { trips: [], passes: [{ coApplicantRaceObserved: '4' }] },
  V641: {
    trips: [{ coApplicantRaceObserved: '3' }, { ...coApplicant, coApplicantRaceObserved: '4' }],
    passes: [coApplicant],
  },
  'V642-1': { trips: [{ applicantSex: '5' }], passes: [] },
  'V642-2': { trips: [{ applicantSexObserved: '4' }], passes: [] },
  'V646-1': { trips: [], passes: [{ coApplicantSex: '5' }] },
  'V646-2': { trips: [], passes: [{ coApplicantSexObserved: '4' }] },
  V650: {
    trips: [{ coApplicantSexObserved: '3' }, { ...coApplicant, coApplicantSexObserved: '4' }],
    passes: [coApplicant],
  },
};

const ofBoth = { ...applicantCases, ...coApplicantCases };

export const personCases: Readonly<Record<string, EditCase>> = Object.fromEntries(
  [...new Set([...Object.keys(ofBoth), ...Object.keys(noCoApplicantCases)])].map((id) => [
    id,
    {
      trips: [...(ofBoth[id]?.trips ?? []), ...(noCoApplicantCases[id]?.trips ?? [])],
      passes: [...(ofBoth[id]?.passes ?? []), ...(noCoApplicantCases[id]?.passes ?? [])],
    },
  ]),
);
