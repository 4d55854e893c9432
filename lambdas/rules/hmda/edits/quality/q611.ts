import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

const HIGH_COST_SPREAD = 8.5;

export const q611: LarEdit = {
  id: 'Q611',
  kind: 'quality',
  text: 'If Action Taken equals 1, Lien Status equals 2, and Rate Spread is greater than 8.5%, then HOEPA Status generally should be 1.',
  fields: ['actionTaken', 'lienStatus', 'rateSpread', 'hoepaStatus'],
  fails: ({ actionTaken, lienStatus, rateSpread, hoepaStatus }) =>
    actionTaken === '1' &&
    lienStatus === '2' &&
    numberOf(rateSpread) > HIGH_COST_SPREAD &&
    hoepaStatus !== '1',
};
