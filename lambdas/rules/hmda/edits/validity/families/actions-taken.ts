import { oneOf } from '../../../one-of.ts';

/** Neither originated (1) nor purchased (6): approved but not accepted, denied, withdrawn, closed for incompleteness. */
export const isNoLoan = oneOf('2 3 4 5 7 8');

/** Withdrawn, closed for incompleteness or purchased: no decision was made on these figures by this institution. */
export const isUndecidedOrPurchased = oneOf('4 5 6');

/** An application or a preapproval request denied. */
export const isDenial = oneOf('3 7');

export const isNotDenied = oneOf('1 2 4 5 6 8');
