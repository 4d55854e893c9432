import type { CountEdit } from '../../count-edit.ts';
import { exemptibleFields, usesExemption } from '../quality/exemption-use.ts';

/** Of the whole file in the guide of 2024, of each row since. */
export const q646: CountEdit = {
  id: 'Q646',
  kind: 'macro',
  text: 'Your file indicates that at least one exemption code was used. Please verify that your institution is eligible for a partial exemption pursuant to the 2018 HMDA Rule.',
  through: 2024,
  fields: exemptibleFields,
  isPart: (row) => usesExemption(row),
  isWhole: () => true,
  fails: (rowsWithExemption) => rowsWithExemption > 0,
};
