import type { LarFieldName } from '../../../lar-fields.ts';
import type { LarRow } from '../../../lar-row.ts';
import { oneOf } from '../../../one-of.ts';

export const denialReasonFields = [
  'denialReason1',
  'denialReason2',
  'denialReason3',
  'denialReason4',
] as const satisfies readonly LarFieldName[];

export const denialReasons = (row: LarRow): readonly string[] => [
  row.denialReason1,
  row.denialReason2,
  row.denialReason3,
  row.denialReason4,
];

/** A reason, as against `not applicable` (10) and the exemption election (1111). */
export const isDenialReason = oneOf('1 2 3 4 5 6 7 8 9');

/** Not applicable or exempt. */
export const isNoReason = oneOf('1111 10');
