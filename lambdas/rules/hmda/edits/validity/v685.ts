import type { LarEdit } from '../../edit.ts';
import { isYesNoOrExempt } from './families/yes-no-exempt.ts';

export const v685: LarEdit = {
  id: 'V685',
  kind: 'validity',
  text: 'Interest Only Payments must equal 1111, 1 or 2, and cannot be left blank.',
  fields: ['interestOnlyPayments'],
  fails: ({ interestOnlyPayments }) => !isYesNoOrExempt(interestOnlyPayments),
};
