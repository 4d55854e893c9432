import type { LarEdit } from '../../edit.ts';
import { isBlank } from '../../reported-words.ts';
import { resultFields, results, systemFields, systems } from './families/underwriting-systems.ts';

const reported = (entries: readonly string[]): number => entries.filter((entry) => !isBlank(entry)).length;

export const v696_3: LarEdit = {
  id: 'V696-3',
  kind: 'validity',
  text: 'The number of reported Automated Underwriting Systems must equal the number of reported Automated Underwriting System Results.',
  fields: [...systemFields, ...resultFields],
  fails: (row) => reported(systems(row)) !== reported(results(row)),
};
