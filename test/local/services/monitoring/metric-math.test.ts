import { describe, expect, it } from 'vitest';
import { metricMath, type Points } from '../../../../local/services/monitoring/metric-math.ts';

const series = new Map<string, Points>([
  ['errors', [1, undefined, 3]],
  ['calls', [10, 0, 30]],
  ['none', [undefined, undefined, undefined]],
]);
const around = { series, metricIds: ['errors', 'calls'], periods: 3, periodSeconds: 60 };

describe('metric math', () => {
  it.each<[string, Points]>([
    ['errors / calls * 100', [10, undefined, 10]],
    ['errors + calls * 2', [21, undefined, 63]],
    ['(errors + calls) * 2', [22, undefined, 66]],
    ['2 ^ 3 - 1', [7, 7, 7]],
    ['-errors', [-1, undefined, -3]],
    ['calls / calls', [1, undefined, 1]],
    ['FILL(errors, 0)', [1, 0, 3]],
    ['FILL(errors, REPEAT)', [1, 1, 3]],
    ['FILL(errors, calls)', [1, 0, 3]],
    ['IF(calls > 5, 100 * errors / calls, 0)', [10, 0, 10]],
    ['IF(FILL(errors, 0) >= 1 AND calls > 20, 1, 0)', [0, 0, 1]],
    ['IF(calls == 0 || calls == 30, 1)', [undefined, 1, 1]],
    ['SUM([errors, calls])', [11, 0, 33]],
    ['SUM(METRICS())', [11, 0, 33]],
    ['AVG([errors, calls])', [5.5, 0, 16.5]],
    ['MAX([errors, calls])', [10, 0, 30]],
    ['SUM(errors)', [4, 4, 4]],
    ['MIN(none)', [undefined, undefined, undefined]],
    ['SUM(FILL(METRICS(), 0))', [11, 0, 33]],
    ['RUNNING_SUM(errors)', [1, 1, 4]],
    ['DIFF(calls)', [undefined, -10, 30]],
    ['RATE(calls)', [undefined, -10 / 60, 0.5]],
    ['calls / PERIOD(calls)', [10 / 60, 0, 0.5]],
    ['CEIL(errors / 2)', [1, undefined, 2]],
  ])('%s', (expression, points) => {
    expect(metricMath(expression, around)).toEqual(points);
  });

  it.each([
    'errors +',
    'nobody',
    'SEARCH("x", "y")',
    '(errors',
    'errors calls',
    'errors ; calls',
    '[errors, calls]',
  ])('refuses %s', (expression) => {
    expect(() => metricMath(expression, around)).toThrow(SyntaxError);
  });
});
