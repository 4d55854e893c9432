import { describe, expect, it } from 'vitest';
import { check, fileOf, rowLines, sheetWith } from './register-files.ts';
import { formatTs } from '../../../../../lambdas/rules/hmda/record-line.ts';
import { sheetEdits } from '../../../../../lambdas/rules/hmda/edits/sheet.ts';
import type { Change } from './validity-row.ts';
import type { FilingContext } from '../../../../../lambdas/rules/hmda/filing-context.ts';
import type { SheetChange } from './register-files.ts';

const institution = {
  lei: 'sampleMillsBank00001',
  federalAgency: '9',
  taxpayerIdentification: '12-3456789',
};

const annual: FilingContext = { year: 2025, quarter: 4, sheet: sheetWith({}), reference: { institution } };

interface SheetCase {
  trips: readonly SheetChange[];
  passes: readonly SheetChange[];
  context?: Partial<FilingContext>;
}

const sheetCases: Readonly<Record<string, SheetCase>> = {
  S302: { trips: [{ calendarYear: '2024' }, { calendarYear: '' }], passes: [{}] },
  S303: {
    trips: [
      { lei: 'SAMPLEMILLSBANK00002' },
      { federalAgency: '7' },
      { taxpayerIdentification: '12-3456780' },
    ],
    passes: [{}],
  },
  Q303: {
    trips: [
      { lei: 'SAMPLEMILLSBANK00002' },
      { federalAgency: '7' },
      { taxpayerIdentification: '12-3456780' },
    ],
    passes: [{}],
  },
  V600: { trips: [{ lei: '' }, { lei: 'SAMPLE' }, { lei: 'SAMPLE-MILLS-BANK-01' }], passes: [{}] },
  V601: {
    trips: [
      { institutionName: '' },
      { contactName: ' ' },
      { contactEmail: '' },
      { contactStreet: '' },
      { contactCity: '' },
    ],
    passes: [{}],
  },
  V602: { trips: [{ calendarQuarter: '1' }, { calendarQuarter: '' }], passes: [{}] },
  V603: { trips: [{ contactPhone: '' }, { contactPhone: '5555550100' }], passes: [{}] },
  V604: { trips: [{ contactState: '' }, { contactState: 'XX' }, { contactState: 'Ohio' }], passes: [{}] },
  V605: {
    trips: [{ contactZipCode: '' }, { contactZipCode: '4300' }, { contactZipCode: '43001-01' }],
    passes: [{}, { contactZipCode: '43001' }],
  },
  V606: {
    trips: [{ totalEntries: '0' }, { totalEntries: '1.5' }, { totalEntries: '' }, { totalEntries: 'ten' }],
    passes: [{}],
  },
  V607: { trips: [{ taxpayerIdentification: '' }, { taxpayerIdentification: '123456789' }], passes: [{}] },
  V717: {
    trips: [{ contactEmail: 'avery' }, { contactEmail: 'avery.example' }, { contactEmail: 'avery@example' }],
    passes: [{}, { contactEmail: 'avery.sample+loans@mail.example.co' }],
  },
  V718: {
    trips: [{ calendarQuarter: '4' }, { calendarQuarter: '1' }],
    passes: [{ calendarQuarter: '2' }],
    context: { quarter: 2 },
  },
  'V719-1': {
    trips: [{ institutionName: '12345' }, { institutionName: '12 345' }],
    passes: [{}, { institutionName: 'Bank 1' }, { institutionName: 'Épargne' }],
  },
  'V719-2': { trips: [{ institutionName: 'SAMPLEMILLSBANK00001' }], passes: [{}] },
};

describe('the edits of the transmittal sheet', () => {
  it('has a case for each', () => {
    expect(Object.keys(sheetCases).toSorted()).toEqual(sheetEdits.map(({ id }) => id).toSorted());
  });

  it.each(sheetEdits.map((edit) => [edit.id, edit.text, edit] as const))('%s: %s', (id, _text, edit) => {
    const { trips, passes, context } = sheetCases[id] ?? { trips: [], passes: [] };
    const filing = { ...annual, ...context };
    for (const change of trips)
      expect([change, edit.fails(sheetWith(change), filing)]).toEqual([change, true]);
    for (const change of passes)
      expect([change, edit.fails(sheetWith(change), filing)]).toEqual([change, false]);
  });

  it('says of an edit that needs the institution that it was not run, under the number of its year', () => {
    const idsNotRun = (year: string) =>
      check(fileOf([{}], { calendarYear: year })).summary.notRun.map(({ edit }) => edit.id);
    expect(idsNotRun('2024')).toContain('S303');
    expect(idsNotRun('2024')).not.toContain('Q303');
    expect(idsNotRun('2025')).toContain('Q303');
    expect(check(fileOf([{}], { federalAgency: '7' }), { reference: { institution } }).ids).toContain('Q303');
  });
});

