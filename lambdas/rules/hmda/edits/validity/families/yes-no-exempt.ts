import { oneOf } from '../../../one-of.ts';

/** The feature is there (1), is not there (2), or the exemption election is taken (1111). */
export const isYesNoOrExempt = oneOf('1111 1 2');
