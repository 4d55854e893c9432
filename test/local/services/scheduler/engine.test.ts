import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../local/services/service.ts';
import { createSchedulerEngine } from '../../../../local/services/scheduler/engine.ts';
import {
  scheduleSchema,
  type ScheduleRequest,
} from '../../../../local/services/scheduler/schedule-request.ts';
import { engineContext, type Answers, type TestContext } from '../../../support/engine-context.ts';

const queue = 'arn:aws:sqs:us-east-1:000000000000:reminders';
const deadLetters = 'arn:aws:sqs:us-east-1:000000000000:reminders-dlq';
const RoleArn = 'arn:aws:iam::000000000000:role/scheduler';

function request(fields: Record<string, Json>, target: Record<string, Json> = {}): ScheduleRequest {
  return scheduleSchema.parse({
    Name: 'loan-1-reminder',
    ScheduleExpression: 'at(2026-03-02T16:00:00)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: queue, RoleArn, Input: '{"loanId":"loan-1"}', ...target },
    ...fields,
  });
}

function room(answers: Answers = {}, before?: TestContext) {
  const context = engineContext(
    before === undefined ? { answers } : { answers, store: before.store, clock: before.clock, seed: 2 },
  );
  return { context, engine: createSchedulerEngine(context) };
}

const HOUR = 3_600_000;

describe('a one-time schedule', () => {
  it('fires once at its instant and stays, unless it deletes itself', async () => {
    const { context, engine } = room();
    engine.create(request({}));
    engine.create(request({ Name: 'gone', ActionAfterCompletion: 'DELETE' }));
    await context.clock.advance(HOUR - 1);
    expect(context.neighbours.delivered).toEqual([]);
    await context.clock.advance(50 * HOUR);
    expect(context.neighbours.delivered).toEqual([
      { targetArn: queue, payload: { loanId: 'loan-1' } },
      { targetArn: queue, payload: { loanId: 'loan-1' } },
    ]);
    expect(engine.schedules().map(({ Name }) => Name)).toEqual(['loan-1-reminder']);
  });

  it('that was missed while nothing ran fires once at the start, and never again', async () => {
    const first = room();
    first.engine.create(request({ ActionAfterCompletion: 'DELETE' }));
    first.engine.stop();
    await first.context.clock.advance(10 * HOUR);
    const second = room({}, first.context);
    second.engine.start();
    await second.context.clock.advance(0);
    expect(second.context.neighbours.delivered).toHaveLength(1);
    const third = room({}, first.context);
    third.engine.start();
    await third.context.clock.advance(HOUR);
    expect(third.context.neighbours.delivered).toEqual([]);
  });

  it('that was deleted or disabled does not fire; enabled again it does', async () => {
    const { context, engine } = room();
    engine.create(request({}));
    engine.create(request({ Name: 'off', State: 'DISABLED' }));
    engine.remove('default', 'loan-1-reminder');
    await context.clock.advance(2 * HOUR);
    expect(context.neighbours.delivered).toEqual([]);
    engine.update(request({ Name: 'off', ScheduleExpression: 'at(2026-03-02T18:00:00)' }));
    await context.clock.advance(HOUR);
    expect(context.neighbours.delivered).toHaveLength(1);
  });
});

describe('a recurring schedule', () => {
  it('at a rate begins at once when no start is given', async () => {
    const { context, engine } = room();
    engine.create(request({ ScheduleExpression: 'rate(1 hour)' }));
    await context.clock.advance(0);
    expect(context.neighbours.delivered).toHaveLength(1);
    await context.clock.advance(2 * HOUR);
    expect(context.neighbours.delivered).toHaveLength(3);
  });

  it('keeps its beat over a restart, within its start and end', async () => {
    const first = room();
    first.engine.create(
      request({
        ScheduleExpression: 'rate(1 hour)',
        StartDate: '2026-03-02T15:30:00Z',
        EndDate: '2026-03-02T18:30:00Z',
      }),
    );
    await first.context.clock.advance(2 * HOUR);
    expect(first.context.neighbours.delivered).toHaveLength(2);
    first.engine.stop();
    const second = room({}, first.context);
    second.engine.start();
    await second.context.clock.advance(5 * HOUR);
    expect(second.context.neighbours.delivered).toHaveLength(2);
  });

  it('fires once for all that was missed', async () => {
    const first = room();
    first.engine.create(request({ ScheduleExpression: 'cron(0 * * * ? *)' }));
    first.engine.stop();
    await first.context.clock.advance(5.5 * HOUR);
    const second = room({}, first.context);
    second.engine.start();
    await second.context.clock.advance(0);
    expect(second.context.neighbours.delivered).toHaveLength(1);
    await second.context.clock.advance(HOUR / 2);
    expect(second.context.neighbours.delivered).toHaveLength(2);
  });
});

