import { AwsError, type EngineContext, type Json, type Timer } from '../service.ts';
import { alarmProperties, type Alarm, type AlarmState } from './alarm.ts';
import { judgeAlarm } from './judge-alarm.ts';
import type { Points } from './metric-math.ts';
import type { Datum, MetricStore } from './metric-store.ts';
import { runQueries, type MetricQuery } from './queries.ts';

/** Readings taken each minute before alarms are judged: queue depths and the like. */
export type Gauge = () => Omit<Datum, 'at'>[];

const MINUTE_MS = 60_000;
/** After the minute has ended, so that its last values are in. */
const LAG_MS = 2_000;

/** Alarms, judged shortly after each minute of the local clock over whole periods that have ended. */
export class Alarms {
  readonly #context: EngineContext;
  readonly #metrics: MetricStore;
  readonly #gauges: readonly Gauge[];
  readonly #alarms = new Map<string, Alarm>();
  #timer: Timer | undefined;

  constructor(context: EngineContext, metrics: MetricStore, gauges: readonly Gauge[]) {
    this.#context = context;
    this.#metrics = metrics;
    this.#gauges = gauges;
    for (const [name, alarm] of context.store.list<Alarm>('monitoring.alarm')) this.#alarms.set(name, alarm);
  }

  /** Throws `ValidationException` for what CloudWatch would refuse too: unknown functions, an alarm without a metric. */
  configure(name: string, properties: unknown, arn = this.#arnOf(name)): Alarm {
    const parsed = alarmProperties.safeParse(properties);
    if (!parsed.success) throw new AwsError('ValidationException', `${name}: ${parsed.error.message}`);
    const existing = this.#alarms.get(name);
    const alarm: Alarm = {
      ...parsed.data,
      AlarmName: name,
      arn,
      state: existing?.state ?? 'INSUFFICIENT_DATA',
      reason: existing?.reason ?? 'Unchecked: Initial alarm creation',
      stateSince: existing?.stateSince ?? this.#context.clock.now(),
      history: existing?.history ?? [],
    };
    try {
      this.#points(alarm, 0);
    } catch (error) {
      throw new AwsError('ValidationException', `${name}: ${error instanceof Error ? error.message : ''}`);
    }
    return this.#save(alarm);
  }

