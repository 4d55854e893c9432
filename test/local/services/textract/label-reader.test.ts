import { describe, expect, it } from 'vitest';
import { geometryOf } from '../../../../local/services/textract/geometry.ts';
import { findField, SHAPES } from '../../../../local/services/textract/label-reader.ts';
import { linesOf } from '../../../../local/services/textract/lines.ts';
import type { ReadWord } from '../../../../local/services/textract/page-reader.ts';

/** Words of a line from x on, each a little apart. */
function line(text: string, left: number, top: number): ReadWord[] {
  return text.split(' ').map((part, index) => ({
    text: part,
    confidence: 90,
    left: left + index * 0.06,
    top,
    width: 0.055,
    height: 0.012,
  }));
}

const page = {
  turn: 0 as const,
  aspect: 0.77,
  words: [
    ...line('Net Pay', 0.05, 0.5),
    ...line('2,347.20', 0.6, 0.501),
    ...line('Ending Balance', 0.05, 0.6),
    ...line('$1,000.00', 0.05, 0.618),
    ...line('Pay Date: 11/13/2026', 0.05, 0.1),
  ],
};

describe('the words of a page', () => {
  it('are lines that end at wide gaps, from the top down', () => {
    expect(linesOf(page).map(({ text }) => text)).toEqual([
      'Pay Date: 11/13/2026',
      'Net Pay',
      '2,347.20',
      'Ending Balance',
      '$1,000.00',
    ]);
  });
});

describe('a labelled value', () => {
  it.each([
    ['after its label', /pay date:/i, SHAPES.date, '11/13/2026'],
    ['beside its label', /net pay/i, SHAPES.money, '2,347.20'],
    ['under its label', /ending balance/i, SHAPES.money, '$1,000.00'],
    ['of another shape is not the value', /net pay/i, SHAPES.ssn, undefined],
    ['without its label is not found', /gross pay/i, SHAPES.money, undefined],
  ])('%s', (_, label, value, text) => {
    expect(findField(page, { label, value })?.text).toBe(text);
  });
});

describe('geometry', () => {
  it('of a page read after a quarter turn is of the page as sent, and begins at the text’s own top left', () => {
    const { BoundingBox, Polygon } = geometryOf({ left: 0.1, top: 0.2, width: 0.4, height: 0.05 }, 90);
    expect(BoundingBox.Left).toBeCloseTo(0.2);
    expect(BoundingBox.Top).toBeCloseTo(0.5);
    expect([Polygon[0]?.X, Polygon[0]?.Y].map((share) => Number(share?.toFixed(2)))).toEqual([0.2, 0.9]);
    expect([Polygon[1]?.X, Polygon[1]?.Y].map((share) => Number(share?.toFixed(2)))).toEqual([0.2, 0.5]);
  });
});
