import { larFields } from './lar-fields.ts';
import { larTexts } from './lar-row.ts';
import type { LarFieldName } from './lar-fields.ts';
import type { LarRow } from './lar-row.ts';

/** Whether a test holds of any of many fields of a row; their places are looked up once, not for each row. */
export function anyField(
  names: readonly LarFieldName[],
  holds: (text: string) => boolean,
): (row: LarRow) => boolean {
  const wanted = new Set<string>(names);
  const places = larFields.flatMap(({ name }, index) => (wanted.has(name) ? [index] : []));
  return (row) => {
    const texts = larTexts(row);
    for (const place of places) if (holds(texts[place] ?? '')) return true;
    return false;
  };
}
