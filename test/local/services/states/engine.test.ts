import { describe, expect, it } from 'vitest';
import { machine, machineRoom, type States } from './machine-room.ts';

const input = { loanId: 'loan-1', amountCents: 32_000_000, items: [3, 1, 2] };

async function outputOf(states: States, given: object = input): Promise<unknown> {
  const record = await machineRoom().run(machine(states), given as never);
  return record.status === 'SUCCEEDED' ? record.output : { status: record.status, ...record.failure };
}

describe('states without a task', () => {
  it.each<[string, States, unknown]>([
    ['a Pass without Output hands its input on', { A: { Type: 'Pass', End: true } }, input],
    [
      'a Pass writes its Output',
      { A: { Type: 'Pass', Output: { id: '{% $states.input.loanId %}', plain: 'text', n: 1 }, End: true } },
      { id: 'loan-1', plain: 'text', n: 1 },
    ],
    [
      'Output sees the variables as they were before Assign',
      {
        A: { Type: 'Pass', Assign: { x: 1 }, Next: 'B' },
        B: { Type: 'Pass', Assign: { x: '{% $x + 1 %}' }, Output: '{% $x %}', Next: 'C' },
        C: { Type: 'Succeed', Output: '{% [$states.input, $x] %}' },
      },
      [1, 2],
    ],
    [
      'a Choice takes the first rule that holds, with its own Output and Assign',
      {
        A: {
          Type: 'Choice',
          Choices: [
            { Condition: '{% $states.input.amountCents < 100 %}', Next: 'Small' },
            {
              Condition: '{% $states.input.amountCents > 100 %}',
              Assign: { size: 'large' },
              Output: 7,
              Next: 'Large',
            },
            { Condition: true, Next: 'Small' },
          ],
        },
        Small: { Type: 'Fail' },
        Large: { Type: 'Succeed', Output: '{% [$states.input, $size] %}' },
      },
      [7, 'large'],
    ],
    [
      'a Choice without a match takes its Default',
      {
        A: { Type: 'Choice', Choices: [{ Condition: false, Next: 'B' }], Default: 'C', Output: 'd' },
        B: { Type: 'Fail' },
        C: { Type: 'Succeed' },
      },
      'd',
    ],
    [
      'a Choice without a match and without Default fails',
      { A: { Type: 'Choice', Choices: [{ Condition: false, Next: 'B' }] }, B: { Type: 'Succeed' } },
      {
        status: 'FAILED',
        error: 'States.NoChoiceMatched',
        cause: "No choice of 'A' matched and it has no Default.",
      },
    ],
    [
      'a Fail names its error, also from an expression',
      { A: { Type: 'Fail', Error: 'LoanNotFound', Cause: "{% 'no ' & $states.input.loanId %}" } },
      { status: 'FAILED', error: 'LoanNotFound', cause: 'no loan-1' },
    ],
    [
      'branches of a Parallel give an array in their order and see outer variables',
      {
        A: { Type: 'Pass', Assign: { base: 10 }, Next: 'B' },
        B: {
          Type: 'Parallel',
          Arguments: { n: 5 },
          Branches: [
            {
              StartAt: 'L1',
              States: {
                L1: { Type: 'Pass', Assign: { mine: 1 }, Output: '{% $base + $states.input.n %}', End: true },
              },
            },
            {
              StartAt: 'R1',
              States: { R1: { Type: 'Pass', Next: 'R2' }, R2: { Type: 'Succeed', Output: 'right' } },
            },
          ],
          End: true,
        },
      },
      [15, 'right'],
    ],
    [
      'a Map gives the results in the order of its items, whatever the concurrency',
      {
        A: {
          Type: 'Map',
          Items: '{% $states.input.items %}',
          ItemSelector: {
            v: '{% $states.context.Map.Item.Value %}',
            i: '{% $states.context.Map.Item.Index %}',
          },
          MaxConcurrency: 2,
          ItemProcessor: {
            ProcessorConfig: { Mode: 'INLINE' },
            StartAt: 'Each',
            States: {
              Each: {
                Type: 'Pass',
                Output: '{% $states.input.v * 10 + $states.input.i + $states.context.Map.Item.Index %}',
                End: true,
              },
            },
          },
          Output: '{% $sum($states.result) %}',
          End: true,
        },
      },
      30 + 0 + 10 + 2 + 20 + 4,
    ],
    [
      'a Map of nothing gives nothing',
      {
        A: {
          Type: 'Map',
          Items: [],
          ItemProcessor: { StartAt: 'E', States: { E: { Type: 'Pass', End: true } } },
          End: true,
        },
      },
      [],
    ],
    [
      'an expression that gives nothing is a query evaluation error',
      { A: { Type: 'Pass', Output: { deep: '{% $states.input.nothing %}' }, End: true } },
      {
        status: 'FAILED',
        error: 'States.QueryEvaluationError',
        cause:
          "The JSONata expression '$states.input.nothing' specified for the field 'Output/deep' returned nothing (undefined).",
      },
    ],
    [
      'the context names execution, machine and state',
      {
        A: {
          Type: 'Pass',
          Output:
            '{% [$states.context.StateMachine.Name, $states.context.State.Name, $states.context.Execution.StartTime] %}',
          End: true,
        },
      },
      ['loan-stage', 'A', '2026-03-02T15:00:00.000Z'],
    ],
  ])('%s', async (_title, states, expected) => {
    expect(await outputOf(states)).toEqual(expected);
  });

  it('a Condition that is not a boolean fails the execution', async () => {
    const states = {
      A: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.loanId %}', Next: 'B' }] },
      B: { Type: 'Succeed' },
    };
    expect(await outputOf(states)).toMatchObject({ error: 'States.QueryEvaluationError' });
  });

  it('variables of a branch are gone after it', async () => {
    const branch = { StartAt: 'In', States: { In: { Type: 'Pass', Assign: { inner: 1 }, End: true } } };
    const states = {
      A: { Type: 'Parallel', Branches: [branch], Next: 'B' },
      B: { Type: 'Pass', Output: '{% $exists($inner) %}', End: true },
    };
    expect(await outputOf(states as never)).toBe(false);
  });
});

