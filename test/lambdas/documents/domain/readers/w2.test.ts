import { describe, expect, it } from 'vitest';
import type { Field } from '../../../../../lambdas/documents/domain/document-reading.ts';
import { layOut } from '../../../../../lambdas/documents/domain/geometry/layout.ts';
import { readW2 } from '../../../../../lambdas/documents/domain/readers/w2.ts';
import { typedPage, w2Lines } from '../../../../support/page-words.ts';
import type { TypedLine } from '../../../../support/page-words.ts';

const read = (lines: readonly TypedLine[], options = {}): Record<string, Field> =>
  Object.fromEntries(readW2([layOut(typedPage(lines, options))]).fields.map((field) => [field.name, field]));
const replaced = (lines: readonly TypedLine[], from: string, to: string): TypedLine[] =>
  lines.map(([top, ...pieces]): TypedLine => [
    top,
    ...pieces.map(([left, text]) => [left, text === from ? to : text] as const),
  ]);

const EXPECTED = {
  year: '2025',
  employee: 'Avery Sample',
  employeeAddress: '34 Weft Lane, Sampleton OH 44100',
  employer: 'Example Mills Inc',
  employerAddress: '12 Loom Street, Sampleton OH 44100',
  ssn: '900-12-3456',
  ein: '99-1234567',
  controlNumber: 'A1B2C3',
  box1: 4_800_000,
  box2: 520_000,
  box3: 5_000_000,
  box4: 310_000,
  box5: 5_000_000,
  box6: 72_500,
  box12a: 'D 2000.00',
  box13Retirement: true,
  state1: 'OH',
  state1EmployerId: '51-123456',
  state1Wages: 4_800_000,
  state1Tax: 140_000,
};

describe('reading a W-2', () => {
  it('reads every box of one copy', () => {
    const fields = read(w2Lines(0.05));
    expect(Object.fromEntries(Object.keys(EXPECTED).map((name) => [name, fields[name]?.value]))).toEqual(
      EXPECTED,
    );
  });

  it('takes two copies of the form on one page as one form, and adds nothing up', () => {
    const fields = read([...w2Lines(0.03), ...w2Lines(0.5)]);
    expect(fields['box1']).toMatchObject({ value: 4_800_000, trust: 'confirmed' });
    expect(fields['state1Wages']?.value).toBe(4_800_000);
  });

  it('leaves a box unread on which the copies disagree', () => {
    const fields = read([...w2Lines(0.03), ...replaced(w2Lines(0.5), '5200.00', '5800.00')]);
    expect(fields['box2']).toBeUndefined();
    expect(fields['box1']?.value).toBe(4_800_000);
  });

  it('trusts the boxes of a poor picture that the rates of the taxes prove, and not those they contradict', () => {
    const poor = { engine: 'textract-detect', confidence: 75 };
    expect(['box3', 'box4', 'box5', 'box6'].map((name) => read(w2Lines(0.05), poor)[name]?.trust)).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
      'confirmed',
    ]);
    expect(
      read(replaced(w2Lines(0.05), '3100.00', '3700.00'), { engine: 'textract-detect', confidence: 99 })[
        'box4'
      ]?.trust,
    ).toBe('doubtful');
  });

  it('mends an amount torn by a space only when the tax proves it', () => {
    const torn = replaced(w2Lines(0.05), '725.00', '725.00').map(([top, ...pieces]): TypedLine => [
      top,
      ...pieces.flatMap(([left, text]) =>
        text === '50000.00' ? [[left, '500 00.00'] as const] : [[left, text] as const],
      ),
    ]);
    expect(read(torn, { engine: 'textract-detect' })['box3']).toMatchObject({
      value: 5_000_000,
      trust: 'confirmed',
    });
  });
});
