import type { Edit } from '../../edit.ts';

/** Which record identifier the first row and every later one must begin with. */
export const s300: Edit & { fails: (recordIdentifier: string, isFirstRow: boolean) => boolean } = {
  id: 'S300',
  kind: 'syntactical',
  text: 'The first row of your file must begin with a 1; and 2) Any subsequent rows must begin with a 2.',
  fails: (recordIdentifier, isFirstRow) => recordIdentifier !== (isFirstRow ? '1' : '2'),
};
