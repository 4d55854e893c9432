import { describe, expect, it } from 'vitest';
import type { InvokeOutcome } from '../../../../local/services/service.ts';
import { lambda, machine, machineRoom } from './machine-room.ts';

const waiting = machine({ W: { Type: 'Wait', Seconds: 60, End: true } });

describe('the name of an execution', () => {
  it('with the same input while it runs is the same execution', async () => {
    const room = machineRoom();
    const arn = await room.start(waiting, { a: 1 }, 'loan-1-APPLICATION-1');
    expect(await room.start(waiting, { a: 1 }, 'loan-1-APPLICATION-1')).toBe(arn);
    expect(room.eventTypes(arn)).toHaveLength(2);
  });

  it('with another input, or after its end, is ExecutionAlreadyExists', async () => {
    const room = machineRoom();
    await room.start(waiting, { a: 1 }, 'x');
    const refused = { code: 'ExecutionAlreadyExists' };
    await expect(room.start(waiting, { a: 2 }, 'x')).rejects.toMatchObject(refused);
    await room.context.clock.advance(60_000);
    await expect(room.start(waiting, { a: 1 }, 'x')).rejects.toMatchObject(refused);
  });

  it('enters a stage again under the next entry number', async () => {
    const room = machineRoom();
    const first = await room.start(waiting, {}, 'loan-1-PROCESSING-1');
    room.engine.stopExecution(first);
    const second = await room.start(waiting, {}, 'loan-1-PROCESSING-2');
    expect([room.engine.execution(first).status, room.engine.execution(second).status]).toEqual([
      'ABORTED',
      'RUNNING',
    ]);
  });

  it.each(['a b', 'a:b', 'x'.repeat(81), '<loan>'])('%o is InvalidName', async (name) => {
    await expect(machineRoom().start(waiting, {}, name)).rejects.toMatchObject({ code: 'InvalidName' });
  });
});

describe('redrive', () => {
  it('runs only what had not succeeded', async () => {
    let isUp = false;
    const invoke = (_arn: string, payload: unknown): InvokeOutcome =>
      payload === 'second' && !isUp
        ? { payload: { errorType: 'Down' }, functionError: 'Unhandled' }
        : { payload: String(payload) };
    const room = machineRoom({ answers: { invoke } });
    const branch = (name: string) => ({
      StartAt: name,
      States: {
        [name]: {
          Type: 'Task',
          Resource: lambda,
          Arguments: { FunctionName: 'f', Payload: name },
          Output: '{% $states.result.Payload %}',
          End: true,
        },
      },
    });
    const arn = await room.start(
      machine({ Both: { Type: 'Parallel', Branches: [branch('first'), branch('second')], End: true } }),
    );
    expect(room.engine.execution(arn).status).toBe('FAILED');
    isUp = true;
    room.engine.redriveExecution(arn);
    await room.settle();
    expect(room.engine.execution(arn)).toMatchObject({
      status: 'SUCCEEDED',
      output: ['first', 'second'],
      redriveCount: 1,
    });
    expect(room.context.neighbours.invoked.map(({ payload }) => payload)).toEqual([
      'first',
      'second',
      'second',
    ]);
    expect(room.eventTypes(arn)).toContain('ExecutionRedriven');
  });

  it('is refused while running, after success, and after 14 days', async () => {
    const room = machineRoom();
    const refused = expect.objectContaining({ code: 'ExecutionNotRedrivable' });
    const running = await room.start(waiting, {}, 'a');
    expect(() => room.engine.redriveExecution(running)).toThrow(refused);
    room.engine.stopExecution(running);
    await room.context.clock.advance(15 * 86_400_000);
    expect(() => room.engine.redriveExecution(running)).toThrow(refused);
    const done = await room.start(machine({ P: { Type: 'Pass', End: true } }));
    expect(() => room.engine.redriveExecution(done)).toThrow(refused);
  });
});
