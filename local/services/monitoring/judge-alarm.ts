import { breaches, type Alarm, type StateValue } from './alarm.ts';
import type { Points } from './metric-math.ts';

export interface Judgement {
  state: StateValue;
  reason: string;
}

type Rules = Pick<
  Alarm,
  | 'ComparisonOperator'
  | 'Threshold'
  | 'EvaluationPeriods'
  | 'DatapointsToAlarm'
  | 'TreatMissingData'
  | 'state'
  | 'reason'
>;

/**
 * M out of N over the evaluation periods
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html, "Configuring how alarms treat missing data").
 */
export function judgeAlarm(alarm: Rules, points: Points): Judgement {
  const needed = alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods;
  const known = points.filter((point) => point !== undefined);
  const missing = points.length - known.length;
  const breaching = known.filter((point) => breaches(alarm, point)).length;
  if (known.length === 0) return withoutData(alarm, points.length);
  const counted = breaching + (alarm.TreatMissingData === 'breaching' ? missing : 0);
  const facts = `${counted} out of the last ${points.length} datapoints [${known.join(', ')}] ${counted === 1 ? 'was' : 'were'} breaching the threshold (${alarm.Threshold}); ${needed} needed`;
  if (counted >= needed) return { state: 'ALARM', reason: `Threshold crossed: ${facts}.` };
  const undecided = alarm.TreatMissingData === 'ignore' && counted + missing >= needed;
  if (undecided) return { state: alarm.state, reason: alarm.reason };
  return { state: 'OK', reason: `Threshold not crossed: ${facts}.` };
}

function withoutData(alarm: Rules, periods: number): Judgement {
  const reason = `no datapoints were received for ${periods} period${periods === 1 ? '' : 's'} and missing datapoints are treated as [${alarm.TreatMissingData}].`;
  switch (alarm.TreatMissingData) {
    case 'breaching':
      return { state: 'ALARM', reason: `Threshold crossed: ${reason}` };
    case 'notBreaching':
      return { state: 'OK', reason: `Threshold not crossed: ${reason}` };
    case 'ignore':
      return { state: alarm.state, reason: alarm.reason };
    case 'missing':
      return { state: 'INSUFFICIENT_DATA', reason: `Insufficient Data: ${reason}` };
  }
}
