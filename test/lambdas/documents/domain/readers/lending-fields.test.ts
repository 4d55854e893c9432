import { describe, expect, it } from 'vitest';
import { fieldNamed } from '../../../../../lambdas/documents/domain/document-reading.ts';
import { readDocument } from '../../../../../lambdas/documents/domain/read-document.ts';
import { mergeLendingFields } from '../../../../../lambdas/documents/domain/readers/lending-fields.ts';
import { typedPage, w2Lines } from '../../../../support/page-words.ts';
import type { TypedLine } from '../../../../support/page-words.ts';

const without = (...texts: string[]): TypedLine[] =>
  w2Lines(0.05).map(([top, ...pieces]): TypedLine => [
    top,
    ...pieces.filter(([, text]) => !texts.includes(text)),
  ]);
const form = (lines: readonly TypedLine[]) =>
  readDocument([typedPage(lines, { engine: 'textract-detect' })])[0] ?? readDocument([])[0]!;
const answer = (...fields: [type: string, text: string][]) => [
  { page: 1, type: 'W_2', fields: fields.map(([type, text]) => ({ type, text, confidence: 99 })) },
];

describe("Analyze Lending's answers", () => {
  it('fill what our reader left unread, doubtful by themselves', () => {
    const merged = mergeLendingFields(
      form(without('5200.00')),
      answer(['FEDERAL_INCOME_TAX_WITHHELD_AMOUNT', '$5,200.00']),
    );
    expect(fieldNamed(merged, 'box2')).toMatchObject({
      value: 520_000,
      engine: 'textract-lending',
      trust: 'doubtful',
    });
    expect(merged.absent.some(({ name }) => name === 'box2')).toBe(false);
  });

  it('are confirmed where arithmetic proves them', () => {
    const merged = mergeLendingFields(
      form(without('3100.00')),
      answer(['SOCIAL_SECURITY_TAXES_WITHHELD_AMOUNT', '3100.00']),
    );
    expect(fieldNamed(merged, 'box4')?.trust).toBe('confirmed');
  });

  it('override nothing that our reader read', () => {
    expect(
      fieldNamed(mergeLendingFields(form(w2Lines(0.05)), answer(['WAGES', '99,999.00'])), 'box1')?.value,
    ).toBe(4_800_000);
  });

  it('are left aside when of another class, malformed, or at odds with themselves', () => {
    const reading = form(without('5200.00'));
    const other = [{ ...answer(['FEDERAL_INCOME_TAX_WITHHELD_AMOUNT', '5200.00'])[0]!, type: 'PAYSLIPS' }];
    for (const answers of [
      other,
      answer(['FEDERAL_INCOME_TAX_WITHHELD_AMOUNT', '5,2000.00']),
      answer(
        ['FEDERAL_INCOME_TAX_WITHHELD_AMOUNT', '5200.00'],
        ['FEDERAL_INCOME_TAX_WITHHELD_AMOUNT', '5300.00'],
      ),
    ]) {
      expect(fieldNamed(mergeLendingFields(reading, answers), 'box2')).toBeUndefined();
    }
  });
});
