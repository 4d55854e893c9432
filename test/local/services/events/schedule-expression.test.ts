import { describe, expect, it } from 'vitest';
import { scheduleExpression } from '../../../../local/services/events/schedule-expression.ts';

describe('a schedule expression', () => {
  it.each([
    ['rate(5 minutes)', '2026-03-02T15:00:30Z', '2026-03-02T15:05:30Z'],
    ['rate(1 day)', '2026-03-02T15:00:00Z', '2026-03-03T15:00:00Z'],
    ['cron(0 10 * * ? *)', '2026-03-02T15:00:00Z', '2026-03-03T10:00:00Z'],
    ['cron(15 12 * * ? *)', '2026-03-02T12:15:00Z', '2026-03-03T12:15:00Z'],
    ['cron(0 18 ? * MON-FRI *)', '2026-03-06T18:00:00Z', '2026-03-09T18:00:00Z'],
    ['cron(0 8 1 * ? *)', '2026-03-02T00:00:00Z', '2026-04-01T08:00:00Z'],
    ['cron(0/10 * ? * MON-FRI *)', '2026-03-02T15:01:00Z', '2026-03-02T15:10:00Z'],
    ['cron(0/5 8-17 ? * MON-FRI *)', '2026-03-02T17:55:00Z', '2026-03-03T08:00:00Z'],
    ['cron(0 0 L * ? *)', '2026-02-10T00:00:00Z', '2026-02-28T00:00:00Z'],
    ['cron(0 9 15W * ? *)', '2026-03-01T00:00:00Z', '2026-03-16T09:00:00Z'],
    ['cron(0 9 ? * 6#3 *)', '2026-03-01T00:00:00Z', '2026-03-20T09:00:00Z'],
    ['cron(0 9 ? * FRIL *)', '2026-03-01T00:00:00Z', '2026-03-27T09:00:00Z'],
    ['cron(0 0 29 FEB ? *)', '2026-03-01T00:00:00Z', '2028-02-29T00:00:00Z'],
  ])('%s after %s is %s', (expression, after, next) => {
    const at = scheduleExpression(expression)(Date.parse(after));
    expect(new Date(at!).toISOString()).toBe(next.replace('Z', '.000Z'));
  });

  it('has no next instant after its last year', () => {
    expect(scheduleExpression('cron(0 0 1 1 ? 2025)')(Date.parse('2026-01-01T00:00:00Z'))).toBeUndefined();
  });

  it.each([
    'rate(1 minutes)',
    'rate(5 minute)',
    'rate(0 days)',
    'cron(0 10 * * * *)',
    'cron(0 25 * * ? *)',
    'cron(0 10 ? * ? *)',
    'at(2026-01-01)',
    'cron(0/0 * * * ? *)',
  ])('refuses %s', (expression) => {
    expect(() => scheduleExpression(expression)).toThrow(
      expect.objectContaining({ code: 'ValidationException' }),
    );
  });
});
