import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLar, formatTs, parseLar, parseTs } from '../../../../lambdas/rules/hmda/record-line.ts';
import { generateLar, generateTs } from '../../../../lambdas/rules/hmda/generate-row.ts';
import { larFields, larPositionOf } from '../../../../lambdas/rules/hmda/lar-fields.ts';
import { larRow, larTexts, withFields } from '../../../../lambdas/rules/hmda/lar-row.ts';
import { DigestSet } from '../../../../lambdas/rules/hmda/digest-set.ts';
import { addYears, isFilingDate } from '../../../../lambdas/rules/hmda/filing-dates.ts';
import { decimalPlaces, isNumber, numberOf } from '../../../../lambdas/rules/hmda/numbers.ts';
import { tsFields } from '../../../../lambdas/rules/hmda/ts-fields.ts';

const cell = fc.string({ unit: fc.constantFrom('0', '1', '.', '-', 'N', 'A', ' ', 'é'), maxLength: 6 });
const lineOf = (count: number) =>
  fc.array(cell, { minLength: count, maxLength: count }).map((cells) => cells.join('|'));

describe('a row of the register', () => {
  it('is written exactly as it was read, whatever its fields hold', () => {
    fc.assert(
      fc.property(lineOf(larFields.length), (line) => {
        expect(formatLar(parseLar(line))).toBe(line);
      }),
      { numRuns: 50 },
    );
  });

  it('gives each field by name at its place in the guide', () => {
    const row = larRow(larFields.map((_field, index) => String(index + 1)));
    for (const { name } of larFields) expect(row[name]).toBe(String(larPositionOf(name)));
    expect([row.recordIdentifier, row.censusTract, row.hoepaStatus, row.businessOrCommercialPurpose]).toEqual(
      ['1', '18', '60', '110'],
    );
  });

  it('has 110 fields of different names, a sheet 15', () => {
    expect(new Set(larFields.map(({ name }) => name)).size).toBe(110);
    expect(new Set(tsFields.map(({ name }) => name)).size).toBe(15);
  });

  it('is changed in the named fields alone', () => {
    const row = larRow(larFields.map(() => 'x'));
    const changed = withFields(row, { preapproval: '1', ausOther: '' });
    expect(larTexts(changed).filter((text) => text !== 'x')).toEqual(['1', '']);
    expect(row.preapproval).toBe('x');
  });

  it('is generated from values in the forms of the guide', () => {
    const row = generateLar({
      loanType: 1,
      applicationDate: '2026-02-03',
      loanAmount: '110500.00',
      income: 'NA',
    });
    expect([row.recordIdentifier, row.loanType, row.applicationDate, row.loanAmount, row.income]).toEqual([
      '2',
      '1',
      '20260203',
      '110500.00',
      'NA',
    ]);
  });

  it('is refused with each field whose value is not of its type', () => {
    const generate = () =>
      generateLar({ loanType: 'one', loanAmount: 'much', actionTakenDate: '2026-02-30' });
    expect(generate).toThrow(
      expect.objectContaining({
        problems: [
          { field: 'loanType', rule: 'must be a number of the code list' },
          { field: 'loanAmount', rule: 'must be a number' },
          { field: 'actionTakenDate', rule: 'must be a day as YYYYMMDD' },
        ],
      }),
    );
  });

  it.each(['a|b', 'a\nb', 'a\rb'])('cannot hold %j', (city) => {
    expect(() => generateLar({ city })).toThrow(
      expect.objectContaining({ problems: [{ field: 'city', rule: 'has neither a bar nor a line break' }] }),
    );
  });
});

describe('a transmittal sheet', () => {
  it('is written exactly as it was read', () => {
    fc.assert(
      fc.property(lineOf(tsFields.length), (line) => {
        expect(formatTs(parseTs(line))).toBe(line);
      }),
      { numRuns: 50 },
    );
  });

  it('is generated with its record identifier', () => {
    expect(formatTs(generateTs({ calendarYear: 2026, federalAgency: 9 }))).toBe('1||2026|||||||||9|||');
  });
});

describe('numbers as texts', () => {
  it.each([
    ['110500.00', true, 110_500],
    ['-0.428', true, -0.428],
    ['.5', true, 0.5],
    ['7.', true, 7],
    ['007', true, 7],
    ['', false, Number.NaN],
    ['-', false, Number.NaN],
    ['.', false, Number.NaN],
    ['1.2.3', false, Number.NaN],
    ['1e5', false, Number.NaN],
    ['+1', false, Number.NaN],
    [' 1', false, Number.NaN],
    ['1,000', false, Number.NaN],
    ['NA', false, Number.NaN],
  ])('%j is a number: %s', (text, isOne, value) => {
    expect([isNumber(text), numberOf(text)]).toEqual([isOne, value]);
  });

  it('counts decimal places', () => {
    expect(['4', '4.', '4.125', '-.50'].map(decimalPlaces)).toEqual([0, 0, 3, 2]);
  });
});

describe('days as YYYYMMDD', () => {
  it.each([
    ['20240229', true],
    ['20250229', false],
    ['20251301', false],
    ['20250100', false],
    ['2025010', false],
    ['2025-1-1', false],
  ])('%s is a day: %s', (text, isOne) => {
    expect(isFilingDate(text)).toBe(isOne);
  });

  it('moves by years, the leap day to the 28th', () => {
    expect([addYears('20240229', -2), addYears('20240229', 4), addYears('20250310', -2)]).toEqual([
      '20220228',
      '20280229',
      '20230310',
    ]);
  });
});

describe('the set of digests', () => {
  it('answers as a map of the texts would, through its growth', () => {
    const text = fc.string({ minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4_000 }), (texts) => {
        const set = new DigestSet();
        const seen = new Map<string, { line: number; marks: number }>();
        texts.forEach((each, index) => {
          const marks = 1 << (index % 3);
          const before = seen.get(each);
          expect(set.mark(each, index + 1, marks)).toEqual({
            before: before?.marks ?? 0,
            firstLine: before?.line ?? index + 1,
          });
          seen.set(each, { line: before?.line ?? index + 1, marks: (before?.marks ?? 0) | marks });
        });
        expect(set.size).toBe(seen.size);
      }),
      { numRuns: 10 },
    );
  });

  it('takes near texts for different ones', () => {
    const set = new DigestSet();
    for (let index = 0; index < 100_000; index += 1) set.mark(`LOAN${index}`, index + 1, 1);
    expect(set.size).toBe(100_000);
  });
});
