import type { LarFieldName } from '../../lar-fields.ts';
import type { LarRow } from '../../lar-row.ts';
import { resultFields, results, systemFields, systems } from '../validity/families/underwriting-systems.ts';

/** The five automated underwriting systems, and the result of each in the same place. */
export const ausFields: readonly LarFieldName[] = [...systemFields, ...resultFields];

/** Whether some place names the system with a result that it does not give; a blank is no result. */
export function isAnyResultOutside(
  row: LarRow,
  system: string,
  isResultOfSystem: (text: string) => boolean,
): boolean {
  const found = results(row);
  return systems(row).some((name, place) => name === system && !isResultOfSystem(found[place] ?? ''));
}
