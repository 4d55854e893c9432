import type { LarEdit } from '../../edit.ts';
import { isValidUli } from '../../uli.ts';
import { isAsLongAsUli } from './families/uli-length.ts';

/** A non-universal identifier has no check digits and is not asked for them. */
export const v609: LarEdit = {
  id: 'V609',
  kind: 'validity',
  text: 'Based on the check digit calculation, the ULI contains a transcription error.',
  fields: ['uli'],
  fails: ({ uli }) => isAsLongAsUli(uli) && !isValidUli(uli),
};
