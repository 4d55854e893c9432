import type { LarFieldName } from '../../../lar-fields.ts';
import type { LarRow } from '../../../lar-row.ts';
import { oneOf } from '../../../one-of.ts';
import { isBlank } from '../../../reported-words.ts';
import { areBlank } from './blank-entries.ts';
import { isCodeOrWritten } from './code-or-written.ts';

export const applicantEthnicityFields = [
  'applicantEthnicity1',
  'applicantEthnicity2',
  'applicantEthnicity3',
  'applicantEthnicity4',
  'applicantEthnicity5',
] as const satisfies readonly LarFieldName[];

export const coApplicantEthnicityFields = [
  'coApplicantEthnicity1',
  'coApplicantEthnicity2',
  'coApplicantEthnicity3',
  'coApplicantEthnicity4',
  'coApplicantEthnicity5',
] as const satisfies readonly LarFieldName[];

/** The five entries of a person, the first of which alone may say that there is no answer. */
export type Ethnicities = readonly [string, string, string, string, string];

export const applicantEthnicities = (row: LarRow): Ethnicities => [
  row.applicantEthnicity1,
  row.applicantEthnicity2,
  row.applicantEthnicity3,
  row.applicantEthnicity4,
  row.applicantEthnicity5,
];

export const coApplicantEthnicities = (row: LarRow): Ethnicities => [
  row.coApplicantEthnicity1,
  row.coApplicantEthnicity2,
  row.coApplicantEthnicity3,
  row.coApplicantEthnicity4,
  row.coApplicantEthnicity5,
];

/** Hispanic or Latino (1, with 11 to 14 beneath it) or not (2): an ethnicity, as against the want of an answer. */
export const isEthnicity = oneOf('1 11 12 13 14 2');

const isObservable = oneOf('1 2');

/** What may be reported when it was collected by visual observation or surname: 1 and 2 alone, in the first two fields. */
export const isObservedEthnicity = ([first, second, ...others]: Ethnicities): boolean =>
  isObservable(first) && (isBlank(second) || isObservable(second)) && areBlank(others);

const isStated = oneOf('1 11 12 13 14 2 3');

/** What may be reported when it was not so collected: all but `not applicable`, or the person's own words. */
export const isStatedEthnicity = (first: string, other: string): boolean =>
  isCodeOrWritten(first, isStated, [other]);
