import type { CountEdit } from '../../count-edit.ts';

const MANY_REQUESTS = 1_000;

export const q639: CountEdit = {
  id: 'Q639',
  kind: 'macro',
  text: 'If more than 1000 loans were reported with Preapproval equals 1, then there should be at least 1 loan reported with Action Taken equals 7. Your data indicates a number outside of this range.',
  fields: ['actionTaken', 'preapproval'],
  isPart: ({ actionTaken }) => actionTaken === '7',
  isWhole: ({ preapproval }) => preapproval === '1',
  fails: (part, whole) => whole > MANY_REQUESTS && part < 1,
};