  list(): Alarm[] {
    return [...this.#alarms.values()].sort((left, right) => (left.AlarmName < right.AlarmName ? -1 : 1));
  }

  describe(): AlarmState[] {
    return this.list().map(({ AlarmName, arn, state, reason, stateSince, AlarmDescription }) => ({
      name: AlarmName,
      arn,
      state,
      reason,
      since: new Date(stateSince).toISOString(),
      description: AlarmDescription,
    }));
  }

  /** Sets a state by hand until the next judgement. Throws `ResourceNotFound`. */
  set(name: string, state: Alarm['state'], reason: string): void {
    const alarm = this.#alarms.get(name);
    if (alarm === undefined) throw new AwsError('ResourceNotFound', `Alarm ${name} does not exist`, 404);
    this.#enter(alarm, state, reason);
  }

  start(): void {
    this.#arm();
  }

  stop(): void {
    this.#timer?.cancel();
  }

  /** Reads the gauges for the minute that has just ended, then judges every alarm. */
  evaluate(): void {
    const now = this.#context.clock.now();
    const minute = Math.floor(now / MINUTE_MS) * MINUTE_MS - MINUTE_MS;
    for (const gauge of this.#gauges)
      for (const datum of gauge()) this.#metrics.add({ ...datum, at: minute });
    for (const alarm of this.#alarms.values()) {
      const { state, reason } = judgeAlarm(alarm, this.#points(alarm, now));
      if (state !== alarm.state) this.#enter(alarm, state, reason);
    }
  }

  #points(alarm: Alarm, now: number): Points {
    const queries = queriesOf(alarm);
    const result = queries.find(({ ReturnData }) => ReturnData);
    if (result === undefined) throw new SyntaxError('No metric returns data');
    const seconds = Math.max(
      60,
      ...queries.map(({ Period, MetricStat }) => Period ?? MetricStat?.Period ?? 0),
    );
    const end = Math.floor(now / (seconds * 1000)) * seconds * 1000;
    const start = end - alarm.EvaluationPeriods * seconds * 1000;
    return runQueries(this.#metrics, queries, start, alarm.EvaluationPeriods, seconds).get(result.Id) ?? [];
  }

  #enter(alarm: Alarm, state: Alarm['state'], reason: string): void {
    const at = this.#context.clock.now();
    const history = [{ at, from: alarm.state, to: state, reason }, ...alarm.history].slice(0, 50);
    const changed = this.#save({ ...alarm, state, reason, stateSince: at, history });
    this.#publish(changed, alarm);
    if (!alarm.ActionsEnabled) return;
    const { OKActions, AlarmActions, InsufficientDataActions } = alarm;
    const actions = { OK: OKActions, ALARM: AlarmActions, INSUFFICIENT_DATA: InsufficientDataActions }[state];
    for (const arn of actions) this.#act(arn, changed, alarm);
  }

  #act(arn: string, alarm: Alarm, before: Alarm): void {
    const message = {
      AlarmName: alarm.AlarmName,
      AlarmDescription: alarm.AlarmDescription ?? null,
      AWSAccountId: this.#context.account,
      NewStateValue: alarm.state,
      NewStateReason: alarm.reason,
      StateChangeTime: new Date(alarm.stateSince).toISOString(),
      Region: this.#context.region,
      AlarmArn: alarm.arn,
      OldStateValue: before.state,
    };
    const sent = arn.includes(':sns:')
      ? this.#context.neighbours.call('sns', 'Publish', {
          TopicArn: arn,
          Subject: `${alarm.state}: "${alarm.AlarmName}" in ${this.#context.region}`,
          Message: JSON.stringify(message),
        })
      : this.#context.neighbours.deliver(arn, message);
    void sent.catch(() => this.#context.log('alarm action failed', { alarm: alarm.AlarmName, action: arn }));
  }

  /** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html */
  #publish(alarm: Alarm, before: Alarm): void {
    const shown = ({ state, reason, stateSince }: Alarm): Json => ({
      value: state,
      reason,
      timestamp: new Date(stateSince).toISOString(),
    });
    const event = {
      source: 'aws.cloudwatch',
      detailType: 'CloudWatch Alarm State Change',
      busName: 'default',
      resources: [alarm.arn],
      detail: {
        alarmName: alarm.AlarmName,
        state: shown(alarm),
        previousState: shown(before),
        configuration: { description: alarm.AlarmDescription ?? '' },
      },
    };
    void this.#context.neighbours
      .putEvents([event])
      .catch(() => this.#context.log('alarm event was not taken', { alarm: alarm.AlarmName }));
  }

  #arm(): void {
    const next = (Math.floor((this.#context.clock.now() - LAG_MS) / MINUTE_MS) + 1) * MINUTE_MS + LAG_MS;
    this.#timer = this.#context.scheduler.at(next, () => {
      try {
        this.evaluate();
      } finally {
        this.#arm();
      }
    });
  }

  #save(alarm: Alarm): Alarm {
    this.#alarms.set(alarm.AlarmName, alarm);
    this.#context.store.put('monitoring.alarm', alarm.AlarmName, alarm);
    return alarm;
  }

  #arnOf(name: string): string {
    return `arn:aws:cloudwatch:${this.#context.region}:${this.#context.account}:alarm:${name}`;
  }
}

/** An alarm on one metric is one query. */
function queriesOf(alarm: Alarm): MetricQuery[] {
  if (alarm.Metrics.length > 0) return alarm.Metrics;
  const { Namespace, MetricName, Dimensions, Period = 60 } = alarm;
  if (Namespace === undefined || MetricName === undefined) throw new SyntaxError('An alarm needs a metric');
  const Stat = alarm.ExtendedStatistic ?? alarm.Statistic ?? 'Average';
  return [
    {
      Id: 'm',
      ReturnData: true,
      MetricStat: { Metric: { Namespace, MetricName, Dimensions }, Period, Stat },
    },
  ];
}
