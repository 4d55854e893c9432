import * as z from 'zod';
import { dimensions, metricQuery } from './queries.ts';

const COMPARISONS = [
  'GreaterThanOrEqualToThreshold',
  'GreaterThanThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
] as const;
const list = z.array(z.string()).default([]);

/** `AWS::CloudWatch::Alarm` and PutMetricAlarm share this shape. */
export const alarmProperties = z.object({
  AlarmName: z.string().optional(),
  AlarmDescription: z.string().optional(),
  Namespace: z.string().optional(),
  MetricName: z.string().optional(),
  Dimensions: dimensions,
  Statistic: z.string().optional(),
  ExtendedStatistic: z.string().optional(),
  Period: z.coerce.number().int().min(1).optional(),
  Metrics: z.array(metricQuery).default([]),
  EvaluationPeriods: z.coerce.number().int().min(1),
  DatapointsToAlarm: z.coerce.number().int().min(1).optional(),
  Threshold: z.coerce.number(),
  ComparisonOperator: z.enum(COMPARISONS),
  TreatMissingData: z.enum(['breaching', 'notBreaching', 'ignore', 'missing']).default('missing'),
  ActionsEnabled: z.boolean().default(true),
  AlarmActions: list,
  OKActions: list,
  InsufficientDataActions: list,
});

export type StateValue = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

export interface Alarm extends z.output<typeof alarmProperties> {
  AlarmName: string;
  arn: string;
  state: StateValue;
  reason: string;
  /** Epoch milliseconds. */
  stateSince: number;
  /** Newest first, at most 50. */
  history: { at: number; from: StateValue; to: StateValue; reason: string }[];
}

/** For `/_local/alarms`. */
export interface AlarmState {
  name: string;
  arn: string;
  state: StateValue;
  reason: string;
  since: string;
  description?: string | undefined;
}

const HOLDS: Record<(typeof COMPARISONS)[number], (value: number, threshold: number) => boolean> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

export function breaches(alarm: Pick<Alarm, 'ComparisonOperator' | 'Threshold'>, value: number): boolean {
  return HOLDS[alarm.ComparisonOperator](value, alarm.Threshold);
}
