import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nextInstant,
  parseScheduleExpression,
} from '../../../../local/services/scheduler/schedule-expression.ts';

const NEW_YORK = 'America/New_York';

function firings(text: string, after: string, count: number, zone = 'UTC'): (string | undefined)[] {
  const expression = parseScheduleExpression(text, zone)!;
  const found: (string | undefined)[] = [];
  let at = Date.parse(after);
  for (let round = 0; round < count; round += 1) {
    const next = nextInstant(expression, at, Date.parse(after));
    found.push(next === undefined ? undefined : new Date(next).toISOString().slice(0, 16));
    at = next ?? at;
  }
  return found;
}

describe('a schedule expression', () => {
  it.each<[string, string, string, string[]]>([
    ['rate(5 minutes)', 'UTC', '2026-03-02T15:00:30Z', ['2026-03-02T15:05', '2026-03-02T15:10']],
    ['rate(1 day)', 'UTC', '2026-03-02T15:00:00Z', ['2026-03-03T15:00', '2026-03-04T15:00']],
    ['cron(0 10 * * ? *)', 'UTC', '2026-03-02T10:00:00Z', ['2026-03-03T10:00', '2026-03-04T10:00']],
    [
      'cron(15/20 9-10 ? * MON-FRI *)',
      'UTC',
      '2026-03-06T09:30:00Z',
      [
        '2026-03-06T09:35',
        '2026-03-06T09:55',
        '2026-03-06T10:15',
        '2026-03-06T10:35',
        '2026-03-06T10:55',
        '2026-03-09T09:15',
      ],
    ],
    ['cron(0 0 L * ? *)', 'UTC', '2028-01-31T00:00:00Z', ['2028-02-29T00:00', '2028-03-31T00:00']],
    ['cron(0 8 15W * ? *)', 'UTC', '2026-03-01T00:00:00Z', ['2026-03-16T08:00', '2026-04-15T08:00']],
    ['cron(0 8 LW * ? *)', 'UTC', '2026-05-01T00:00:00Z', ['2026-05-29T08:00']],
    ['cron(0 8 1W 8 ? *)', 'UTC', '2026-03-01T00:00:00Z', ['2026-08-03T08:00']],
    ['cron(0 8 ? * 6#3 *)', 'UTC', '2026-03-01T00:00:00Z', ['2026-03-20T08:00', '2026-04-17T08:00']],
    ['cron(0 8 ? * FRIL *)', 'UTC', '2026-03-01T00:00:00Z', ['2026-03-27T08:00']],
    ['cron(0 8 ? JAN,JUL 1 2027)', 'UTC', '2026-03-01T00:00:00Z', ['2027-01-03T08:00']],
    ['cron(30 12 29 2 ? *)', 'UTC', '2026-03-01T00:00:00Z', ['2028-02-29T12:30', '2032-02-29T12:30']],
    ['cron(0 9 * * ? *)', NEW_YORK, '2026-03-07T00:00:00Z', ['2026-03-07T14:00', '2026-03-08T13:00']],
    ['cron(30 2 * * ? *)', NEW_YORK, '2026-03-07T08:00:00Z', ['2026-03-09T06:30']],
    ['cron(30 1 * * ? *)', NEW_YORK, '2026-11-01T00:00:00Z', ['2026-11-01T05:30', '2026-11-02T06:30']],
  ])('%s in %s after %s', (text, zone, after, expected) => {
    expect(firings(text, after, expected.length, zone)).toEqual(expected);
  });

  it.each([
    ['at(2026-03-02T10:00:00)', 'UTC', '2026-03-02T10:00'],
    ['at(2026-07-02T10:00:00)', NEW_YORK, '2026-07-02T14:00'],
    ['at(2026-11-01T01:30:00)', NEW_YORK, '2026-11-01T05:30'],
  ])('%s in %s is one instant', (text, zone, expected) => {
    expect(firings(text, '2026-01-01T00:00:00Z', 1, zone)).toEqual([expected]);
    expect(firings(text, '2027-01-01T00:00:00Z', 1, zone)).toEqual([undefined]);
  });

  it('a year that is over never comes', () => {
    expect(firings('cron(0 8 1 1 ? 2025)', '2026-01-01T00:00:00Z', 1)).toEqual([undefined]);
  });

  it.each([
    'rate(0 minutes)',
    'rate(1 minutes)',
    'rate(2 minute)',
    'rate(5 weeks)',
    'at(2026-03-02)',
    'every day',
    'cron(0 10 * * ?)',
    'cron(0 10 * * * *)',
    'cron(0 10 ? * ? *)',
    'cron(60 10 * * ? *)',
    'cron(0 24 * * ? *)',
    'cron(0 10 32 * ? *)',
    'cron(0 10 ? * 8 *)',
    'cron(0 10 * 13 ? *)',
    'cron(0 10 ? * MON#6 *)',
    'cron(5-1 10 * * ? *)',
    'cron(0/0 10 * * ? *)',
    'cron(x 10 * * ? *)',
  ])('%s is none', (text) => {
    expect(parseScheduleExpression(text, 'UTC')).toBeUndefined();
  });

  it('always fires strictly later, in every zone', () => {
    const zones = fc.constantFrom('UTC', NEW_YORK, 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia');
    const texts = fc.constantFrom(
      'cron(0/7 * * * ? *)',
      'cron(30 1,2 * * ? *)',
      'cron(0 0 L * ? *)',
      'rate(7 hours)',
    );
    fc.assert(
      fc.property(zones, texts, fc.integer({ min: 0, max: 2_000_000_000 }), (zone, text, afterSeconds) => {
        const after = afterSeconds * 1000;
        return (nextInstant(parseScheduleExpression(text, zone)!, after, 0) ?? 0) > after;
      }),
      { numRuns: 60 },
    );
  });
});
