import { describe, expect, it } from 'vitest';
import { filingYears } from '../../../lambdas/rules/hmda/filing-context.ts';
import { inForce } from '../../../lambdas/rules/hmda/edit.ts';
import { readVectors, vectorsAbsentMessage, vectorsPresent } from '../vector-file.ts';
import { sheetEdits } from '../../../lambdas/rules/hmda/edits/sheet.ts';
import { sheetWith } from '../../lambdas/rules/hmda/edits/register-files.ts';
import { Tally } from '../tally.ts';
import { tsFields } from '../../../lambdas/rules/hmda/ts-fields.ts';
import type { FilingContext, FilingQuarter, FilingYear } from '../../../lambdas/rules/hmda/filing-context.ts';
import type { TsRow } from '../../../lambdas/rules/hmda/ts-row.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

interface Vector {
  edit: string;
  set?: Record<string, string>;
  institution?: string;
  note?: string;
  expect: 'PASS' | 'FAIL';
}

const sheetOf = ({ set = {}, note = '' }: Vector, year: FilingYear): TsRow => {
  const calendarYear = String(note.includes('TS year any other') ? year - 1 : year);
  const changes = Object.fromEntries(
    Object.entries(set).map(([key, text]) => [tsFields[Number(key.slice(1)) - 1]?.name, text]),
  );
  return sheetWith({ calendarYear, ...changes });
};

/** The institution that a vector speaks of: the sheet's own, or with one text that is another. */
function institutionOf(
  words: string,
  sheet: TsRow,
): Record<'lei' | 'federalAgency' | 'taxpayerIdentification', string> {
  const { lei, federalAgency, taxpayerIdentification } = sheet;
  return {
    lei: /LEI has/.test(words) ? `${lei}x` : lei,
    federalAgency: /agency (?:has|is)/.test(words) ? '0' : federalAgency,
    taxpayerIdentification: /tax id has/.test(words) ? `${taxpayerIdentification}x` : taxpayerIdentification,
  };
}

const quarterOf = ({ note = '' }: Vector): FilingQuarter => {
  const [, quarter] = /filing period Q([123])/.exec(note) ?? [];
  if (quarter === '1') return 1;
  if (quarter === '2') return 2;
  return quarter === '3' ? 3 : 4;
};

describe.skipIf(!vectorsPresent)('published settings of the transmittal sheet', () => {
  it('trip each edit or not, in every filing year', () => {
    const file = 'hmda/ts_edit_vectors.json';
    const tally = new Tally(file);
    for (const vector of readVectors<{ vectors: Vector[] }>(file).vectors)
      for (const year of filingYears) {
        const sheet = sheetOf(vector, year);
        const institution = institutionOf(vector.institution ?? '', sheet);
        const context: FilingContext = {
          year,
          quarter: quarterOf(vector),
          sheet,
          reference: { institution },
        };
        const numbers = vector.edit.split('/');
        const edits = inForce(sheetEdits, context).filter(({ id }) =>
          numbers.includes(id.split('-')[0] ?? ''),
        );
        const what = `${vector.edit} ${year} ${JSON.stringify(vector.set ?? vector.institution ?? vector.note)}`;
        const answer = edits.some((edit) => edit.fails(sheet, context)) ? 'FAIL' : 'PASS';
        tally.check(what, edits.length === 0 ? 'no edit' : answer, vector.expect);
      }
    expect(tally.report().disagreed).toEqual([]);
  });
});