const times = (count: number, change: Change): Change[] => Array.from({ length: count }, () => change);
const denied: Change = { actionTaken: '3' };

/** Rows of a file, and whether the edit of the whole file is tripped. */
const macroCases: readonly (readonly [id: string, trips: boolean, rows: readonly Change[]])[] = [
  ['Q634', false, times(25, {})],
  ['Q634', true, times(26, {})],
  ['Q634', false, [...times(38, {}), ...times(2, denied)]],
  ['Q634', true, [...times(39, {}), denied]],
  ['Q634', false, times(30, { loanPurpose: '31' })],
  ['Q635', false, [...times(3, { actionTaken: '2' }), ...times(17, {})]],
  ['Q635', true, [...times(4, { actionTaken: '2' }), ...times(17, {})]],
  ['Q636', false, [...times(3, { actionTaken: '4' }), ...times(7, {})]],
  ['Q636', true, [...times(4, { actionTaken: '4' }), ...times(7, {})]],
  ['Q637', false, [...times(3, { actionTaken: '5' }), ...times(17, {})]],
  ['Q637', true, [...times(4, { actionTaken: '5' }), ...times(17, {})]],
  ['Q638', false, [{}, ...times(4, denied)]],
  ['Q638', true, [{}, ...times(5, denied)]],
  ['Q638', false, times(5, { actionTaken: '7' })],
  ['Q639', false, times(1_000, { preapproval: '1' })],
  ['Q639', true, times(1_001, { preapproval: '1' })],
  ['Q639', false, [...times(1_001, { preapproval: '1' }), { actionTaken: '7' }]],
  ['Q640', false, [{ income: '9' }, ...times(4, { income: '10' })]],
  ['Q640', true, [...times(2, { income: '-9' }), ...times(4, { income: 'NA' })]],
];

describe('the macro edits', () => {
  it.each(
    macroCases.map(([id, trips, rows]) => [id, trips ? 'trips' : 'passes', rows.length, rows] as const),
  )('%s %s over a file of %i rows at its threshold', (id, outcome, _count, rows) => {
    expect(check(fileOf(rows)).ids.includes(id)).toBe(outcome === 'trips');
  });
});

