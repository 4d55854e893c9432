import type { LarEdit } from '../../edit.ts';

const ZEROS = /^0+$/;

export const v695_2: LarEdit = {
  id: 'V695-2',
  kind: 'validity',
  text: 'NMLSR Identifier must not contain only the number zero (0) as a value.',
  fields: ['nmlsrIdentifier'],
  fails: ({ nmlsrIdentifier }) => ZEROS.test(nmlsrIdentifier),
};
