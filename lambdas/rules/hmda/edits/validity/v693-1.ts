import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';

const isSubmission = oneOf('1111 1 2 3');

export const v693_1: LarEdit = {
  id: 'V693-1',
  kind: 'validity',
  text: 'Submission of Application must equal 1111, 1, 2 or 3, and cannot be left blank.',
  fields: ['submissionOfApplication'],
  fails: ({ submissionOfApplication }) => !isSubmission(submissionOfApplication),
};
