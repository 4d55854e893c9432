import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../local/runtime/memory-store.ts';
import { AwsError, type Json, type Store } from '../../../../local/services/service.ts';
import type { Answers } from '../../../support/engine-context.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { lambda, machine, machineRoom, restarted, type States } from './machine-room.ts';

/** A store that takes nothing more after its `limit`th transaction, as if the process had been killed right after it. */
function dyingStore(inner: Store, limit: number): Store & { isDead(): boolean; count(): number } {
  let count = 0;
  let depth = 0;
  const isDead = (): boolean => depth === 0 && count >= limit;
  const refuseIfDead = (): void => {
    if (isDead()) throw new Error('killed');
  };
  return {
    ...inner,
    isDead,
    count: () => count,
    put: (collection, key, value) => {
      refuseIfDead();
      inner.put(collection, key, value);
      if (depth === 0) count += 1;
    },
    delete: (collection, key) => {
      refuseIfDead();
      inner.delete(collection, key);
      if (depth === 0) count += 1;
    },
    transaction: (work) => {
      refuseIfDead();
      depth += 1;
      try {
        return inner.transaction(work);
      } finally {
        depth -= 1;
        if (depth === 0) count += 1;
      }
    },
  };
}

const call = (payload: Json, fields: Record<string, Json> = {}): Record<string, Json> => ({
  Type: 'Task',
  Resource: lambda,
  Arguments: { FunctionName: 'work', Payload: payload },
  Output: '{% $states.result.Payload %}',
  End: true,
  ...fields,
});

const everyKind: States = {
  Begin: { Type: 'Pass', Assign: { base: '{% $states.input.base %}' }, Next: 'Rest' },
  Rest: { Type: 'Wait', Seconds: 60, Next: 'Both' },
  Both: {
    Type: 'Parallel',
    Branches: [
      {
        StartAt: 'Left',
        States: {
          Left: call('{% $base %}', { End: false, Next: 'LeftRest' }),
          LeftRest: { Type: 'Wait', Seconds: 5, End: true },
        },
      },
      {
        StartAt: 'Each',
        States: {
          Each: {
            Type: 'Map',
            Items: '{% [1..4] %}',
            MaxConcurrency: 2,
            ItemProcessor: {
              StartAt: 'One',
              States: {
                One: call('{% $states.input * $base %}', { Retry: [{ ErrorEquals: ['Unavailable'] }] }),
              },
            },
            End: true,
          },
        },
      },
    ],
    Next: 'Ask',
  },
  Ask: {
    Type: 'Task',
    Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
    Arguments: { QueueUrl: 'q', MessageBody: { token: '{% $states.context.Task.Token %}' } },
    Output: '{% $append($states.input, $states.result) %}',
    Next: 'Child',
  },
  Child: {
    Type: 'Task',
    Resource: 'arn:aws:states:::states:startExecution.sync:2',
    Arguments: {
      StateMachineArn: 'arn:aws:states:us-east-1:000000000000:stateMachine:child',
      Input: '{% $states.input %}',
    },
    Output: '{% $states.result.Output %}',
    Next: 'Refuse',
  },
  Refuse: call('refuse', {
    Catch: [{ ErrorEquals: ['Refused'], Output: '{% $states.input %}', Next: 'Done?' }],
    End: false,
    Next: 'Done?',
  }),
  'Done?': {
    Type: 'Choice',
    Choices: [{ Condition: '{% $count($states.input) = 3 %}', Next: 'Done' }],
    Default: 'Odd',
  },
  Odd: { Type: 'Fail', Error: 'Odd' },
  Done: { Type: 'Succeed' },
};
const expected = [7, [7, 14, 21, 28], 'signed'];

/** The outside world: fails each item once, and answers each token it was sent until that is taken. */
function outside() {
  const seen = new Set<string>();
  const tokens = new Set<string>();
  const answers: Answers = {
    invoke: (_arn, payload) => {
      if (payload === 'refuse') return { payload: { errorType: 'Refused' }, functionError: 'Unhandled' };
      const isFirst = !seen.has(JSON.stringify(payload));
      seen.add(JSON.stringify(payload));
      return isFirst && payload !== 7
        ? { payload: { errorType: 'Unavailable' }, functionError: 'Unhandled' }
        : { payload };
    },
    call: (_service, _action, input) => {
      tokens.add((JSON.parse((input as { MessageBody: string }).MessageBody) as { token: string }).token);
      return {};
    },
  };
  return { answers, tokens };
}

async function walk(room: ReturnType<typeof machineRoom>, tokens: Set<string>): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    await room.context.clock.advance(20_000);
    for (const token of tokens) {
      try {
        room.engine.sendTaskSuccess(token, 'signed');
      } catch (error) {
        if (!(error instanceof AwsError) && !(error instanceof Error && error.message === 'killed'))
          throw error;
      }
    }
  }
}

