import type { LarFieldName } from '../../../lar-fields.ts';
import type { LarRow } from '../../../lar-row.ts';
import { oneOf } from '../../../one-of.ts';
import { areBlank } from './blank-entries.ts';

export const systemFields = [
  'aus1',
  'aus2',
  'aus3',
  'aus4',
  'aus5',
] as const satisfies readonly LarFieldName[];

export const resultFields = [
  'ausResult1',
  'ausResult2',
  'ausResult3',
  'ausResult4',
  'ausResult5',
] as const satisfies readonly LarFieldName[];

/** The five systems; the result of each stands in the same place of the results. */
export const systems = (row: LarRow): readonly string[] => [row.aus1, row.aus2, row.aus3, row.aus4, row.aus5];

export const results = (row: LarRow): readonly string[] => [
  row.ausResult1,
  row.ausResult2,
  row.ausResult3,
  row.ausResult4,
  row.ausResult5,
];

/** A result, as against `not applicable` (17) and the exemption election (1111). */
export const isResult = oneOf('1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 18 19 20 21 22 23 24');

/** Not applicable or exempt: what is reported where no system can have been used on a person. */
export const isNoSystem = oneOf('6 1111');

export const isNoResult = oneOf('17 1111');

/** No system at all: the first pair says not applicable (6 and 17) and nothing follows. */
export const isNoSystemUsed = (row: LarRow): boolean =>
  row.aus1 === '6' &&
  row.ausResult1 === '17' &&
  areBlank([...systems(row).slice(1), ...results(row).slice(1)]);
