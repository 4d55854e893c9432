import * as z from 'zod';
import { action, type Actions } from '../aws-json.ts';
import type { EngineContext } from '../service.ts';
import type { Alarm } from './alarm.ts';
import type { Alarms } from './alarms.ts';
import type { MetricStore } from './metric-store.ts';
import { dimensions, metricQuery, runQueries } from './queries.ts';

const datum = z.object({
  MetricName: z.string(),
  Dimensions: dimensions,
  Timestamp: z.number().optional(),
  Value: z.number().optional(),
  Values: z.array(z.number()).default([]),
  Counts: z.array(z.number()).optional(),
});

/** CloudWatch's API, as far as it is emulated. */
export function monitoringActions(context: EngineContext, metrics: MetricStore, alarms: Alarms): Actions {
  return {
    PutMetricData: action(
      z.object({ Namespace: z.string(), MetricData: z.array(datum).default([]) }),
      (input) => {
        for (const { MetricName, Dimensions, Timestamp, Value, Values, Counts } of input.MetricData) {
          const at = Timestamp === undefined ? context.clock.now() : Timestamp * 1000;
          const id = { namespace: input.Namespace, name: MetricName, dimensions: Dimensions };
          for (const [index, value] of [...(Value === undefined ? [] : [Value]), ...Values].entries())
            metrics.add({ ...id, value, count: Value === undefined ? (Counts?.[index] ?? 1) : 1, at });
        }
      },
    ),
    GetMetricData: action(
      z.object({ MetricDataQueries: z.array(metricQuery), StartTime: z.number(), EndTime: z.number() }),
      ({ MetricDataQueries: queries, StartTime, EndTime }) => {
        const seconds = Math.max(
          60,
          ...queries.map(({ Period, MetricStat }) => Period ?? MetricStat?.Period ?? 0),
        );
        const from = Math.floor(StartTime / seconds) * seconds;
        const periods = Math.max(0, Math.ceil((EndTime - from) / seconds));
        const series = runQueries(metrics, queries, from * 1000, periods, seconds);
        return {
          MetricDataResults: queries
            .filter(({ ReturnData }) => ReturnData)
            .map((query) => {
              const points = (series.get(query.Id) ?? []).map((value, index) => ({
                at: from + index * seconds,
                value,
              }));
              const known = points.filter(({ value }) => value !== undefined).reverse();
              return {
                Id: query.Id,
                Label: query.Label ?? query.MetricStat?.Metric.MetricName ?? query.Id,
                Timestamps: known.map(({ at }) => at),
                Values: known.map(({ value }) => value),
                StatusCode: 'Complete',
              };
            }),
        };
      },
    ),
    ListMetrics: action(
      z.object({ Namespace: z.string().optional(), MetricName: z.string().optional() }),
      (input) => ({
        Metrics: metrics
          .ids()
          .filter(
            ({ namespace, name }) =>
              namespace === (input.Namespace ?? namespace) && name === (input.MetricName ?? name),
          )
          .map(({ namespace, name, dimensions }) => ({
            Namespace: namespace,
            MetricName: name,
            Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
          })),
      }),
    ),
    PutMetricAlarm: action(z.looseObject({ AlarmName: z.string() }), (input) => {
      alarms.configure(input.AlarmName, input);
    }),
    DescribeAlarms: action(
      z.object({
        AlarmNames: z.array(z.string()).optional(),
        AlarmNamePrefix: z.string().default(''),
        StateValue: z.string().optional(),
      }),
      ({ AlarmNames, AlarmNamePrefix, StateValue }) => ({
        MetricAlarms: alarms
          .list()
          .filter(({ AlarmName }) => AlarmNames?.includes(AlarmName) ?? AlarmName.startsWith(AlarmNamePrefix))
          .filter(({ state }) => StateValue === undefined || state === StateValue)
          .map(shownAlarm),
        CompositeAlarms: [],
      }),
    ),
    SetAlarmState: action(
      z.object({
        AlarmName: z.string(),
        StateValue: z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']),
        StateReason: z.string(),
      }),
      ({ AlarmName, StateValue, StateReason }) => alarms.set(AlarmName, StateValue, StateReason),
    ),
  };
}

function shownAlarm({
  arn,
  state,
  reason,
  stateSince,
  history: _history,
  Dimensions,
  Metrics,
  ...rest
}: Alarm): Record<string, unknown> {
  const pairs = (record: Record<string, string>): unknown =>
    Object.entries(record).map(([Name, Value]) => ({ Name, Value }));
  return {
    ...rest,
    Dimensions: pairs(Dimensions),
    Metrics: Metrics.map((query) => ({
      ...query,
      MetricStat: query.MetricStat && {
        ...query.MetricStat,
        Metric: { ...query.MetricStat.Metric, Dimensions: pairs(query.MetricStat.Metric.Dimensions) },
      },
    })),
    AlarmArn: arn,
    StateValue: state,
    StateReason: reason,
    StateUpdatedTimestamp: stateSince / 1000,
  };
}
