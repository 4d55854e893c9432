import * as EB from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../local/runtime/memory-store.ts';
import { AwsError, type Json, type ResolvedResource } from '../../../../local/services/service.ts';
import { createEventsService, type EventsService } from '../../../../local/services/events/shell.ts';
import { engineContext, type TestContext } from '../../../support/engine-context.ts';
import { serveService, type ServedService } from '../../../support/serve-service.ts';

const QUEUE = 'arn:aws:sqs:us-east-1:000000000000:on-stage';
const DLQ = 'arn:aws:sqs:us-east-1:000000000000:on-stage-dlq';

function declared(type: string, logicalId: string, properties: Record<string, Json>): ResolvedResource {
  return { stack: 'test', logicalId, type, properties, ref: logicalId, attributes: {} };
}

function eventsFor(context: TestContext, target: Record<string, Json> = {}): EventsService {
  const events = createEventsService(context);
  events.provision(declared('AWS::Events::EventBus', 'keyturn', { Name: 'keyturn' }));
  events.provision(
    declared('AWS::Events::Rule', 'OnStage', {
      Name: 'on-stage',
      EventBusName: 'keyturn',
      EventPattern: { 'detail-type': ['StageEntered'] },
      Targets: [{ Id: 't', Arn: QUEUE, DeadLetterConfig: { Arn: DLQ }, ...target }],
    }),
  );
  events.provision(
    declared('AWS::Events::Archive', 'all', {
      ArchiveName: 'all',
      SourceArn: events.engine.busArn('keyturn'),
      RetentionDays: 30,
    }),
  );
  events.start?.();
  return events;
}

const entry = {
  Source: 'keyturn.loans',
  DetailType: 'StageEntered',
  Detail: '{"loan":"l1"}',
  EventBusName: 'keyturn',
};

