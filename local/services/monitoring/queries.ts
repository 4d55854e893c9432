import * as z from 'zod';
import { metricMath, type Points } from './metric-math.ts';
import type { MetricStore } from './metric-store.ts';
import { statistic } from './statistic.ts';

export const dimensions = z
  .array(z.object({ Name: z.string(), Value: z.string() }))
  .default([])
  .transform((list) => Object.fromEntries(list.map(({ Name, Value }) => [Name, Value])));

/** `MetricDataQuery`, of alarms and of GetMetricData. */
export const metricQuery = z.object({
  Id: z.string(),
  Expression: z.string().optional(),
  Label: z.string().optional(),
  ReturnData: z.boolean().default(true),
  Period: z.coerce.number().int().optional(),
  MetricStat: z
    .object({
      Metric: z.object({ Namespace: z.string(), MetricName: z.string(), Dimensions: dimensions }),
      Period: z.coerce.number().int().min(1),
      Stat: z.string(),
    })
    .optional(),
});

export type MetricQuery = z.output<typeof metricQuery>;

/** The points of each query, one per period, the first beginning at `fromMs`; periods under a minute count as a minute. */
export function runQueries(
  metrics: MetricStore,
  queries: readonly MetricQuery[],
  fromMs: number,
  periods: number,
  periodSeconds: number,
): Map<string, Points> {
  const series = new Map<string, Points>();
  const periodMs = periodSeconds * 1000;
  for (const { Id, MetricStat: stat } of queries) {
    if (stat === undefined) continue;
    const { Namespace: namespace, MetricName: name, Dimensions } = stat.Metric;
    const minutes = metrics.minutes(
      { namespace, name, dimensions: Dimensions },
      fromMs,
      fromMs + periods * periodMs,
    );
    const points = Array.from({ length: periods }, (_, index) => {
      const start = fromMs + index * periodMs;
      return statistic(
        stat.Stat,
        minutes.filter(({ at }) => at >= start && at < start + periodMs),
      );
    });
    series.set(Id, points);
  }
  const metricIds = [...series.keys()];
  let waiting = queries.filter(({ Expression }) => Expression !== undefined);
  while (waiting.length > 0) {
    const ids = waiting.map(({ Id }) => Id);
    const ready = waiting.filter(
      ({ Expression }) => !namesIn(Expression!).some((name) => ids.includes(name)),
    );
    if (ready.length === 0) throw new SyntaxError('Expressions refer to each other in a circle');
    for (const { Id, Expression } of ready)
      series.set(Id, metricMath(Expression!, { series, metricIds, periods, periodSeconds }));
    waiting = waiting.filter((query) => !ready.includes(query));
  }
  return series;
}

function namesIn(expression: string): string[] {
  return expression.match(/[a-z][A-Za-z0-9_]*/g) ?? [];
}
