import type { LarEdit } from '../../edit.ts';

export const v693_3: LarEdit = {
  id: 'V693-3',
  kind: 'validity',
  text: 'If Submission of Application equals 3, then Action Taken must equal 6.',
  fields: ['submissionOfApplication', 'actionTaken'],
  fails: ({ submissionOfApplication, actionTaken }) => submissionOfApplication === '3' && actionTaken !== '6',
};
