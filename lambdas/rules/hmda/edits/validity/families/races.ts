import type { LarFieldName } from '../../../lar-fields.ts';
import type { LarRow } from '../../../lar-row.ts';
import { oneOf } from '../../../one-of.ts';
import { areCodesOrBlank } from './blank-entries.ts';
import { isCodeOrWritten } from './code-or-written.ts';

export const applicantRaceFields = [
  'applicantRace1',
  'applicantRace2',
  'applicantRace3',
  'applicantRace4',
  'applicantRace5',
] as const satisfies readonly LarFieldName[];

export const coApplicantRaceFields = [
  'coApplicantRace1',
  'coApplicantRace2',
  'coApplicantRace3',
  'coApplicantRace4',
  'coApplicantRace5',
] as const satisfies readonly LarFieldName[];

/** The free form text fields of a tribe, another Asian race and another Pacific Islander race. */
export const applicantWrittenRaceFields = [
  'applicantRaceTribe',
  'applicantRaceOtherAsian',
  'applicantRaceOtherPacificIslander',
] as const satisfies readonly LarFieldName[];

export const coApplicantWrittenRaceFields = [
  'coApplicantRaceTribe',
  'coApplicantRaceOtherAsian',
  'coApplicantRaceOtherPacificIslander',
] as const satisfies readonly LarFieldName[];

/** The five entries of a person, the first of which alone may say that there is no answer. */
export type Races = readonly [string, string, string, string, string];

export const applicantRaces = (row: LarRow): Races => [
  row.applicantRace1,
  row.applicantRace2,
  row.applicantRace3,
  row.applicantRace4,
  row.applicantRace5,
];

export const coApplicantRaces = (row: LarRow): Races => [
  row.coApplicantRace1,
  row.coApplicantRace2,
  row.coApplicantRace3,
  row.coApplicantRace4,
  row.coApplicantRace5,
];

export const applicantWrittenRaces = (row: LarRow): readonly string[] => [
  row.applicantRaceTribe,
  row.applicantRaceOtherAsian,
  row.applicantRaceOtherPacificIslander,
];

export const coApplicantWrittenRaces = (row: LarRow): readonly string[] => [
  row.coApplicantRaceTribe,
  row.coApplicantRaceOtherAsian,
  row.coApplicantRaceOtherPacificIslander,
];

/** A race, as against the want of an answer. */
export const isRace = oneOf('1 2 21 22 23 24 25 26 27 3 4 41 42 43 44 5');

const isObservable = oneOf('1 2 3 4 5');

/** What may be reported when it was collected by visual observation or surname: the five groups, none beneath them. */
export const isObservedRace = ([first, ...others]: Races): boolean =>
  isObservable(first) && areCodesOrBlank(others, isObservable);

const isStated = oneOf('1 2 21 22 23 24 25 26 27 3 4 41 42 43 44 5 6');

/** What may be reported when it was not so collected: all but `not applicable`, or the person's own words. */
export const isStatedRace = ([first, ...others]: Races, written: readonly string[]): boolean =>
  isCodeOrWritten(first, isStated, written) && areCodesOrBlank(others, isRace);
