import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ValuationFactsSchema,
  valuationCopies,
} from '../../../../lambdas/rules/decisions/valuation-copies.ts';
import { addDays, calendarDate } from '../../../../lambdas/shared/calendar.ts';

const facts = { applicationOn: '2026-06-01', isFirstLienOnDwelling: true, consummationOn: '2026-07-15' };
const appraisal = { id: 'appraisal', completedOn: '2026-06-20' };
const found = (change: object) => valuationCopies(ValuationFactsSchema.parse({ ...facts, ...change }));
const dateOf = (change: object, id: string) => found(change).dates.find((entry) => entry.id === id)?.on;
const breaches = (change: object) => found(change).breaches.map(({ id }) => id);
const sent = (on: string, by = 'hand', receivedOn?: string) => ({
  valuations: [{ ...appraisal, sent: { on, by, receivedOn } }],
});
const consented = (on: string, receivedOn?: string) => ({
  valuations: [{ ...appraisal, hasESignConsent: true, sent: { on, by: 'electronic', receivedOn } }],
});

describe('copies of valuations', () => {
  it('the right to them is told within three business days of the application', () => {
    expect(dateOf({}, 'right-notice')).toBe('2026-06-04');
    expect(breaches({ noticeSentOn: '2026-06-04' })).toEqual([]);
    expect(breaches({ noticeSentOn: '2026-06-05' })).toEqual(['right-notice']);
  });

  it('or of the day a first lien was determined; never for other liens', () => {
    const later = { isFirstLienOnDwelling: false, firstLienDeterminedOn: '2026-06-12' };
    expect(dateOf(later, 'right-notice')).toBe('2026-06-17');
    expect(found({ isFirstLienOnDwelling: false })).toEqual({ isCovered: false, dates: [], breaches: [] });
  });

  it('a copy is due promptly, three business days before closing at the latest', () => {
    const change = { valuations: [appraisal] };
    expect(dateOf(change, 'appraisal-copy')).toBe('2026-06-20');
    expect(dateOf(change, 'appraisal-copy-by')).toBe('2026-07-10');
  });

  it.each([
    ['by hand in time', sent('2026-07-10'), []],
    ['by hand a day late', sent('2026-07-11'), ['appraisal-copy-by']],
    ['mailed three business days before', sent('2026-07-07', 'mail'), []],
    ['mailed a day later', sent('2026-07-08', 'mail'), ['appraisal-copy-by']],
    ['by e-mail without consent', sent('2026-07-01', 'electronic'), ['appraisal-copy']],
    ['by e-mail three business days before', consented('2026-07-07'), []],
    ['by e-mail a day later, without evidence of receipt', consented('2026-07-08'), ['appraisal-copy-by']],
    ['by e-mail received on the last day', consented('2026-07-10', '2026-07-10'), []],
    ['by e-mail received a day late', consented('2026-07-10', '2026-07-11'), ['appraisal-copy-by']],
    ['mailed late and received in time', sent('2026-07-08', 'mail', '2026-07-10'), []],
    ['mailed in time and opened late', sent('2026-07-07', 'mail', '2026-07-14'), []],
    [
      'not done in time',
      { valuations: [{ ...appraisal, completedOn: '2026-07-13' }] },
      ['appraisal-copy-by'],
    ],
    ['waived in time', { ...sent('2026-07-15'), waivedOn: '2026-07-10' }, []],
    ['waived too late', { ...sent('2026-07-15'), waivedOn: '2026-07-11' }, ['waiver', 'appraisal-copy-by']],
    [
      'waived where the law forbids it',
      { ...sent('2026-07-10'), waivedOn: '2026-07-01', isWaiverProhibited: true },
      ['waiver'],
    ],
    [
      'a clerical revision waived late',
      {
        valuations: [{ ...appraisal, isClericalRevision: true, sent: { on: '2026-07-15', by: 'hand' } }],
        waivedOn: '2026-07-14',
      },
      [],
    ],
  ])('%s', (_what, change, expected) => {
    expect(breaches(change)).toEqual(expected);
  });

  it('nothing is received before it is sent', () => {
    expect(() => found(sent('2026-07-10', 'mail', '2026-07-09'))).toThrow(/before it is sent/);
  });

  it('a waived copy of a loan that never closes is due within 30 days', () => {
    const change = {
      valuations: [appraisal],
      consummationOn: undefined,
      waivedOn: '2026-07-01',
      willNotCloseOn: '2026-07-20',
    };
    expect(dateOf(change, 'appraisal-copy-without-closing')).toBe('2026-08-19');
  });

  it('no date comes before what it depends on, and none counted back after it', () => {
    const day = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(day, day, day, (completed, closing, waived) => {
        const at = (days: number) => addDays(calendarDate(facts.applicationOn), days);
        const { dates } = found({
          consummationOn: at(closing),
          waivedOn: at(waived),
          willNotCloseOn: at(closing),
          valuations: [{ ...appraisal, completedOn: at(completed) }],
        });
        const on = new Map(dates.map((entry) => [entry.id, entry.on]));
        for (const { on: date, after, before } of dates) {
          for (const id of after) expect(date >= (on.get(id) ?? '9')).toBe(true);
          expect(before === undefined || date <= (on.get(before) ?? '0')).toBe(true);
        }
      }),
    );
  });
});
