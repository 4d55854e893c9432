import * as CW from '@aws-sdk/client-cloudwatch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../local/runtime/memory-store.ts';
import { queueGauge } from '../../../../local/services/monitoring/queue-gauge.ts';
import { createMonitoringService } from '../../../../local/services/monitoring/shell.ts';
import type { Json, LocalService } from '../../../../local/services/service.ts';
import { engineContext } from '../../../support/engine-context.ts';
import { serveService, type ServedService } from '../../../support/serve-service.ts';

const TOPIC = 'arn:aws:sns:us-east-1:000000000000:alarms';

function declareAlarm(service: LocalService, name: string, properties: Record<string, Json>): void {
  const base = {
    AlarmName: name,
    EvaluationPeriods: 1,
    ComparisonOperator: 'GreaterThanThreshold',
    AlarmActions: [TOPIC],
  };
  service.provision({
    stack: 'test',
    logicalId: name,
    type: 'AWS::CloudWatch::Alarm',
    properties: { ...base, ...properties },
    ref: name,
    attributes: { Arn: `arn:aws:cloudwatch:us-east-1:000000000000:alarm:${name}` },
  });
}

const errors = {
  Namespace: 'Keyturn',
  MetricName: 'Errors',
  Dimensions: [{ Name: 'service', Value: 'loans' }],
  Statistic: 'Sum',
  Period: 60,
  Threshold: 2,
  TreatMissingData: 'notBreaching',
};

function emfLine(at: number, fields: Record<string, Json>): string {
  const CloudWatchMetrics = [
    { Namespace: 'Keyturn', Dimensions: [['service']], Metrics: [{ Name: 'Errors', Unit: 'Count' }] },
  ];
  return JSON.stringify({ _aws: { Timestamp: at, CloudWatchMetrics }, service: 'loans', ...fields });
}

describe('alarms', () => {
  it('go off on metrics in log lines, tell the bus of each change and the topic of the alarm alone, and go back', async () => {
    const context = engineContext({ answers: { call: () => ({}) } });
    const service = createMonitoringService(context);
    declareAlarm(service, 'loan-errors', errors);
    service.start?.();
    service.logLine(emfLine(context.clock.now(), { Errors: [1, 1] }));
    service.logLine(`2026-03-02 INFO ${emfLine(context.clock.now(), { Errors: 1 })}`);
    service.logLine('{"level":"INFO","message":"no metric"}');
    await context.clock.advance(62_000);
    expect(service.describe()).toMatchObject([
      { name: 'loan-errors', state: 'ALARM', since: '2026-03-02T15:01:02.000Z' },
    ]);
    await context.clock.advance(120_000);
    expect(service.describe()).toMatchObject([{ state: 'OK' }]);
    expect(
      context.neighbours.published.map(({ detail }) => (detail as { state: { value: string } }).state.value),
    ).toEqual(['OK', 'ALARM', 'OK']);
    expect(context.neighbours.published[1]).toMatchObject({
      source: 'aws.cloudwatch',
      detailType: 'CloudWatch Alarm State Change',
      busName: 'default',
    });
    expect(context.neighbours.called).toMatchObject([
      { service: 'sns', action: 'Publish', input: { TopicArn: TOPIC } },
    ]);
  });

  it('are judged on metric math', async () => {
    const context = engineContext({ answers: { call: () => ({}) } });
    const service = createMonitoringService(context);
    const metric = (Id: string, MetricName: string): Json => ({
      Id,
      ReturnData: false,
      MetricStat: { Metric: { Namespace: 'Keyturn', MetricName, Dimensions: [] }, Period: 300, Stat: 'Sum' },
    });
    declareAlarm(service, 'error-rate', {
      Threshold: 5,
      Metrics: [
        { Id: 'rate', Expression: 'IF(calls > 0, 100 * FILL(errors, 0) / calls, 0)' },
        metric('errors', 'Errors'),
        metric('calls', 'Calls'),
      ],
    });
    service.start?.();
    const at = context.clock.now();
    service.record({ namespace: 'Keyturn', name: 'Calls', dimensions: {}, value: 100, at });
    service.record({ namespace: 'Keyturn', name: 'Errors', dimensions: {}, value: 6, at: at + 200_000 });
    await context.clock.advance(302_000);
    expect(service.describe()).toMatchObject([{ state: 'ALARM' }]);
  });

  it('see queue depths as of each minute', async () => {
    const context = engineContext({ answers: { call: () => ({}) } });
    const gauges = [queueGauge(() => [{ queueName: 'work-dlq', ApproximateNumberOfMessagesVisible: 1 }])];
    const service = createMonitoringService(context, { gauges });
    declareAlarm(service, 'dlq', {
      Namespace: 'AWS/SQS',
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [{ Name: 'QueueName', Value: 'work-dlq' }],
      Statistic: 'Maximum',
      Period: 60,
      Threshold: 0,
    });
    service.start?.();
    await context.clock.advance(62_000);
    expect(service.describe()).toMatchObject([{ state: 'ALARM' }]);
  });

  it('are refused when their expression cannot be read', () => {
    const service = createMonitoringService(engineContext());
    expect(() =>
      declareAlarm(service, 'bad', { Threshold: 1, Metrics: [{ Id: 'e', Expression: 'SEARCH("x")' }] }),
    ).toThrow('SEARCH');
  });

  it('keep state and metrics over a restart', async () => {
    const store = memoryStore();
    const context = engineContext({ store, answers: { call: () => ({}) } });
    const before = createMonitoringService(context);
    declareAlarm(before, 'loan-errors', { ...errors, EvaluationPeriods: 5, DatapointsToAlarm: 1 });
    before.start?.();
    before.record({
      namespace: 'Keyturn',
      name: 'Errors',
      dimensions: { service: 'loans' },
      value: 3,
      at: context.clock.now(),
    });
    await context.clock.advance(62_000);
    await before.stop?.();
    const later = engineContext({ store, startsAt: '2026-03-02T15:02:00Z', answers: { call: () => ({}) } });
    const after = createMonitoringService(later);
    after.start?.();
    await later.clock.advance(62_000);
    expect(after.describe()).toMatchObject([{ state: 'ALARM', since: '2026-03-02T15:01:02.000Z' }]);
  });
});

