import { describe, expect, it } from 'vitest';
import { Tally } from '../tally.ts';
import { everyEdit } from '../../../lambdas/rules/hmda/filing-edits.ts';
import { filingYears } from '../../../lambdas/rules/hmda/filing-context.ts';
import { inForce } from '../../../lambdas/rules/hmda/edit.ts';
import { larFields } from '../../../lambdas/rules/hmda/lar-fields.ts';
import {
  publishedNames,
  readVectorText,
  readVectors,
  vectorsAbsentMessage,
  vectorsPresent,
} from '../vector-file.ts';
import { tsFields } from '../../../lambdas/rules/hmda/ts-fields.ts';
import type { Edit } from '../../../lambdas/rules/hmda/edit.ts';
import type { FieldDefinition } from '../../../lambdas/rules/hmda/field-form.ts';
import type { FilingYear } from '../../../lambdas/rules/hmda/filing-context.ts';

if (!vectorsPresent) console.log(vectorsAbsentMessage);

/** The words of a published text without its footnotes, marks and kinds of blank and quotation mark. */
const plain = (text: string): string =>
  text
    .replaceAll(/<sup>.*?<\/sup>/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[“”]/g, '"')
    .replaceAll('’', "'")
    .replace(/ – Value is \d$/, '')
    .trim();

const byTheGuide = 'ours is the guide’s own table 1 or 2 of each year, held above; this file differs from it';

/** Annual and quarterly rules of a year together. */
const editsOf = (year: FilingYear): Edit[] => [
  ...new Set([...inForce(everyEdit, { year, quarter: 4 }), ...inForce(everyEdit, { year, quarter: 1 })]),
];

const codesOf = ({ form }: FieldDefinition): string[] => {
  if (form.kind === 'code') return [...form.codes];
  return form.kind === 'text' ? [] : form.words.filter((word) => /^\d+$/.test(word));
};

const sorted = (codes: readonly string[]): string[] => codes.toSorted((a, b) => Number(a) - Number(b));

interface GuideField {
  'Data Field Name': string;
  'Valid Values': string;
}

/** The names and code lists of a table of fields against ours. */
function holdFields(file: string, fields: readonly FieldDefinition[]): string[] {
  const tally = new Tally(file);
  const published = readVectors<GuideField[]>(file);
  tally.check('fields', fields.length, published.length);
  for (const [index, field] of fields.entries()) {
    const { 'Data Field Name': name = '', 'Valid Values': values = '' } = published[index] ?? {};
    tally.check(`field ${index + 1} name`, plain(field.guideName), plain(name));
    const codes = values.split(/\s+/).filter((code) => code !== '');
    if (field.name === 'calendarQuarter')
      tally.argue('calendar quarter', codesOf(field), codes, 'quarterly files name quarters 1 to 3 (V718)');
    else tally.check(`field ${index + 1} codes`, sorted(codesOf(field)), sorted(codes));
  }
  return tally.report().disagreed;
}

describe.skipIf(!vectorsPresent)('the tables of the Filing Instructions Guide', () => {
  it.each(publishedNames('hmda/fig', /^\d{4}_table(?:[4-9]|10)\.json$/))(
    'has no number in %s of which no edit is held here',
    (file) => {
      const tally = new Tally(file);
      const year = filingYears.find((each) => file.includes(`/${each}_`));
      const rows = readVectors<{ 'Edit ID': string }[]>(file);
      if (year === undefined) tally.skip('a filing year that is not held here', rows.length);
      else {
        const numbers = new Set(editsOf(year).map(({ id }) => id.split('-')[0]));
        for (const { 'Edit ID': id } of rows) tally.check(id, numbers.has(id), true);
      }
      expect(tally.report().disagreed).toEqual([]);
    },
  );

  it.each(publishedNames('hmda/fig', /^202[456]_table1\.json$/))(
    'lists the fields of the sheet in %s',
    (file) => {
      expect(holdFields(file, tsFields)).toEqual([]);
    },
  );

  it.each(publishedNames('hmda/fig', /^202[456]_table2\.json$/))(
    'lists the fields of a row in %s',
    (file) => {
      expect(holdFields(file, larFields)).toEqual([]);
    },
  );

  it.each(publishedNames('hmda/fig', /^202[456]_table3\.json$/))('has the changes of %s', (file) => {
    const tally = new Tally(file);
    const year = filingYears.find((each) => file.includes(`/${each}_`));
    const rows = readVectors<{ 'Edit Number': string; Modification: string }[]>(file);
    for (const { 'Edit Number': number, Modification: words } of year === undefined ? [] : rows) {
      const isHeld = editsOf(year ?? 2024).some(({ id }) => id.split('-')[0] === number);
      tally.check(`${number}: ${words}`, isHeld, !words.startsWith('Removed'));
    }
    expect(tally.report().disagreed).toEqual([]);
  });

  it.each([
    ['hmda/fig/test-files_2024_lar_schema.json', larFields],
    ['hmda/fig/test-files_2024_ts_schema.json', tsFields],
  ] as const)('has the codes of %s where these are the guide’s', (file, fields) => {
    const tally = new Tally(file);
    const schema = readVectors<{ field: string; valid_vals: (string | number)[] }[]>(file);
    for (const [index, { field, valid_vals }] of schema.entries()) {
      const ours = fields[index];
      const codes = sorted(valid_vals.map(String).filter((value) => /^\d+$/.test(value)));
      if (codes.length === 0 || !ours) tally.skip('states no codes');
      else tally.argue(`${index + 1} ${field}`, sorted(codesOf(ours)), codes, byTheGuide);
    }
    expect(tally.report().disagreed).toEqual([]);
  });

  it.each([
    ['hmda/fig/SchemaLar.json', larFields],
    ['hmda/fig/SchemaTs.json', tsFields],
  ] as const)('has the fields and codes of %s where these are the guide’s', (file, fields) => {
    const tally = new Tally(file);
    const { schema } = readVectors<{
      schema: { fieldIndex: number; fieldName: string; enumerations: { value: string }[] }[];
    }>(file);
    tally.check('fields', fields.length, schema.length);
    for (const { fieldIndex, fieldName, enumerations } of schema) {
      const ours = fields[fieldIndex];
      if (!ours) continue;
      const name = plain(fieldName).toLowerCase();
      tally.argue(`${fieldIndex + 1} name`, plain(ours.guideName).toLowerCase(), name, byTheGuide);
      const codes = sorted(enumerations.map(({ value }) => value).filter((value) => /^\d+$/.test(value)));
      if (codes.length > 0) tally.argue(`${fieldIndex + 1} codes`, sorted(codesOf(ours)), codes, byTheGuide);
    }
    expect(tally.report().disagreed).toEqual([]);
  });

  it('has the codes that the platform’s parser names, where these are the guide’s', () => {
    const file = 'hmda/fig/2024_parser_field_valid_values.txt';
    const tally = new Tally(file);
    const fields = new Map(larFields.map((field) => [plain(field.guideName).toLowerCase(), field]));
    for (const line of readVectorText(file).trim().split(/\r?\n/)) {
      const [name = '', values = ''] = line.split('|');
      const ours = fields.get(plain(name).toLowerCase());
      const codes =
        values
          .replace(/^Integer: /, '')
          .match(/^\d+(?:, \d+)*/)?.[0]
          .split(', ') ?? [];
      if (codes.length === 0) tally.skip('states no codes');
      else if (!ours) tally.skip('names the field in other words than the guide');
      else tally.argue(name, sorted(codesOf(ours)), sorted(codes), byTheGuide);
    }
    expect(tally.report().disagreed).toEqual([]);
  });
});
