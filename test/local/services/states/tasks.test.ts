import { describe, expect, it } from 'vitest';
import { AwsError, type InvokeOutcome, type Json } from '../../../../local/services/service.ts';
import { lambda, machine, machineRoom } from './machine-room.ts';

const broken = (errorType: string): InvokeOutcome => ({
  payload: { errorType, errorMessage: 'no', trace: [] },
  functionError: 'Unhandled',
});
const task = (fields: Record<string, Json> = {}): Record<string, Json> => ({
  Type: 'Task',
  Resource: lambda,
  Arguments: { FunctionName: 'open-needs', Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
  End: true,
  ...fields,
});
const caught = { Caught: { Type: 'Pass', Output: '{% $states.input %}', End: true } };

describe('lambda:invoke', () => {
  it('sends the payload to the function and hands its answer on', async () => {
    const room = machineRoom({ answers: { invoke: () => ({ payload: { opened: 2 } }) } });
    const record = await room.run(machine({ Open: task() }), { loanId: 'loan-1' });
    expect(record.output).toEqual({ opened: 2 });
    expect(room.context.neighbours.invoked).toEqual([
      {
        functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:open-needs',
        payload: { loanId: 'loan-1' },
      },
    ]);
    expect(room.eventTypes(record.arn)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('is called once after a Map of nothing', async () => {
    const room = machineRoom();
    const nothing = { Type: 'Pass', End: true };
    const each = { StartAt: 'Each', States: { Each: nothing } };
    const map = { Type: 'Map', Items: [], ItemProcessor: each, Output: {}, Next: 'Open' };
    await room.run(machine({ None: map, Open: task() }));
    expect(room.context.neighbours.invoked).toHaveLength(1);
  });

  it('is called once after a task that failed at once and was caught', async () => {
    const room = machineRoom({
      answers: {
        invoke: (arn) => {
          if (arn.endsWith('first')) throw new AwsError('ServiceException', 'oops', 500);
          return { payload: {} };
        },
      },
    });
    const first = {
      ...task({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Open' }], Next: 'Open' }),
      Arguments: { FunctionName: 'first', Payload: {} },
    };
    const { End: _, ...goesOn } = first as Record<string, Json>;
    await room.run(machine({ First: goesOn, Open: task() }));
    const names = room.context.neighbours.invoked.map(({ functionArn }) => functionArn.split(':').at(-1));
    expect(names.filter((name) => name === 'open-needs')).toHaveLength(1);
  });

  it.each<[string, () => InvokeOutcome, string]>([
    ["the function's own errorType", () => broken('LoanNotFound'), 'LoanNotFound'],
    ['a function that ran too long', () => broken('Sandbox.Timedout'), 'Sandbox.Timedout'],
    [
      'a throttled function',
      () => {
        throw new AwsError('TooManyRequestsException', 'Rate exceeded', 429);
      },
      'Lambda.TooManyRequestsException',
    ],
    [
      'a function that is not there',
      () => {
        throw new AwsError('ResourceNotFoundException', 'Function not found', 404);
      },
      'Lambda.ResourceNotFoundException',
    ],
    [
      'a failed service',
      () => {
        throw new AwsError('ServiceException', 'oops', 500);
      },
      'Lambda.ServiceException',
    ],
    [
      'a broken connection',
      () => {
        throw new TypeError('fetch failed');
      },
      'Lambda.SdkClientException',
    ],
  ])('%s names the failure', async (_title, invoke, error) => {
    const room = machineRoom({ answers: { invoke } });
    const record = await room.run(machine({ Open: task() }));
    expect(record).toMatchObject({ status: 'FAILED', failure: { error } });
    expect(room.metrics.map(({ name }) => name)).toContain('ExecutionsFailed');
  });
});

describe('Catch', () => {
  it.each<[string, string, string[], boolean]>([
    ['its own name', 'LoanNotFound', ['LoanNotFound'], true],
    ['another name', 'LoanNotFound', ['LoanClosed'], false],
    ['States.ALL', 'LoanNotFound', ['States.ALL'], true],
    ['States.TaskFailed', 'LoanNotFound', ['States.TaskFailed'], true],
  ])('takes an error by %s', async (_title, error, ErrorEquals, isCaught) => {
    const room = machineRoom({ answers: { invoke: () => broken(error) } });
    const Catch = [
      {
        ErrorEquals,
        Assign: { why: '{% $states.errorOutput.Error %}' },
        Output: '{% $states.errorOutput %}',
        Next: 'Caught',
      },
    ];
    const states = {
      Open: task({ Catch }),
      Caught: { Type: 'Pass', Output: '{% [$why, $states.input.Error] %}', End: true },
    };
    const record = await room.run(machine(states));
    expect(record.status).toBe(isCaught ? 'SUCCEEDED' : 'FAILED');
    expect(record.output).toEqual(isCaught ? [error, error] : undefined);
  });

  it('without Output hands on Error and Cause', async () => {
    const room = machineRoom({ answers: { invoke: () => broken('LoanNotFound') } });
    const record = await room.run(
      machine({ Open: task({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }] }), ...caught }),
    );
    expect(record.output).toEqual({
      Error: 'LoanNotFound',
      Cause: JSON.stringify(broken('LoanNotFound').payload),
    });
  });

  it.each([
    ['States.Timeout', true],
    ['States.TaskFailed', false],
  ])('of %s at a task that runs too long: %s', async (name, isCaught) => {
    const room = machineRoom({
      answers: { invoke: async () => await new Promise<InvokeOutcome>(() => undefined) },
    });
    const states = {
      Open: task({ TimeoutSeconds: 5, Catch: [{ ErrorEquals: [name], Next: 'Caught' }] }),
      ...caught,
    };
    const arn = await room.start(machine(states));
    await room.context.clock.advance(5000);
    expect(room.engine.execution(arn).status).toBe(isCaught ? 'SUCCEEDED' : 'FAILED');
    expect(room.eventTypes(arn)).toContain('TaskTimedOut');
  });

  it("a query that fails in Arguments or Output is the state's own error", async () => {
    const Catch = [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Caught' }];
    const cases: Record<string, Json>[] = [
      { Arguments: '{% $states.input.none %}' },
      { Output: '{% $states.result.none %}' },
    ];
    for (const fields of cases) {
      const record = await machineRoom().run(machine({ Open: task({ ...fields, Catch }), ...caught }));
      expect(record).toMatchObject({ status: 'SUCCEEDED', output: { Error: 'States.QueryEvaluationError' } });
    }
  });

  it('a failing Catch does not catch itself', async () => {
    const room = machineRoom({ answers: { invoke: () => broken('A') } });
    const Catch = [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.none %}', Next: 'Caught' }];
    expect(await room.run(machine({ Open: task({ Catch }), ...caught }))).toMatchObject({
      status: 'FAILED',
      failure: { error: 'States.QueryEvaluationError' },
    });
  });

  it('of a Parallel takes the error of its branch and stops the others', async () => {
    const invoke = (arn: string): InvokeOutcome | Promise<InvokeOutcome> =>
      arn.endsWith('bad') ? broken('BranchBroke') : new Promise<InvokeOutcome>(() => undefined);
    const room = machineRoom({ answers: { invoke } });
    const branch = (name: string) => ({
      StartAt: name,
      States: { [name]: task({ Arguments: { FunctionName: name } }) },
    });
    const Both = {
      Type: 'Parallel',
      Branches: [branch('slow'), branch('bad')],
      Catch: [{ ErrorEquals: ['BranchBroke'], Next: 'Caught' }],
      End: true,
    };
    const record = await room.run(machine({ Both, ...caught }));
    expect(record).toMatchObject({ status: 'SUCCEEDED', output: { Error: 'BranchBroke' } });
    expect(room.engine.ledger.threads(record.arn)).toEqual([]);
  });
});

describe('Retry', () => {
  it('waits longer each time, within MaxDelaySeconds, and counts the attempts', async () => {
    const attempts: number[] = [];
    const room = machineRoom({
      answers: {
        invoke: (_arn, payload) => {
          attempts.push(room.context.clock.now());
          return (payload as { n: number }).n === 3 ? { payload: 'done' } : broken('Unavailable');
        },
      },
    });
    const Retry = [
      {
        ErrorEquals: ['Unavailable'],
        IntervalSeconds: 2,
        BackoffRate: 3,
        MaxAttempts: 5,
        MaxDelaySeconds: 10,
      },
    ];
    const Arguments = { FunctionName: 'f', Payload: { n: '{% $states.context.State.RetryCount %}' } };
    const arn = await room.start(machine({ Open: task({ Retry, Arguments }) }));
    await room.context.clock.advance(60_000);
    expect(room.engine.execution(arn)).toMatchObject({ status: 'SUCCEEDED', output: 'done' });
    expect(attempts.map((at) => (at - attempts[0]!) / 1000)).toEqual([0, 2, 8, 18]);
    expect(room.engine.transitions()).toBe(4);
  });

  it('gives up after MaxAttempts and goes to Catch; each retrier has its own count', async () => {
    const errors = ['A', 'B', 'A', 'A'];
    const room = machineRoom({ answers: { invoke: () => broken(errors.shift() ?? 'none left') } });
    const Retry = [
      { ErrorEquals: ['A'], MaxAttempts: 2 },
      { ErrorEquals: ['B'], MaxAttempts: 1 },
    ];
    const arn = await room.start(
      machine({ Open: task({ Retry, Catch: [{ ErrorEquals: ['A'], Next: 'Caught' }] }), ...caught }),
    );
    await room.context.clock.advance(60_000);
    expect(room.engine.execution(arn)).toMatchObject({ status: 'SUCCEEDED', output: { Error: 'A' } });
    expect(room.context.neighbours.invoked.length).toBe(4);
  });

  it.each([
    ['MaxAttempts 0', { MaxAttempts: 0 }, 1],
    ['nothing said', {}, 4],
  ])('%s makes %o: %i calls', async (_title, rule, calls) => {
    const room = machineRoom({ answers: { invoke: () => broken('A') } });
    const arn = await room.start(
      machine({ Open: task({ Retry: [{ ErrorEquals: ['States.ALL'], ...rule }] }) }),
    );
    await room.context.clock.advance(60_000);
    expect(room.engine.execution(arn).status).toBe('FAILED');
    expect(room.context.neighbours.invoked.length).toBe(calls);
  });

  it('of a Map runs all its iterations again', async () => {
    let isUp = false;
    const room = machineRoom({
      answers: { invoke: (_arn, payload) => (payload === 2 && !isUp ? broken('Unavailable') : { payload }) },
    });
    const Each = {
      Type: 'Map',
      Items: [1, 2, 3],
      ItemProcessor: { StartAt: 'One', States: { One: task() } },
      Retry: [{ ErrorEquals: ['Unavailable'] }],
      End: true,
    };
    const arn = await room.start(machine({ Each }));
    isUp = true;
    await room.context.clock.advance(1000);
    expect(room.engine.execution(arn)).toMatchObject({ status: 'SUCCEEDED', output: [1, 2, 3] });
  });
});
