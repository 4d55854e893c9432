import type { LarEdit } from '../../edit.ts';

export const v619_2: LarEdit = {
  id: 'V619-2',
  kind: 'validity',
  text: 'The Action Taken Date must be in the reporting year.',
  fields: ['actionTakenDate'],
  fails: ({ actionTakenDate }, { year }) => actionTakenDate.slice(0, 4) !== String(year),
};
