import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';

const HIGH_COST_SPREAD = 6.5;

export const q610: LarEdit = {
  id: 'Q610',
  kind: 'quality',
  text: 'If Action Taken equals 1, Lien Status equals 1, and Rate Spread is greater than 6.5%, then HOEPA Status generally should be 1.',
  fields: ['actionTaken', 'lienStatus', 'rateSpread', 'hoepaStatus'],
  fails: ({ actionTaken, lienStatus, rateSpread, hoepaStatus }) =>
    actionTaken === '1' &&
    lienStatus === '1' &&
    numberOf(rateSpread) > HIGH_COST_SPREAD &&
    hoepaStatus !== '1',
};
