import { describe, expect, it } from 'vitest';
import { cleanRows, publishedReference } from './published-rows.ts';
import { filingYears } from '../../../lambdas/rules/hmda/filing-context.ts';
import { inForce } from '../../../lambdas/rules/hmda/edit.ts';
import { larRow } from '../../../lambdas/rules/hmda/lar-row.ts';
import { meets, settled } from './when.ts';
import { qualityEdits } from '../../../lambdas/rules/hmda/edits/quality.ts';
import { readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';
import { syntacticalEdits } from '../../../lambdas/rules/hmda/edits/syntactical.ts';
import { Tally } from '../tally.ts';
import { tsRow } from '../../../lambdas/rules/hmda/ts-row.ts';
import { validityEdits } from '../../../lambdas/rules/hmda/edits/validity.ts';
import type { FilingContext, FilingYear } from '../../../lambdas/rules/hmda/filing-context.ts';
import type { LarEdit } from '../../../lambdas/rules/hmda/edit.ts';
import type { LarRow } from '../../../lambdas/rules/hmda/lar-row.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

interface Vector {
  edit: string;
  rule_set: string;
  expect: 'PASS' | 'FAIL';
  set?: Record<string, string>;
  when?: string[];
  /** What a later year's rule says of the same setting. */
  superseded?: string;
}

interface VectorFile {
  vectors: Vector[];
  when_only: Vector[];
}

const rowEdits: readonly LarEdit[] = [...syntacticalEdits, ...validityEdits, ...qualityEdits];

/** Where the guide's words ask more of the row than the vector says. */
const guideConditions: Readonly<Record<string, { of: (row: LarRow) => boolean; words: string }>> = {
  'V614-2': {
    of: ({ multifamilyAffordableUnits }) => /^\d+$/.test(multifamilyAffordableUnits),
    words: 'the guide’s V614-2 speaks of units that are a number; Exempt is none',
  },
  V709: {
    of: ({ streetAddress, city, zipCode }) =>
      [streetAddress, city, zipCode].some((text) => text !== 'Exempt'),
    words: 'the guide’s V709 asks for Exempt in every address field, which these rows have',
  },
};

const firstYearOf = ({ rule_set }: Vector): number => (rule_set === 'common' ? 2018 : Number(rule_set));

/** Whether a vector's rule was the one in force in a year: not yet replaced, by the file or by the guide of that year. */
function isCurrent(vector: Vector, all: readonly Vector[], year: FilingYear): boolean {
  const first = firstYearOf(vector);
  const later = all.some(
    (other) =>
      other.edit === vector.edit &&
      firstYearOf(other) <= year &&
      (vector.rule_set === 'common' ? other.rule_set !== 'common' : firstYearOf(other) > first),
  );
  return first <= year && !later;
}

/** What a vector expects in a year; a later rule's word goes before its own. */
const expectedIn = ({ expect: own, superseded = '' }: Vector, year: FilingYear): 'PASS' | 'FAIL' => {
  const [, verdict, from = ''] = /must (PASS|FAIL) for filing year (\d{4})/.exec(superseded) ?? [];
  return (verdict === 'PASS' || verdict === 'FAIL') && year >= Number(from) ? verdict : own;
};

const cellsWith = (cells: readonly string[], set: Vector['set'] = {}): readonly string[] =>
  Object.entries(set).reduce<readonly string[]>(
    (row, [key, text]) => row.with(Number(key.slice(1)) - 1, text),
    cells,
  );

/** The rows that a vector speaks of: those that meet its conditions, else one that is made to. */
function basesOf({ when = [] }: Vector, rows: readonly (readonly string[])[]): (readonly string[])[] {
  const meeting = rows.filter((cells) => when.every((condition) => meets(condition, cells)));
  if (meeting.length > 0) return meeting;
  return rows.slice(0, 1).map((cells) => when.reduce((row, condition) => settled(condition, row), cells));
}

describe.skipIf(!vectorsPresent)('published settings of fields', () => {
  const file = 'hmda/edit_field_vectors.json';

  it('trip each edit or not, on every clean row, in every filing year whose rule they state', () => {
    const tally = new Tally(file);
    const { vectors, when_only } = readVectors<VectorFile>(file);
    const all = [...vectors, ...when_only];
    const rows = cleanRows(40);
    const reference = publishedReference();

    for (const vector of all) {
      const id = vector.edit.replace('_', '-');
      const bases = basesOf(vector, rows).map((cells) => larRow(cellsWith(cells, vector.set)));
      let held = 0;
      for (const year of filingYears.filter((each) => isCurrent(vector, all, each))) {
        const sheet = tsRow(id === 'S301' ? Array.from({ length: 15 }, () => 'test') : []);
        const context: FilingContext = { year, quarter: 4, sheet, reference };
        const inYear = inForce(rowEdits, context);
        const edits = inYear.filter((edit) => edit.id === id);
        const ofNumber = edits.length > 0 ? edits : inYear.filter((edit) => edit.id.startsWith(`${id}-`));
        if (ofNumber.length === 0) continue;
        held += 1;
        const expected = expectedIn(vector, year);
        const condition = expected === 'FAIL' ? guideConditions[id] : undefined;
        const fails = (row: LarRow): boolean => ofNumber.some((edit) => edit.fails(row, context));
        const answers = (some: readonly LarRow[]) => [
          ...new Set(some.map((row) => (fails(row) ? 'FAIL' : 'PASS'))),
        ];
        const what = `${id} ${year} ${JSON.stringify(vector.set ?? vector.when)}`;
        tally.check(what, answers(condition ? bases.filter(condition.of) : bases), [expected]);
        const others = condition ? bases.filter((row) => !condition.of(row)) : [];
        if (condition && others.length > 0)
          tally.argue(`${what}, other rows`, answers(others), [expected], condition.words);
      }
      if (held === 0) tally.skip(reasonOf(id, vector));
    }
    expect(tally.report().disagreed).toEqual([]);
  });
});

const reasonOf = (id: string, { rule_set }: Vector): string =>
  rowEdits.some((edit) => edit.id === id)
    ? `${id}: the rule set of ${rule_set} was replaced before 2024, or by the guide of the years that have it`
    : `${id}: not in the guides of 2024 to 2026`;
