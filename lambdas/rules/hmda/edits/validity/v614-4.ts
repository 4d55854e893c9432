import type { LarEdit } from '../../edit.ts';

export const v614_4: LarEdit = {
  id: 'V614-4',
  kind: 'validity',
  text: 'If Open-End Line of Credit equals 1, then Preapproval must equal 2.',
  fields: ['openEndLineOfCredit', 'preapproval'],
  fails: ({ openEndLineOfCredit, preapproval }) => openEndLineOfCredit === '1' && preapproval !== '2',
};
