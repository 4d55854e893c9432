import { describe, expect, it } from 'vitest';
import type { Field } from '../../../../../lambdas/documents/domain/document-reading.ts';
import { layOut } from '../../../../../lambdas/documents/domain/geometry/layout.ts';
import { readPayStub } from '../../../../../lambdas/documents/domain/readers/pay-stub.ts';
import { PAY_STUB_LINES, typedPage } from '../../../../support/page-words.ts';
import type { TypedLine } from '../../../../support/page-words.ts';

const read = (lines: readonly TypedLine[], options = {}): Record<string, Field> =>
  Object.fromEntries(
    readPayStub([layOut(typedPage(lines, options))]).fields.map((field) => [field.name, field]),
  );
const values = (fields: Record<string, Field>, ...names: string[]): unknown[] =>
  names.map((name) => fields[name]?.value);
/** The same stub with one piece of one line replaced. */
const altered = (from: string, to: string): TypedLine[] =>
  PAY_STUB_LINES.map(([top, ...pieces]): TypedLine => [
    top,
    ...pieces.map(([left, text]) => [left, text.replace(from, to)] as const),
  ]);

describe('reading a pay stub', () => {
  it('reads dates, parties, totals and rows from a table of two columns', () => {
    const fields = read(PAY_STUB_LINES);
    expect(values(fields, 'employee', 'employer', 'employerAddress', 'ssn')).toEqual([
      'Avery Sample',
      'Example Mills Inc.',
      '12 Loom Street, Sampleton, OH 44100',
      'XXX-XX-1234',
    ]);
    expect(values(fields, 'periodStart', 'periodEnd', 'payDate')).toEqual([
      '2026-03-02',
      '2026-03-15',
      '2026-03-20',
    ]);
    expect(values(fields, 'currentGross', 'ytdGross', 'netPay')).toEqual([215_000, 1_060_000, 177_052]);
    expect(
      values(fields, 'regularRate', 'regularHours', 'regularCurrent', 'regularYtd', 'overtimeCurrent'),
    ).toEqual(['25.00', '80.00', 200_000, 1_000_000, 15_000]);
    expect(values(fields, 'federalIncomeTaxCurrent', 'socialSecurityTaxCurrent', 'medicareTaxYtd')).toEqual([
      21_500, 13_330, 15_370,
    ]);
  });

  it('reads the same from a picture tilted by a degree', () => {
    const fields = read(PAY_STUB_LINES, { engine: 'textract-detect', tilt: 0.018 });
    expect(values(fields, 'periodEnd', 'regularCurrent', 'currentGross', 'ytdGross')).toEqual([
      '2026-03-15',
      200_000,
      215_000,
      1_060_000,
    ]);
  });

  it('confirms rows and total of a picture by their sum, and the net by the deductions', () => {
    const fields = read(PAY_STUB_LINES, { engine: 'textract-detect', confidence: 70 });
    expect(
      [
        'regularCurrent',
        'overtimeCurrent',
        'currentGross',
        'netPay',
        'federalIncomeTaxCurrent',
        'ytdGross',
      ].map((name) => fields[name]?.trust),
    ).toEqual(Array.from({ length: 6 }, () => 'confirmed'));
  });

  it('doubts every row of a picture whose column does not add up, however sure the engine is', () => {
    const fields = read(altered('10,000.00', '10,800.00'), { engine: 'textract-detect', confidence: 99 });
    expect([fields['regularYtd']?.trust, fields['overtimeYtd']?.trust, fields['ytdGross']?.trust]).toEqual([
      'doubtful',
      'doubtful',
      'doubtful',
    ]);
  });

  it('restores a lost decimal point only where the rows prove it', () => {
    expect(
      read(altered('$2,150.00', '$215000'), { engine: 'textract-detect' })['currentGross'],
    ).toMatchObject({ value: 215_000, trust: 'confirmed' });
    expect(
      read(altered('$2,150.00', '$215100'), { engine: 'textract-detect' })['currentGross'],
    ).toBeUndefined();
  });

  it('leaves an amount unread whose decimal point became a space', () => {
    expect(read(altered('$1,770.52', '$1,770 52'))['netPay']).toBeUndefined();
  });

  it('reads a range of dates under one label', () => {
    const fields = read([
      [0.1, [0.1, 'Pay Period: 01/01/2026 - 01/15/2026']],
      [0.13, [0.1, 'Check Date'], [0.3, '01/20/2026']],
    ]);
    expect(values(fields, 'periodStart', 'periodEnd', 'payDate')).toEqual([
      '2026-01-01',
      '2026-01-15',
      '2026-01-20',
    ]);
  });

  it('reads a summary whose columns are the totals and whose rows are current and year to date', () => {
    const fields = read([
      [0.7, [0.3, 'Gross Earnings'], [0.5, 'Taxes'], [0.65, 'Deductions'], [0.82, 'Net Pay']],
      [0.72, [0.06, 'Current'], [0.31, '2,150.00'], [0.5, '300.00'], [0.66, '50.00'], [0.82, '1,800.00']],
      [0.74, [0.06, 'YTD'], [0.31, '10,600.00'], [0.5, '1,500.00'], [0.66, '250.00'], [0.82, '8,850.00']],
    ]);
    expect(values(fields, 'currentGross', 'ytdGross', 'netPay', 'ytdNet')).toEqual([
      215_000, 1_060_000, 180_000, 885_000,
    ]);
  });

  it('keeps two tables side by side apart', () => {
    const fields = read([
      [
        0.3,
        [0.05, 'Earnings'],
        [0.17, 'Hours'],
        [0.26, 'Current'],
        [0.38, 'YTD'],
        [0.52, 'Taxes'],
        [0.72, 'Current'],
        [0.86, 'YTD'],
      ],
      [
        0.32,
        [0.05, 'Regular'],
        [0.17, '80.00'],
        [0.25, '2,000.00'],
        [0.36, '10,000.00'],
        [0.52, 'Federal Withholding'],
        [0.72, '215.00'],
        [0.85, '1,060.00'],
      ],
      [
        0.34,
        [0.05, 'Overtime'],
        [0.17, '4.00'],
        [0.26, '150.00'],
        [0.37, '600.00'],
        [0.52, 'Medicare'],
        [0.73, '31.18'],
        [0.86, '153.70'],
      ],
      [0.36, [0.05, 'Gross Pay'], [0.25, '2,150.00'], [0.36, '10,600.00']],
    ]);
    expect(
      values(
        fields,
        'regularCurrent',
        'regularYtd',
        'federalIncomeTaxCurrent',
        'federalIncomeTaxYtd',
        'medicareTaxYtd',
        'ytdGross',
      ),
    ).toEqual([200_000, 1_000_000, 21_500, 106_000, 15_370, 1_060_000]);
  });

  it('says what it did not find', () => {
    const { absent } = readPayStub([layOut(typedPage([[0.1, [0.1, 'Pay Date: 01/20/2026']]]))]);
    expect(absent.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['employee', 'currentGross', 'ytdGross', 'periodEnd']),
    );
  });
});