describe('a target', () => {
  it('that fails is tried again, then its dead-letter queue gets the input', async () => {
    const { context, engine } = room({
      deliver: (arn) => {
        if (arn === queue) throw new Error('queue down');
      },
    });
    const target = { RetryPolicy: { MaximumRetryAttempts: 2 }, DeadLetterConfig: { Arn: deadLetters } };
    engine.create(request({ ActionAfterCompletion: 'DELETE' }, target));
    await context.clock.advance(2 * HOUR);
    expect(context.neighbours.delivered.map(({ targetArn }) => targetArn)).toEqual([
      queue,
      queue,
      queue,
      deadLetters,
    ]);
    expect(context.neighbours.delivered.at(-1)?.payload).toEqual({ loanId: 'loan-1' });
    expect(engine.schedules()).toEqual([]);
  });

  it('that was being tried at a crash is tried again after it', async () => {
    const first = room({ deliver: async () => await new Promise<void>(() => undefined) });
    first.engine.create(request({ ActionAfterCompletion: 'DELETE' }));
    await first.context.clock.advance(HOUR);
    first.engine.stop();
    const second = room({}, first.context);
    second.engine.start();
    await second.context.clock.advance(0);
    expect(second.context.neighbours.delivered).toHaveLength(1);
    expect(second.engine.schedules()).toEqual([]);
  });

  it('gives up on events that are too old', async () => {
    const { context, engine } = room({
      deliver: () => {
        throw new Error('down');
      },
    });
    engine.create(request({}, { RetryPolicy: { MaximumEventAgeInSeconds: 60 } }));
    await context.clock.advance(5 * HOUR);
    expect(context.neighbours.delivered).toHaveLength(6);
  });

  it('gets the context attributes', async () => {
    const { context, engine } = room();
    const Input =
      '{"at":"<aws.scheduler.scheduled-time>","by":"<aws.scheduler.schedule-arn>","n":<aws.scheduler.attempt-number>}';
    engine.create(request({}, { Input }));
    await context.clock.advance(HOUR);
    expect(context.neighbours.delivered[0]?.payload).toEqual({
      at: '2026-03-02T16:00:00Z',
      by: 'arn:aws:scheduler:us-east-1:000000000000:schedule/default/loan-1-reminder',
      n: 1,
    });
  });

  it('may be any SDK call, or an event bus', async () => {
    const { context, engine } = room({ call: () => ({}) });
    engine.create(
      request(
        { Name: 'call' },
        { Arn: 'arn:aws:scheduler:::aws-sdk:sfn:startExecution', Input: '{"StateMachineArn":"m"}' },
      ),
    );
    const EventBridgeParameters = { DetailType: 'NightlyTick', Source: 'keyturn' };
    engine.create(
      request(
        { Name: 'bus' },
        { Arn: 'arn:aws:events:us-east-1:000000000000:event-bus/loans', EventBridgeParameters },
      ),
    );
    await context.clock.advance(HOUR);
    expect(context.neighbours.called).toEqual([
      { service: 'sfn', action: 'StartExecution', input: { StateMachineArn: 'm' } },
    ]);
    expect(context.neighbours.published[0]).toMatchObject({
      busName: 'loans',
      source: 'keyturn',
      detailType: 'NightlyTick',
      detail: { loanId: 'loan-1' },
    });
  });
});

describe('a template', () => {
  it('declared again changes nothing; declared otherwise it replaces', async () => {
    const { context, engine } = room();
    engine.declare(request({ ScheduleExpression: 'rate(2 hours)' }));
    await context.clock.advance(HOUR);
    engine.declare(request({ ScheduleExpression: 'rate(2 hours)' }));
    await context.clock.advance(1.5 * HOUR);
    expect(context.neighbours.delivered).toHaveLength(2);
    engine.declare(request({ ScheduleExpression: 'rate(1 hour)' }));
    await context.clock.advance(HOUR);
    expect(context.neighbours.delivered).toHaveLength(3);
  });
});
