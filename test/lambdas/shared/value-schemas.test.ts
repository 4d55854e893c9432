import { describe, expect, it } from 'vitest';
import {
  CalendarDateSchema,
  CentsSchema,
  NonNegativeCentsSchema,
  plainText,
  PpmSchema,
} from '../../../lambdas/shared/value-schemas.ts';
import type { CalendarDate } from '../../../lambdas/shared/calendar.ts';
import type { Cents } from '../../../lambdas/shared/money.ts';
import type { Ppm } from '../../../lambdas/shared/rate.ts';

describe('schemas of amounts, rates and dates', () => {
  it('parse to the branded kinds that the kernel works with', () => {
    const amount: Cents = CentsSchema.parse(-1_234);
    const rate: Ppm = PpmSchema.parse(68_750);
    const date: CalendarDate = CalendarDateSchema.parse('2028-02-29');
    expect([amount, rate, date]).toEqual([-1_234, 68_750, '2028-02-29']);
  });

  it.each([1.5, 2 ** 53, '100', Number.NaN])('refuse %s as an amount', (value) => {
    expect(CentsSchema.safeParse(value).success).toBe(false);
  });

  it('refuse a negative amount where none may be', () => {
    expect(NonNegativeCentsSchema.safeParse(-1).success).toBe(false);
  });

  it.each(['2026-02-29', '2026-13-01', '11/21/2026', '2026-1-1'])('refuse %s as a date', (text) => {
    expect(CalendarDateSchema.safeParse(text).success).toBe(false);
  });
});

describe('typed text', () => {
  it.each(['77 Specimen Court, #4', 'Ñandú & Søn "Mills"', '文件'])('is taken, trimmed: %s', (text) => {
    expect(plainText(40).parse(`  ${text} `)).toBe(text);
  });

  it.each([
    ['nothing', ''],
    ['blanks alone', ' \u00a0 '],
    ['a line break', 'a\r\nb'],
    ['a NUL', 'a\u0000b'],
    ['a turn of direction', 'a\u202eb'],
    ['a space of no width', 'a\u200bb'],
    ['the mark of bytes that were no UTF-8', 'a\ufffdb'],
    ['more than its length', 'a'.repeat(41)],
  ])('is refused with %s', (_what, text) => {
    expect(plainText(40).safeParse(text).success).toBe(false);
  });
});
