import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isNoChannel = oneOf('1111 3');

export const v693_2: LarEdit = {
  id: 'V693-2',
  kind: 'validity',
  text: 'If Action Taken equals 6, then Submission of Application must equal 1111 or 3.',
  fields: ['actionTaken', 'submissionOfApplication'],
  fails: ({ actionTaken, submissionOfApplication }) =>
    actionTaken === '6' && !isNoChannel(submissionOfApplication),
};