describe('the EventBridge client of the SDK', () => {
  const context = engineContext();
  const service = eventsFor(context);
  let served: ServedService;
  let client: EB.EventBridgeClient;

  beforeAll(async () => {
    served = await serveService(service);
    client = new EB.EventBridgeClient(served.client);
  });
  afterAll(async () => {
    client.destroy();
    await served.close();
  });

  it('puts events and gets each entry\u2019s own result', async () => {
    const reply = await client.send(
      new EB.PutEventsCommand({
        Entries: [
          { ...entry, Time: new Date('2026-03-01T00:00:00Z') },
          { ...entry, Detail: '[1]' },
          { ...entry, Source: 'aws.s3' },
          { ...entry, Source: undefined },
        ],
      }),
    );
    expect(reply.FailedEntryCount).toBe(3);
    expect(reply.Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
      undefined,
      'MalformedDetail',
      'NotAuthorizedForSourceException',
      'InvalidArgument',
    ]);
    expect(context.neighbours.delivered).toMatchObject([
      {
        targetArn: QUEUE,
        payload: { id: reply.Entries?.[0]?.EventId, time: '2026-03-01T00:00:00Z', detail: { loan: 'l1' } },
      },
    ]);
  });

  it('refuses eleven entries and more than 1 MB', async () => {
    await expect(
      client.send(new EB.PutEventsCommand({ Entries: Array.from({ length: 11 }, () => entry) })),
    ).rejects.toMatchObject({
      name: 'ValidationException',
    });
    const Detail = JSON.stringify({ text: 'x'.repeat(1_048_577) });
    await expect(
      client.send(new EB.PutEventsCommand({ Entries: [{ ...entry, Detail }] })),
    ).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  it('makes, shows and removes rules', async () => {
    await client.send(
      new EB.PutRuleCommand({ Name: 'extra', EventBusName: 'keyturn', EventPattern: '{"source":["x"]}' }),
    );
    await client.send(
      new EB.PutTargetsCommand({
        Rule: 'extra',
        EventBusName: 'keyturn',
        Targets: [
          { Id: 'a', Arn: QUEUE },
          { Id: 'b', Arn: DLQ },
        ],
      }),
    );
    await client.send(new EB.RemoveTargetsCommand({ Rule: 'extra', EventBusName: 'keyturn', Ids: ['b'] }));
    const shown = await client.send(
      new EB.ListTargetsByRuleCommand({ Rule: 'extra', EventBusName: 'keyturn' }),
    );
    expect(shown.Targets).toEqual([{ Id: 'a', Arn: QUEUE }]);
    await client.send(new EB.DisableRuleCommand({ Name: 'extra', EventBusName: 'keyturn' }));
    expect(
      await client.send(new EB.DescribeRuleCommand({ Name: 'extra', EventBusName: 'keyturn' })),
    ).toMatchObject({
      State: 'DISABLED',
      Arn: 'arn:aws:events:us-east-1:000000000000:rule/keyturn/extra',
    });
    await client.send(new EB.DeleteRuleCommand({ Name: 'extra', EventBusName: 'keyturn' }));
    await expect(
      client.send(new EB.DescribeRuleCommand({ Name: 'extra', EventBusName: 'keyturn' })),
    ).rejects.toBeInstanceOf(EB.ResourceNotFoundException);
    await expect(
      client.send(new EB.PutRuleCommand({ Name: 'bad', EventPattern: '{"a":[]}' })),
    ).rejects.toBeInstanceOf(EB.InvalidEventPatternException);
  });

  it('tests a pattern', async () => {
    const command = new EB.TestEventPatternCommand({
      EventPattern: '{"source":[{"prefix":"key"}]}',
      Event: '{"source":"keyturn"}',
    });
    expect((await client.send(command)).Result).toBe(true);
  });

  it('replays an archive on its bus, marked and only once', async () => {
    await client.send(new EB.PutEventsCommand({ Entries: [entry] }));
    const before = context.neighbours.delivered.length;
    const bus = service.engine.busArn('keyturn');
    const started = await client.send(
      new EB.StartReplayCommand({
        ReplayName: 'again',
        EventSourceArn: 'arn:aws:events:us-east-1:000000000000:archive/all',
        EventStartTime: new Date('2026-03-02T00:00:00Z'),
        EventEndTime: new Date('2026-03-03T00:00:00Z'),
        Destination: { Arn: bus },
      }),
    );
    expect(started.State).toBe('STARTING');
    await context.clock.advance(1000);
    const done = await client.send(new EB.DescribeReplayCommand({ ReplayName: 'again' }));
    expect(done).toMatchObject({
      State: 'COMPLETED',
      EventLastReplayedTime: new Date('2026-03-02T15:00:00Z'),
    });
    expect(context.neighbours.delivered.slice(before)).toMatchObject([
      { payload: { 'replay-name': 'again' } },
    ]);
  });
});

describe('a delivery', () => {
  it('is tried again with growing waits and then goes to the dead-letter queue with its reasons', async () => {
    const attempts: number[] = [];
    const context: TestContext = engineContext({
      answers: {
        deliver: () => {
          attempts.push(context.clock.now());
          throw new AwsError('ThrottlingException', 'slow down');
        },
        call: () => ({}),
      },
    });
    const events = eventsFor(context, { RetryPolicy: { MaximumRetryAttempts: 3 } });
    await events.call('PutEvents', { Entries: [entry] });
    await context.clock.advance(60_000);
    expect(attempts).toHaveLength(4);
    const waits = attempts.slice(1).map((at, index) => at - attempts[index]!);
    expect(waits[0]! >= 500 && waits[0]! <= 1000 && waits[1]! >= 1000 && waits[2]! >= 2000).toBe(true);
    expect(context.neighbours.called).toMatchObject([
      {
        service: 'sqs',
        action: 'SendMessage',
        input: {
          QueueUrl: DLQ,
          MessageAttributes: {
            RULE_ARN: { StringValue: 'arn:aws:events:us-east-1:000000000000:rule/keyturn/on-stage' },
            TARGET_ARN: { StringValue: QUEUE },
            ERROR_CODE: { StringValue: 'ThrottlingException' },
            ERROR_MESSAGE: { StringValue: 'slow down' },
            EXHAUSTED_RETRY_CONDITION: { StringValue: 'MaximumRetryAttempts' },
          },
        },
      },
    ]);
    expect(events.engine.deliveries.pending()).toBe(0);
  });

  it('is not retried when the target is gone', async () => {
    const context = engineContext({
      answers: {
        deliver: () => {
          throw new AwsError('QueueDoesNotExist', 'gone');
        },
        call: () => ({}),
      },
    });
    await eventsFor(context).call('PutEvents', { Entries: [entry] });
    await context.clock.advance(0);
    expect(context.neighbours.delivered).toHaveLength(1);
    expect(context.neighbours.called).toHaveLength(1);
  });

  it('that was under way when the process ended is made after the restart', async () => {
    const store = memoryStore();
    const hanging = engineContext({
      store,
      answers: { deliver: async () => await new Promise(() => undefined) },
    });
    await eventsFor(hanging).call('PutEvents', { Entries: [entry] });
    const context = engineContext({ store, seed: 2 });
    const restarted = eventsFor(context);
    await context.clock.advance(0);
    expect(context.neighbours.delivered).toMatchObject([
      { targetArn: QUEUE, payload: { detail: { loan: 'l1' } } },
    ]);
    expect(restarted.engine.deliveries.pending()).toBe(0);
  });

  it('to another bus keeps the event\u2019s id, and a circle of buses ends', async () => {
    const context = engineContext();
    const events = eventsFor(context);
    for (const [from, to] of [
      ['keyturn', 'default'],
      ['default', 'keyturn'],
    ] as const)
      events.provision(
        declared('AWS::Events::Rule', `To${to}`, {
          Name: `to-${to}`,
          EventBusName: from,
          EventPattern: { source: ['keyturn.loans'] },
          Targets: [{ Id: 'bus', Arn: events.engine.busArn(to) }],
        }),
      );
    const reply = (await events.call('PutEvents', { Entries: [{ ...entry, EventBusName: 'default' }] })) as {
      Entries: { EventId: string }[];
    };
    await context.clock.advance(0);
    const ids = context.neighbours.delivered.map(({ payload }) => (payload as { id: string }).id);
    expect(new Set(ids)).toEqual(new Set([reply.Entries[0]!.EventId]));
    expect(context.logged).toMatchObject([{ message: expect.stringContaining('circle') }]);
  });

  it('to a FIFO queue carries the message group', async () => {
    const context = engineContext({ answers: { call: () => ({}) } });
    await eventsFor(context, { SqsParameters: { MessageGroupId: 'g' } }).call('PutEvents', {
      Entries: [entry],
    });
    await context.clock.advance(0);
    expect(context.neighbours.called).toMatchObject([{ input: { QueueUrl: QUEUE, MessageGroupId: 'g' } }]);
  });
});

describe('a scheduled rule', () => {
  const nightly = declared('AWS::Events::Rule', 'Nightly', {
    Name: 'nightly',
    ScheduleExpression: 'cron(0 2 * * ? *)',
    Targets: [
      { Id: 'f', Arn: 'arn:aws:lambda:us-east-1:000000000000:function:nightly', Input: '{"run":true}' },
    ],
  });

  it('fires at its instants', async () => {
    const context = engineContext();
    const events = eventsFor(context);
    events.provision(nightly);
    await context.clock.advance(3 * 86_400_000);
    expect(context.neighbours.delivered.map(({ payload }) => payload)).toEqual([
      { run: true },
      { run: true },
      { run: true },
    ]);
  });

  it('fires once for what it missed while nothing ran', async () => {
    const store = memoryStore();
    eventsFor(engineContext({ store })).provision(nightly);
    const context = engineContext({ store, startsAt: '2026-03-10T15:00:00Z', seed: 2 });
    eventsFor(context);
    await context.clock.advance(1_000);
    expect(context.neighbours.delivered).toHaveLength(1);
  });
});