describe('the CloudWatch client of the SDK', () => {
  const context = engineContext({ answers: { call: () => ({}) } });
  const service = createMonitoringService(context);
  let served: ServedService;
  let client: CW.CloudWatchClient;

  beforeAll(async () => {
    served = await serveService(service);
    client = new CW.CloudWatchClient(served.client);
  });
  afterAll(async () => {
    client.destroy();
    await served.close();
  });

  it('puts metrics, also a large compressed lot, and reads them back by statistic', async () => {
    const Timestamp = new Date('2026-03-02T14:00:30Z');
    const MetricData = Array.from({ length: 500 }, (_, index) => ({
      MetricName: 'Latency',
      Value: index + 1,
      Timestamp,
    }));
    await client.send(new CW.PutMetricDataCommand({ Namespace: 'Keyturn', MetricData }));
    await client.send(
      new CW.PutMetricDataCommand({
        Namespace: 'Keyturn',
        MetricData: [{ MetricName: 'Counted', Values: [2, 4], Counts: [3, 1], Timestamp }],
      }),
    );
    const query = (Id: string, MetricName: string, Stat: string): CW.MetricDataQuery => ({
      Id,
      MetricStat: { Metric: { Namespace: 'Keyturn', MetricName }, Period: 60, Stat },
    });
    const reply = await client.send(
      new CW.GetMetricDataCommand({
        StartTime: new Date('2026-03-02T14:00:00Z'),
        EndTime: new Date('2026-03-02T14:05:00Z'),
        MetricDataQueries: [
          query('p99', 'Latency', 'p99'),
          query('avg', 'Latency', 'Average'),
          query('sum', 'Counted', 'Sum'),
          query('count', 'Counted', 'SampleCount'),
          { Id: 'double', Expression: 'sum * 2' },
        ],
      }),
    );
    const values = Object.fromEntries(reply.MetricDataResults!.map(({ Id, Values }) => [Id, Values]));
    expect(values).toEqual({ p99: [495], avg: [250.5], sum: [10], count: [4], double: [20] });
    expect(reply.MetricDataResults?.[0]?.Timestamps).toEqual([new Date('2026-03-02T14:00:00Z')]);
  });

  it('makes, describes and sets alarms', async () => {
    const { Dimensions, ...rest } = errors;
    await client.send(
      new CW.PutMetricAlarmCommand({
        ...rest,
        Dimensions,
        AlarmName: 'by-api',
        EvaluationPeriods: 1,
        ComparisonOperator: 'GreaterThanThreshold',
        Statistic: 'Sum',
      }),
    );
    await client.send(
      new CW.SetAlarmStateCommand({ AlarmName: 'by-api', StateValue: 'ALARM', StateReason: 'drill' }),
    );
    const reply = await client.send(new CW.DescribeAlarmsCommand({ StateValue: 'ALARM' }));
    expect(reply.MetricAlarms).toMatchObject([
      {
        AlarmName: 'by-api',
        StateValue: 'ALARM',
        StateReason: 'drill',
        Dimensions,
        StateUpdatedTimestamp: new Date(context.clock.now()),
      },
    ]);
    await expect(
      client.send(new CW.SetAlarmStateCommand({ AlarmName: 'none', StateValue: 'OK', StateReason: 'x' })),
    ).rejects.toMatchObject({ name: 'ResourceNotFound' });
  });
});
