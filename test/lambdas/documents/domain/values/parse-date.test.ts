import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, parseDate } from '../../../../../lambdas/documents/domain/values/parse-date.ts';

describe('dates as printed', () => {
  it.each([
    ['7/18/2008', '2008-07-18', false],
    ['09 / 21 / 1970', '1970-09-21', false],
    ['03/02/1990', '1990-03-02', true],
    ['05/05/2020', '2020-05-05', false],
    ['14/06/2009', '2009-06-14', false],
    ['31.12.2021', '2021-12-31', false],
    ['2021-05-01', '2021-05-01', false],
    ['1 MAY 2021', '2021-05-01', false],
    ['05 FEB 1965', '1965-02-05', false],
    ['March 4, 2022', '2022-03-04', false],
    ['Sept 30, 2025', '2025-09-30', false],
    ['01/20/22', '2022-01-20', false],
    ['2/29/2024', '2024-02-29', false],
  ])('reads %s', (printed, on, ambiguous) => {
    expect(parseDate(printed)).toEqual({ on, ambiguous });
  });

  it.each([
    '10 Nov',
    '02/30/2024',
    '2/29/2023',
    '13/13/2020',
    '04104/2022',
    '14/06/2009, 09.30',
    'May be 3 2021',
    '1/2',
    '00/10/2020',
    '12-31/2020',
  ])('refuses %s', (printed) => {
    expect(parseDate(printed)).toBeUndefined();
  });

  it('counts days as the calendar does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 40_000 }), (day) => {
        const on = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(dayNumber(on)).toBe(day);
      }),
    );
  });
});
