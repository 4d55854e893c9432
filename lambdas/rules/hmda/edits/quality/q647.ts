import type { LarEdit } from '../../edit.ts';
import { exemptibleFields, usesExemption } from './exemption-use.ts';

export const q647: LarEdit = {
  id: 'Q647',
  kind: 'quality',
  text: 'If Federal Agency equals 7, indicating a non-depository institution, exemption codes should not be used in the Loan/Application Register. Your data indicates that at least one exemption code was used.',
  fields: exemptibleFields,
  fails: (row, { sheet }) => sheet.federalAgency === '7' && usesExemption(row),
};
