import type { LarEdit } from '../../edit.ts';
import { exemptibleFields, usesExemption } from './exemption-use.ts';

export const q646: LarEdit = {
  id: 'Q646',
  kind: 'quality',
  text: 'Your file indicates that at least one exemption code was used. Please verify that your institution is eligible for a partial exemption pursuant to the 2018 HMDA Rule.',
  from: 2025,
  fields: exemptibleFields,
  fails: (row) => usesExemption(row),
};
