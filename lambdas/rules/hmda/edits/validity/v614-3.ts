import type { LarEdit } from '../../edit.ts';

export const v614_3: LarEdit = {
  id: 'V614-3',
  kind: 'validity',
  text: 'If Reverse Mortgage equals 1, then Preapproval must equal 2.',
  fields: ['reverseMortgage', 'preapproval'],
  fails: ({ reverseMortgage, preapproval }) => reverseMortgage === '1' && preapproval !== '2',
};
