import { describe, expect, it } from 'vitest';
import { judgeAlarm } from '../../../../local/services/monitoring/judge-alarm.ts';
import type { Points } from '../../../../local/services/monitoring/metric-math.ts';

const _ = undefined;
const rules = {
  ComparisonOperator: 'GreaterThanThreshold',
  Threshold: 0,
  EvaluationPeriods: 3,
  DatapointsToAlarm: 2,
  state: 'INSUFFICIENT_DATA',
  reason: '',
} as const;

describe('an alarm of two out of three points', () => {
  it.each<[Points, string, string, string, string]>([
    // points, then: missing, notBreaching, breaching, ignore (which keeps INSUFFICIENT_DATA where undecided)
    [[1, 1, 0], 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    [[0, 0, 1], 'OK', 'OK', 'OK', 'OK'],
    [[_, _, _], 'INSUFFICIENT_DATA', 'OK', 'ALARM', 'INSUFFICIENT_DATA'],
    [[1, _, _], 'OK', 'OK', 'ALARM', 'INSUFFICIENT_DATA'],
    [[1, _, 1], 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    [[0, _, _], 'OK', 'OK', 'ALARM', 'INSUFFICIENT_DATA'],
    [[0, 0, _], 'OK', 'OK', 'OK', 'OK'],
  ])('%j', (points, missing, notBreaching, breaching, ignore) => {
    const state = (TreatMissingData: 'missing' | 'notBreaching' | 'breaching' | 'ignore'): string =>
      judgeAlarm({ ...rules, TreatMissingData }, points).state;
    expect([state('missing'), state('notBreaching'), state('breaching'), state('ignore')]).toEqual([
      missing,
      notBreaching,
      breaching,
      ignore,
    ]);
  });
});