const arn = 'arn:aws:states:us-east-1:000000000000:execution:loan-stage:loan-1-PROCESSING-1';
const childMachine = machine({
  W: { Type: 'Wait', Seconds: 3, Next: 'Z' },
  Z: { Type: 'Succeed', Output: '{% [$states.input[0], [$states.input[1]], $states.input[2]] %}' },
});

/** Walks the machine over a store that dies; when it died, a new engine walks on over what was written. */
async function walkWithKill(limit: number) {
  const inner = memoryStore();
  const store = dyingStore(inner, limit);
  const clock = manualClock('2026-03-02T15:00:00Z');
  const { answers, tokens } = outside();
  const room = machineRoom({ store, clock, answers });
  room.put(childMachine, 'child');
  const machineArn = room.put(machine(everyKind));
  const begin = (at: typeof room): unknown =>
    at.engine.startExecution({ machineArn, name: 'loan-1-PROCESSING-1', input: { base: 7 } });
  try {
    begin(room);
    await walk(room, tokens);
  } catch (error) {
    if (!String(error).includes('killed')) throw error;
  }
  if (!store.isDead()) return { wasKilled: false, room, inner };
  room.engine.stop();
  const next = machineRoom({ store: inner, clock, answers, seed: limit });
  next.engine.start();
  if (inner.get('states.execution', arn) === undefined) begin(next);
  await walk(next, tokens);
  return { wasKilled: true, room: next, inner };
}

describe('a kill after any transaction', () => {
  it('leaves an execution that a new engine brings to the same end, with nothing left over', async () => {
    let wasKilled = true;
    let limit = 5;
    for (; wasKilled; limit += 1) {
      const ended = await walkWithKill(limit);
      wasKilled = ended.wasKilled;
      const { room, inner } = ended;
      expect(room.engine.execution(arn), `killed after transaction ${limit}`).toMatchObject({
        status: 'SUCCEEDED',
        output: expected,
      });
      for (const open of ['token', 'running', 'notice', 'thread', 'fork', 'fork-output', 'parent-task'])
        expect(inner.list(`states.${open}`), `${open} left after transaction ${limit}`).toEqual([]);
      const ids = room.engine.ledger.events(arn).map(({ id }) => id);
      expect(ids).toEqual(ids.map((_, index) => index + 1));
    }
    expect(limit).toBeGreaterThan(50);
  }, 60_000);
});

describe('a restart', () => {
  it('lets a wait end at its own instant, at once when that has passed', async () => {
    const room = machineRoom();
    const arn = await room.start(machine({ W: { Type: 'Wait', Seconds: 100, End: true } }));
    room.engine.stop();
    await room.context.clock.advance(500_000);
    const next = restarted(room);
    await next.settle();
    expect(next.engine.execution(arn)).toMatchObject({
      status: 'SUCCEEDED',
      stoppedAt: room.context.clock.now(),
    });
  });

  it('starts a task again that was in flight, with a time-out of its own', async () => {
    const hang = { invoke: async () => await new Promise<never>(() => undefined) };
    const room = machineRoom({ answers: hang });
    const arn = await room.start(machine({ T: call('x', { TimeoutSeconds: 10 }) }));
    await room.context.clock.advance(8000);
    const next = restarted(room, hang);
    await next.context.clock.advance(8000);
    expect(next.context.neighbours.invoked).toHaveLength(1);
    expect(next.engine.execution(arn).status).toBe('RUNNING');
    await next.context.clock.advance(2000);
    expect(next.engine.execution(arn)).toMatchObject({
      status: 'FAILED',
      failure: { error: 'States.Timeout' },
    });
  });

  it('keeps what is left of a retry and of the time-out of the whole', async () => {
    const room = machineRoom({
      answers: { invoke: () => ({ payload: { errorType: 'A' }, functionError: 'Unhandled' }) },
    });
    const Retry = [{ ErrorEquals: ['A'], IntervalSeconds: 30, MaxAttempts: 1 }];
    const arn = await room.start(machine({ T: call('x', { Retry }) }, { TimeoutSeconds: 40 }));
    await room.context.clock.advance(20_000);
    const next = restarted(room, { invoke: async () => await new Promise<never>(() => undefined) });
    await next.context.clock.advance(10_000);
    expect(next.context.neighbours.invoked).toHaveLength(1);
    await next.context.clock.advance(10_000);
    expect(next.engine.execution(arn).status).toBe('TIMED_OUT');
  });

  it('keeps an execution on the definition it began with', async () => {
    const room = machineRoom();
    const old = await room.start(
      machine({ W: { Type: 'Wait', Seconds: 5, Next: 'Old' }, Old: { Type: 'Succeed', Output: 'old' } }),
    );
    room.put(machine({ New: { Type: 'Succeed', Output: 'new' } }));
    const next = restarted(room);
    await next.context.clock.advance(5000);
    expect(next.engine.execution(old).output).toBe('old');
  });
});
