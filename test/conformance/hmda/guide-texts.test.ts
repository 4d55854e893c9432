import { describe, expect, it } from 'vitest';
import { everyEdit } from '../../../lambdas/rules/hmda/filing-edits.ts';
import { filingYears } from '../../../lambdas/rules/hmda/filing-context.ts';
import { inForce } from '../../../lambdas/rules/hmda/edit.ts';
import { Tally } from '../tally.ts';
import { readVectorText, readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';
import type { FilingYear } from '../../../lambdas/rules/hmda/filing-context.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

/** Numbers of the published list that its own tables do not have in force, and why. */
const leftOut: Readonly<Record<string, string>> = {
  Q651: 'the tables of 2025 and later have Q651 in the two parts that the list names beside it',
  V718: 'of quarterly files: the list of annual edits repeats it',
  V602: 'of annual files: the list of quarterly edits repeats it',
  V719: 'stands in two parts, V719-1 and V719-2',
};

const codeField = 'table 2 gives the field the code 1111, not the word Exempt';

/** Words without layout, entities, typographic marks and the sentence that introduces some. */
const plain = (text: string): string =>
  text
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[’‘]/g, "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([,.;:])/g, '$1')
    .trim()
    .replace(/^An invalid [^.]+\. Please review [^:]+: /, '')
    .replace(/\.$/, '');

/** Every edit description of the guide's tables of a year, in one text: a number's parts stand in one row. */
function tablesOf(year: FilingYear): string {
  const numbers = year === 2024 ? [4, 5, 6, 7, 8, 9] : [4, 5, 6, 7, 8, 9, 10];
  const rows = numbers.flatMap((number) =>
    readVectors<{ 'Edit Description'?: string }[]>(`hmda/fig/${year}_table${number}.json`),
  );
  return plain(rows.map((row) => row['Edit Description'] ?? '').join(' | '));
}

describe.skipIf(!vectorsPresent)("the guide's lists of edits", () => {
  it.each(filingYears.flatMap((year) => [[year, 'annual'] as const, [year, 'quarterly'] as const]))(
    'of %i, %s: each is here, in its words',
    (year, filings) => {
      const file = `hmda/fig/${year}${filings === 'annual' ? '' : '_quarterly'}_edit_descriptions.txt`;
      const tally = new Tally(file);
      const quarter = filings === 'annual' ? 4 : 1;
      const ours = new Map(inForce(everyEdit, { year, quarter }).map(({ id, text }) => [id, plain(text)]));
      const tables = tablesOf(year);
      const rows = readVectorText(file)
        .split(/\r?\n/)
        .map((line) => line.split('|'))
        .filter(([id = '']) => /^[SVQ]\d/.test(id));
      for (const [id = '', words = ''] of rows) {
        const text = ours.get(id);
        if (text === undefined && leftOut[id] !== undefined) tally.skip(`${id}: ${leftOut[id]}`);
        else if (text !== undefined && tables.includes(text)) tally.check(id, true, true);
        else if (text === plain(words).replaceAll('Exempt', '1111'))
          tally.argue(id, text, plain(words), codeField);
        else tally.check(id, text, plain(words));
      }
      expect(tally.report().disagreed).toEqual([]);
    },
  );
});
