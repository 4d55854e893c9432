import type { LarEdit } from '../../edit.ts';
import { oneOf } from '../../one-of.ts';
import { areCodesOrBlank } from './families/blank-entries.ts';
import { systemFields } from './families/underwriting-systems.ts';

const isFirstSystem = oneOf('1111 1 2 3 4 5 6 7');
const isSystem = oneOf('1 2 3 4 5 7');

export const v696_1: LarEdit = {
  id: 'V696-1',
  kind: 'validity',
  text: 'Automated Underwriting System: 1 must equal 1111, 1, 2, 3, 4, 5, 6, or 7, and cannot be left blank. Automated Underwriting System: 2; Automated Underwriting System: 3; Automated Underwriting System: 4; and Automated Underwriting System: 5 must equal 1, 2, 3, 4, 5, 7, or be left blank.',
  fields: [...systemFields],
  fails: ({ aus1, aus2, aus3, aus4, aus5 }) =>
    !isFirstSystem(aus1) || !areCodesOrBlank([aus2, aus3, aus4, aus5], isSystem),
};