describe('Wait', () => {
  it.each([
    ['seconds', { Seconds: 90 }, 90_000],
    ['computed seconds', { Seconds: '{% $states.input.s %}' }, 30_000],
    ['a timestamp', { Timestamp: '2026-03-02T15:02:00Z' }, 120_000],
    ['a timestamp in the past', { Timestamp: '2026-03-02T14:00:00Z' }, 0],
  ])('holds for %s and then hands its input on', async (_title, fields, ms) => {
    const room = machineRoom();
    const arn = await room.start(
      machine({ W: { Type: 'Wait', ...fields, Next: 'Z' }, Z: { Type: 'Succeed' } }),
      { s: 30 },
    );
    await room.context.clock.advance(Math.max(0, ms - 1));
    const before = room.engine.execution(arn).status;
    await room.context.clock.advance(1);
    expect(before).toBe(ms > 0 ? 'RUNNING' : 'SUCCEEDED');
    expect(room.engine.execution(arn)).toMatchObject({ status: 'SUCCEEDED', output: { s: 30 } });
  });
});

describe('limits', () => {
  it('a machine that runs longer than its TimeoutSeconds is timed out, whatever it catches', async () => {
    const room = machineRoom();
    const arn = await room.start(
      machine({ W: { Type: 'Wait', Seconds: 60, End: true } }, { TimeoutSeconds: 10 }),
    );
    await room.context.clock.advance(10_000);
    expect(room.engine.execution(arn)).toMatchObject({
      status: 'TIMED_OUT',
      failure: { error: 'States.Timeout' },
    });
    expect(room.context.clock.waiting()).toEqual([]);
    expect(room.metrics.map(({ name }) => name)).toEqual([
      'ExecutionsStarted',
      'ExecutionsTimedOut',
      'ExecutionTime',
    ]);
  });

  it('the 25,000th event is the failure of a machine that never ends', async () => {
    const room = machineRoom();
    const arn = await room.start(
      machine({
        A: { Type: 'Pass', Next: 'B' },
        B: { Type: 'Choice', Choices: [{ Condition: false, Next: 'C' }], Default: 'A' },
        C: { Type: 'Succeed' },
      }),
    );
    const record = room.engine.execution(arn);
    expect(record).toMatchObject({ status: 'FAILED', failure: { error: 'States.Runtime' } });
    const events = room.engine.ledger.events(arn);
    expect(events.length).toBe(25_000);
    expect(events.at(-1)).toMatchObject({ id: 25_000, type: 'ExecutionFailed' });
  }, 30_000);

  it('an output above 262,144 bytes fails with an error that States.ALL does not catch', async () => {
    const catching = {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'P', States: { P: { Type: 'Pass', Output: "{% $pad('x', 270000) %}", End: true } } },
      ],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Z' }],
      Next: 'Z',
    };
    expect(await outputOf({ A: catching, Z: { Type: 'Succeed' } })).toMatchObject({
      status: 'FAILED',
      error: 'States.DataLimitExceeded',
    });
  });
});

describe('history and transitions', () => {
  it('records entry and exit of each state and counts entries', async () => {
    const room = machineRoom();
    const arn = await room.start(
      machine({ A: { Type: 'Pass', Assign: { x: [1] }, Next: 'B' }, B: { Type: 'Succeed' } }),
      input,
    );
    expect(room.eventTypes(arn)).toEqual([
      'ExecutionStarted',
      'PassStateEntered',
      'PassStateExited',
      'SucceedStateEntered',
      'SucceedStateExited',
      'ExecutionSucceeded',
    ]);
    expect(room.engine.ledger.events(arn)[2]).toMatchObject({
      id: 3,
      previousEventId: 2,
      stateExitedEventDetails: { name: 'A', assignedVariables: { x: '[1]' } },
    });
    expect(room.engine.transitions()).toBe(2);
  });

  it('tells the default bus of each change of status, once taken never again', async () => {
    const room = machineRoom();
    const arn = await room.start(
      machine({ A: { Type: 'Pass', End: true } }),
      { a: 1 },
      'loan-1-APPLICATION-1',
    );
    const told = room.context.neighbours.published;
    expect(told.map(({ detail }) => (detail as { status: string }).status)).toEqual(['RUNNING', 'SUCCEEDED']);
    expect(told[1]).toMatchObject({
      source: 'aws.states',
      detailType: 'Step Functions Execution Status Change',
      busName: 'default',
      resources: [arn],
      detail: { name: 'loan-1-APPLICATION-1', output: '{"a":1}', stopDate: room.context.clock.now() },
    });
    expect(room.engine.ledger.notices()).toEqual([]);
  });

  it('tells the bus again when it failed', async () => {
    let isDown = true;
    const room = machineRoom({
      answers: {
        putEvents: () => {
          if (isDown) throw new Error('bus down');
        },
      },
    });
    await room.start(machine({ A: { Type: 'Pass', End: true } }));
    expect(room.engine.ledger.notices().length).toBe(2);
    isDown = false;
    await room.context.clock.advance(2000);
    expect(room.engine.ledger.notices()).toEqual([]);
  });
});
