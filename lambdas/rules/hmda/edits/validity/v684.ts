import type { LarEdit } from '../../edit.ts';
import { isYesNoOrExempt } from './families/yes-no-exempt.ts';

export const v684: LarEdit = {
  id: 'V684',
  kind: 'validity',
  text: 'Balloon Payment must equal 1111, 1 or 2, and cannot be left blank.',
  fields: ['balloonPayment'],
  fails: ({ balloonPayment }) => !isYesNoOrExempt(balloonPayment),
};