describe('the syntactical edits of a file', () => {
  it('passes a plain file whole', () => {
    const { ids, summary } = check(fileOf([{}]));
    expect({ ids, rows: summary.rows, problems: summary.problemCount }).toEqual({
      ids: [],
      rows: 1,
      problems: 0,
    });
  });

  it('S300: the first row begins with 1, every later one with 2', () => {
    const [sheet = '', row = ''] = fileOf([{}], { totalEntries: '3' });
    const { findings } = check([sheet, row.replace(/^2/, '3'), row.replace(/^2/, '1'), row]);
    const lines = findings.filter(({ edits }) => edits.some(({ id }) => id === 'S300'));
    expect(lines.map(({ line }) => line)).toEqual([2, 3]);
    expect(check([sheet.replace(/^1/, '2'), row]).ids).toContain('S300');
  });

  it('S301: a row with another LEI than the sheet; upper and lower case are the same', () => {
    expect(check(fileOf([{ lei: 'SAMPLEMILLSBANK00002' }])).ids).toContain('S301');
    expect(check(fileOf([{ lei: 'samplemillsbank00001' }])).ids).not.toContain('S301');
  });

  it.each(['1', '3', 'two', ''])('S304: the sheet says %j entries over a file of two', (totalEntries) => {
    expect(check(fileOf([{}, {}], { totalEntries })).ids).toContain('S304');
  });

  it('S305, S306 and Q600: the same row, the same originated identifier, the same identifier', () => {
    const uli = 'SAMPLELOAN1';
    const tripped = (...rows: Change[]) =>
      check(fileOf(rows.map((row) => ({ uli, ...row })))).findings.flatMap(
        ({ edits, line, duplicateOfLine }) =>
          edits.filter(({ id }) => /S305|S306|Q600/.test(id)).map(({ id }) => [id, line, duplicateOfLine]),
      );
    expect(tripped({}, {})).toEqual([
      ['S305', 3, 2],
      ['S306', 3, 2],
      ['Q600', 3, 2],
    ]);
    expect(tripped({}, { income: '97' })).toEqual([
      ['S306', 3, 2],
      ['Q600', 3, 2],
    ]);
    expect(tripped(denied, {}, { income: '97' })).toEqual([
      ['Q600', 3, 2],
      ['S306', 4, 2],
      ['Q600', 4, 2],
    ]);
    expect(tripped({}, denied)).toEqual([['Q600', 3, 2]]);
    expect(tripped({}, { uli: 'SAMPLELOAN2' })).toEqual([]);
  });

  it('S307: no row of the quarter that is filed; the annual period is the year', () => {
    const second = { calendarQuarter: '2' };
    expect(check(fileOf([{ actionTakenDate: '20250415' }], second)).ids).not.toContain('S307');
    expect(check(fileOf([{ actionTakenDate: '20250701' }], second)).ids).toContain('S307');
    expect(check(fileOf([{ actionTakenDate: '20240415' }], second)).ids).toContain('S307');
    expect(check(fileOf([{ actionTakenDate: '20240415' }])).ids).toContain('S307');
    expect(check(fileOf([{ actionTakenDate: '20251231' }])).ids).not.toContain('S307');
    expect(check(fileOf([])).ids).toContain('S307');
  });

  it('holds a quarterly file against V718, an annual one against V602', () => {
    const second = fileOf([{}], { calendarQuarter: '2' });
    expect(check(second).ids).not.toContain('V602');
    expect(check(second, { quarter: 3 }).ids).toContain('V718');
    expect(check(second, { quarter: 4 }).ids).toContain('V602');
    expect(check(fileOf([{}], { calendarQuarter: '9' })).ids).toContain('V602');
  });
});

describe('a file that cannot be read as the guide has it', () => {
  it('names the line and the field of a value that is not of its type, and goes on', () => {
    const { summary, findings } = check(fileOf([{ loanType: 'one' }, { lei: 'SAMPLEMILLSBANK00002' }]));
    expect(summary.firstProblems).toEqual([
      { line: 2, position: 5, field: 'Loan Type', rule: 'must be a number of the code list' },
    ]);
    expect(findings.find(({ line }) => line === 3)?.edits.map(({ id }) => id)).toContain('S301');
  });

  it('names a row that has too few or too many fields, and counts it', () => {
    const [sheet = '', ...rows] = fileOf([{}, {}]);
    const { summary } = check([sheet, `${rows[0]}|`, '2|short', rows[1] ?? '']);
    expect(summary.rows).toBe(3);
    expect(summary.firstProblems.map(({ line, rule }) => [line, rule])).toEqual([
      [2, 'must have 110 fields, has 111'],
      [3, 'must have 110 fields, has 2'],
    ]);
  });

  it('takes blank lines at the end, not before a row', () => {
    const [sheet = '', row = ''] = fileOf([{}]);
    expect(check([sheet, row, '', '']).summary.problemCount).toBe(0);
    expect(check([sheet, '', row]).summary.firstProblems).toEqual([
      { line: 2, rule: 'must not be blank before a later row' },
    ]);
  });

  it('refuses what has no transmittal sheet, or one of a year that is not held', () => {
    expect(() => check([])).toThrow(/line 1: .* 15 fields, this line has 0/);
    expect(() => check(rowLines([{}]))).toThrow(/15 fields, this line has 110/);
    expect(() => check(fileOf([{}], { calendarYear: '2019' }))).toThrow(/line 1, Calendar Year/);
    expect(check(fileOf([{}], { calendarYear: '2019' }), { year: 2025 }).ids).toEqual(['S302']);
  });

  it('reads a first line with a byte order mark', () => {
    expect(check([`\uFEFF${formatTs(sheetWith({}))}`, ...rowLines([{}])]).ids).toEqual([]);
  });
});
