import { describe, expect, it } from 'vitest';
import { Tally } from '../tally.ts';
import { check } from '../../lambdas/rules/hmda/edits/register-files.ts';
import {
  formatLar,
  formatTs,
  isWholeRow,
  parseLar,
  parseTs,
  textsOf,
} from '../../../lambdas/rules/hmda/record-line.ts';
import { isNuliFormat, isUliFormat, isValidUli } from '../../../lambdas/rules/hmda/uli.ts';
import { linesOf, publishedFiles, yearHeld } from './published-rows.ts';
import { vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';
import type { PublishedFile } from './published-rows.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

/** Files of years before 2024 are held against the rules of 2024, but for what speaks of the year itself. */
const OLD_YEAR_RULES = 2024;
const yearOnly = /^(?:S302|S307|V619-2)$/;

/** Edits that a file called clean may trip all the same, with the argument. */
const argued: Readonly<Record<string, string>> = {
  V627: 'a row has a tract of another county (27159 with 34027…): the first five digits must match, says the guide',

  'V719-2': 'the name is the LEI; the rule came after this file',
  V716: 'counties of other states by their FIPS codes; in 2019 this was a quality edit, Q604',
};

const mustBeClear = (id: string): boolean => /^[SV]/.test(id);

function checked(published: PublishedFile) {
  const year = yearHeld(published);
  return check(linesOf(published.file), {
    ...(year === undefined && { year: OLD_YEAR_RULES }),
  });
}

/** The edits that the list of files names for a file that must fail. */
const idsNamed = (expected: string): string[] =>
  [...expected.matchAll(/\b[SVQ]\d{3}(?:-\d)?\b/gi)].map(([id]) => id.toUpperCase());

const tripsNumber = (ids: readonly string[], id: string): boolean =>
  ids.some((each) => each === id || each.startsWith(`${id}-`));

describe.skipIf(!vectorsPresent)('published register files', () => {
  it('that are clean trip no syntactical or validity edit', () => {
    const tally = new Tally('hmda/lar_clean');
    for (const published of publishedFiles().filter(({ file }) => file.startsWith('lar_clean/'))) {
      const { ids, summary } = checked(published);
      tally.check(`${published.file} can be read`, summary.problemCount, 0);
      if (summary.notRun.some(({ edit }) => edit.id === 'V625-2'))
        tally.skip('V625-2, which needs the list of census tracts, not among the published files');
      const isOld = yearHeld(published) === undefined;
      const tripped = ids.filter((id) => mustBeClear(id) && !(isOld && yearOnly.test(id)));
      if (isOld) tally.skip('S302, S307 and V619-2, which speak of a filing year that is not held here');
      for (const id of tripped.filter((each) => argued[each]))
        tally.argue(`${published.file} ${id}`, 'trips', 'passes', argued[id] ?? '');
      tally.check(
        published.file,
        tripped.filter((id) => !argued[id]),
        [],
      );
    }
    expect(tally.report().disagreed).toEqual([]);
  });

  it('that must fail trip what they are said to', () => {
    const tally = new Tally('hmda/lar_must_fail');
    for (const published of publishedFiles().filter(({ file }) => file.startsWith('lar_must_fail/'))) {
      const { file, expected } = published;
      const { ids, summary } = checked(published);
      if (expected.startsWith('doubtful')) {
        tally.argue(
          `${file} V665`,
          tripsNumber(ids, 'V665'),
          true,
          'a score of 8888 with model 1 is the matter of V666',
        );
        tally.check(`${file} V666`, tripsNumber(ids, 'V666'), true);
        continue;
      }
      for (const id of idsNamed(expected)) tally.check(`${file} ${id}`, tripsNumber(ids, id), true);
      if (/parse error|format error/.test(expected))
        tally.check(`${file} cannot be read whole`, summary.problemCount > 0, true);
      if (/census validity/.test(expected))
        tally.check(
          `${file} census`,
          ['V625', 'V627', 'V716'].some((id) => tripsNumber(ids, id)),
          true,
        );
      if (/two TS rows/.test(expected)) tally.check(`${file} S300`, tripsNumber(ids, 'S300'), true);
    }
    expect(tally.report().disagreed).toEqual([]);
  });

  it('have the rows, duplicates and identifiers that the list of files counts', () => {
    const tally = new Tally('hmda/lar_manifest.json');
    for (const published of publishedFiles()) {
      const lines = linesOf(published.file).filter((line) => line !== '');
      const rows = lines.filter((line) => line.startsWith('2|')).map(parseLar);
      tally.check(`${published.file} rows`, rows.length, published.lar_rows);
      const counts = Map.groupBy(
        lines.filter((line) => line.startsWith('2|')),
        (line) => String(textsOf(line).length),
      );
      const byCount = Object.fromEntries([...counts].map(([count, group]) => [count, group.length]));
      tally.check(`${published.file} fields`, byCount, published.field_counts);
      const { summary } = checked(published);
      const tripped = (id: string) => summary.edits.find(({ edit }) => edit.id === id)?.count ?? 0;
      tally.check(`${published.file} duplicate rows`, tripped('S305'), published.duplicate_rows);
      tally.check(`${published.file} duplicate ids`, tripped('Q600'), published.duplicate_ids);
      const bad = rows.filter(({ uli }) => isUliFormat(uli) && !isValidUli(uli)).length;
      tally.check(`${published.file} check digits`, bad, published.uli_check_bad);
      const short = rows.filter(({ uli }) => isNuliFormat(uli)).length;
      tally.check(`${published.file} NULI`, short, published.short_ids_nuli);
    }
    expect(tally.report().disagreed).toEqual([]);
  });

  it('are written exactly as they were read', () => {
    const tally = new Tally('hmda/lar_clean and hmda/lar_must_fail, round trip');
    for (const { file } of publishedFiles()) {
      const [sheet = '', ...rows] = linesOf(file);
      const whole = rows.filter((line) => isWholeRow(textsOf(line)));
      tally.check(
        file,
        [formatTs(parseTs(sheet)), ...whole.map((line) => formatLar(parseLar(line)))],
        [sheet, ...whole],
      );
    }
    expect(tally.report().disagreed).toEqual([]);
  });
});
