import type { LarEdit } from '../../edit.ts';
import { isNoLoan } from './families/actions-taken.ts';

export const v656_2: LarEdit = {
  id: 'V656-2',
  kind: 'validity',
  text: 'If Action Taken equals 2, 3, 4, 5, 7 or 8, then Type of Purchaser must equal 0.',
  fields: ['actionTaken', 'typeOfPurchaser'],
  fails: ({ actionTaken, typeOfPurchaser }) => isNoLoan(actionTaken) && typeOfPurchaser !== '0',
};
