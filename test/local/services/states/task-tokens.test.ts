import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../local/services/service.ts';
import { machine, machineRoom, restarted } from './machine-room.ts';

const wait = (fields: Record<string, Json> = {}) =>
  machine({
    AskBorrower: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Arguments: { QueueUrl: 'q', MessageBody: { token: '{% $states.context.Task.Token %}' } },
      End: true,
      ...fields,
    },
    Stalled: { Type: 'Pass', Output: '{% $states.input.Error %}', End: true },
  });
const answers = { call: () => ({ MessageId: 'm-1' }) };
const caughtAs = (ErrorEquals: string[]) => ({ Catch: [{ ErrorEquals, Next: 'Stalled' }] });
const reachable = caughtAs(['Never']);

describe('a task that waits for its token', () => {
  it('passes the token on and ends with the answer', async () => {
    const room = machineRoom({ answers });
    const arn = await room.start(wait(reachable));
    const body = (room.context.neighbours.called[0]!.input as { MessageBody: string }).MessageBody;
    const { token } = JSON.parse(body) as { token: string };
    expect(room.eventTypes(arn)).toContain('TaskSubmitted');
    room.engine.sendTaskSuccess(token, { uploaded: true });
    await room.settle();
    expect(room.engine.execution(arn)).toMatchObject({ status: 'SUCCEEDED', output: { uploaded: true } });
  });

  it('can be answered before the service has replied to the call: the wait is recorded first', async () => {
    const room = machineRoom({
      answers: {
        call: (_service, _action, input) => {
          const { token } = JSON.parse((input as { MessageBody: string }).MessageBody) as { token: string };
          room.engine.sendTaskSuccess(token, 'quick');
          return {};
        },
      },
    });
    const arn = await room.start(wait(reachable));
    expect(room.engine.execution(arn)).toMatchObject({ status: 'SUCCEEDED', output: 'quick' });
  });

  it('takes one answer only; a second one is TaskTimedOut and changes nothing', async () => {
    const room = machineRoom({ answers });
    const arn = await room.start(wait(reachable));
    const [token] = room.tokens();
    room.engine.sendTaskSuccess(token!, 1);
    expect(() => room.engine.sendTaskSuccess(token!, 2)).toThrow(
      expect.objectContaining({ code: 'TaskTimedOut' }),
    );
    await room.settle();
    expect(() => room.engine.sendTaskFailure(token!, 'Late')).toThrow(
      expect.objectContaining({ code: 'TaskTimedOut' }),
    );
    expect(() => room.engine.sendTaskHeartbeat(token!)).toThrow(
      expect.objectContaining({ code: 'TaskTimedOut' }),
    );
    expect(room.engine.execution(arn).output).toBe(1);
  });

  it.each(['', 'AAAA', Buffer.from('{"execution":"arn:none","nonce":"x"}').toString('base64')])(
    'refuses %o as InvalidToken',
    async (token) => {
      const room = machineRoom({ answers });
      await room.start(wait(reachable));
      expect(() => room.engine.sendTaskSuccess(token, {})).toThrow(
        expect.objectContaining({ code: 'InvalidToken' }),
      );
    },
  );

  it('is caught by the name that SendTaskFailure gives', async () => {
    const room = machineRoom({ answers });
    const arn = await room.start(wait(caughtAs(['DocumentRejected'])));
    room.engine.sendTaskFailure(room.tokens()[0]!, 'DocumentRejected', 'unreadable');
    await room.settle();
    expect(room.engine.execution(arn).output).toBe('DocumentRejected');
  });

  it.each([
    ['States.HeartbeatTimeout', true],
    ['States.Timeout', true],
    ['Other', false],
  ])('that misses a heartbeat is caught as %s: %s', async (name, isCaught) => {
    const room = machineRoom({ answers });
    const arn = await room.start(wait({ HeartbeatSeconds: 10, TimeoutSeconds: 100, ...caughtAs([name]) }));
    const [token] = room.tokens();
    await room.context.clock.advance(9000);
    room.engine.sendTaskHeartbeat(token!);
    await room.context.clock.advance(9999);
    expect(room.engine.execution(arn).status).toBe('RUNNING');
    await room.context.clock.advance(1);
    expect(room.engine.execution(arn)).toMatchObject(
      isCaught ? { output: 'States.HeartbeatTimeout' } : { status: 'FAILED' },
    );
    expect(() => room.engine.sendTaskSuccess(token!, {})).toThrow(
      expect.objectContaining({ code: 'TaskTimedOut' }),
    );
  });

  it('ends at TimeoutSeconds however often it gives a sign of life', async () => {
    const room = machineRoom({ answers });
    const arn = await room.start(
      wait({ HeartbeatSeconds: 10, TimeoutSeconds: '{% 5 * 5 %}', ...caughtAs(['States.Timeout']) }),
    );
    for (let round = 0; round < 3; round += 1) {
      room.engine.sendTaskHeartbeat(room.tokens()[0]!);
      await room.context.clock.advance(8000);
    }
    await room.context.clock.advance(1000);
    expect(room.engine.execution(arn)).toMatchObject({ status: 'SUCCEEDED', output: 'States.Timeout' });
  });

  it('gets a new token for each attempt', async () => {
    const room = machineRoom({ answers });
    await room.start(wait({ Retry: [{ ErrorEquals: ['Again'] }], ...reachable }));
    const [first] = room.tokens();
    room.engine.sendTaskFailure(first!, 'Again');
    await room.context.clock.advance(1000);
    expect(room.tokens()).toHaveLength(1);
    expect(room.tokens()[0]).not.toBe(first);
  });

  it('loses its token when the execution is stopped', async () => {
    const room = machineRoom({ answers });
    const arn = await room.start(wait(reachable));
    const [token] = room.tokens();
    room.engine.stopExecution(arn, { error: 'StageLeft' });
    expect(room.engine.execution(arn)).toMatchObject({ status: 'ABORTED', failure: { error: 'StageLeft' } });
    expect(() => room.engine.sendTaskSuccess(token!, {})).toThrow(
      expect.objectContaining({ code: 'TaskTimedOut' }),
    );
  });

  it('keeps token, deadline and heartbeat over a restart and is not called again', async () => {
    const room = machineRoom({ answers });
    const arn = await room.start(wait({ HeartbeatSeconds: 10, ...caughtAs(['States.HeartbeatTimeout']) }));
    const [token] = room.tokens();
    await room.context.clock.advance(5000);
    const next = restarted(room, answers);
    await next.settle();
    expect(next.context.neighbours.called).toEqual([]);
    next.engine.sendTaskHeartbeat(token!);
    const last = restarted(next, answers);
    await last.context.clock.advance(10_000);
    expect(last.engine.execution(arn).output).toBe('States.HeartbeatTimeout');
  });

  it('whose call was in flight at the crash is called again with the same token', async () => {
    const room = machineRoom({ answers: { call: async () => await new Promise<Json>(() => undefined) } });
    const arn = await room.start(wait(reachable));
    const [token] = room.tokens();
    const next = restarted(room, answers);
    await next.settle();
    expect(JSON.stringify(next.context.neighbours.called)).toContain(token);
    next.engine.sendTaskSuccess(token!, 'late but fine');
    await next.settle();
    expect(next.engine.execution(arn).output).toBe('late but fine');
  });
});
