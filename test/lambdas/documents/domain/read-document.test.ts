import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../lambdas/documents/domain/read-document.ts';
import {
  BANK_STATEMENT_LINES,
  LICENCE_LINES,
  PAY_STUB_LINES,
  typedPage,
  w2Lines,
} from '../../../support/page-words.ts';
import type { TypedLine } from '../../../support/page-words.ts';

const rows: TypedLine[] = [
  [0.1, [0.05, 'Date'], [0.2, 'Description'], [0.5, 'Deposits'], [0.65, 'Withdrawals'], [0.82, 'Balance']],
  [0.13, [0.05, '02/03/2026'], [0.2, 'Payroll'], [0.5, '500.00'], [0.82, '1,500.00']],
];
const numbered = (page: number, of: number): TypedLine => [0.95, [0.8, `Page ${page} of ${of}`]];
const documents = (...pages: (readonly TypedLine[])[]) =>
  readDocument(pages.map((lines, index) => typedPage(lines, { pageNumber: index + 1 }))).map(
    ({ type, pages: numbers }) => ({ type, pages: numbers }),
  );

describe('a package of many documents', () => {
  it('is split where the type changes', () => {
    expect(documents(PAY_STUB_LINES, w2Lines(0.05), BANK_STATEMENT_LINES, LICENCE_LINES)).toEqual([
      { type: 'pay-stub', pages: [1] },
      { type: 'w2', pages: [2] },
      { type: 'bank-statement', pages: [3] },
      { type: 'driver-licence', pages: [4] },
    ]);
  });

  it('keeps two pay stubs apart, and pages that count on together', () => {
    expect(documents(PAY_STUB_LINES, PAY_STUB_LINES)).toHaveLength(2);
    expect(
      documents(
        [...BANK_STATEMENT_LINES, numbered(1, 3)],
        [...rows, numbered(2, 3)],
        [[0.1, [0.1, 'This page is left blank on purpose.']], numbered(3, 3)],
      ),
    ).toEqual([{ type: 'bank-statement', pages: [1, 2, 3] }]);
  });

  it('joins a page of rows to the statement before it, and starts anew at another account', () => {
    expect(documents(BANK_STATEMENT_LINES, rows)).toEqual([{ type: 'bank-statement', pages: [1, 2] }]);
    const other = BANK_STATEMENT_LINES.map(([top, ...pieces]): TypedLine => [
      top,
      ...pieces.map(([left, text]) => [left, text.replace('000123456789', '000987654321')] as const),
    ]);
    expect(documents(BANK_STATEMENT_LINES, other)).toHaveLength(2);
  });

  it('takes copies of one W-2 on two pages as one form', () => {
    const [form] = readDocument([typedPage(w2Lines(0.05)), typedPage(w2Lines(0.4), { pageNumber: 2 })]);
    expect(form?.pages).toEqual([1, 2]);
    expect(form?.fields.find((field) => field.name === 'box1')?.value).toBe(4_800_000);
  });

  it('leaves a page of no type as unknown, with no fields', () => {
    const [page] = readDocument([typedPage([[0.1, [0.1, 'Dear reader, this is a letter.']]])]);
    expect(page).toMatchObject({ type: 'unknown', fields: [], pages: [1] });
  });

  it('gives every value its page and its box', () => {
    const [, stub] = readDocument([typedPage(LICENCE_LINES), typedPage(PAY_STUB_LINES, { pageNumber: 2 })]);
    const gross = stub?.fields.find((field) => field.name === 'currentGross');
    expect(gross).toMatchObject({ page: 2, engine: 'text-layer', confidence: 100, printed: '$2,150.00' });
    expect(gross?.box.left).toBeCloseTo(0.48, 2);
    expect(gross?.box.top).toBeCloseTo(0.28, 2);
  });
});
