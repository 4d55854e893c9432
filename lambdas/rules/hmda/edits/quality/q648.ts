import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isNotPurchased = oneOf('1 2 3 4 5 7 8');
/** A shorter identifier is a NULI, which carries no LEI (V608). */
const LEAST_ULI_LENGTH = 23;
const LEI_LENGTH = 20;

export const q648: LarEdit = {
  id: 'Q648',
  kind: 'quality',
  text: 'If Action Taken equals 1, 2, 3, 4, 5, 7, or 8, the first 20 characters of the ULI should match the reported LEI.',
  fields: ['actionTaken', 'lei', 'uli'],
  fails: ({ actionTaken, lei, uli }) =>
    isNotPurchased(actionTaken) &&
    uli.length >= LEAST_ULI_LENGTH &&
    uli.slice(0, LEI_LENGTH).toUpperCase() !== lei.slice(0, LEI_LENGTH).toUpperCase(),
};
