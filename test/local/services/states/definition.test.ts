import { describe, expect, it } from 'vitest';
import { parseDefinition } from '../../../../local/services/states/definition.ts';
import { lambda, machine, type States } from './machine-room.ts';

const end = { Type: 'Pass', End: true };
const task = { Type: 'Task', Resource: lambda, Arguments: { FunctionName: 'f' }, End: true };

describe('a definition', () => {
  it.each<[string, string, RegExp]>([
    ['that is not JSON', '{', /not JSON/],
    ['in JSONPath', JSON.stringify({ StartAt: 'A', States: { A: end } }), /JSONata/],
    ['that starts nowhere', machine({ A: end }, { StartAt: 'B' }), /StartAt 'B'.*does not exist/],
    ['with a state of no known type', machine({ A: { Type: 'Jump', End: true } }), /Type/],
    ['with a JSONPath field', machine({ A: { ...end, InputPath: '$.a' } }), /InputPath/],
    ['with a misspelt field', machine({ A: { ...task, TimeoutSecond: 3 } }), /TimeoutSecond/],
    ['with a variable called states', machine({ A: { ...end, Assign: { states: 1 } } }), /reserved/],
  ])('%s is refused', (_title, text, message) => {
    expect(() => parseDefinition(text)).toThrow(
      expect.objectContaining({
        code: 'InvalidDefinition',
        message: expect.stringMatching(message) as string,
      }),
    );
  });

  it.each<[string, States, RegExp]>([
    ['leads to a state that is not there', { A: { Type: 'Pass', Next: 'Z' } }, /leads to 'Z'/],
    [
      'leads out of its branch',
      {
        A: {
          Type: 'Parallel',
          Branches: [{ StartAt: 'In', States: { In: { Type: 'Pass', Next: 'B' } } }],
          Next: 'B',
        },
        B: end,
      },
      /'In' leads to 'B'/,
    ],
    ['has a state that nothing leads to', { A: end, Lost: end }, /'Lost' is not reachable/],
    [
      'has a state that only itself leads to',
      { A: end, Lost: { Type: 'Pass', Next: 'Lost' } },
      /'Lost' is not reachable/,
    ],
    ['neither goes on nor ends', { A: { Type: 'Pass' } }, /either Next or End/],
    ['goes on and ends', { A: { Type: 'Pass', Next: 'B', End: true }, B: end }, /either Next or End/],
    [
      'uses a name twice',
      { A: { Type: 'Parallel', Branches: [{ StartAt: 'A', States: { A: end } }], End: true } },
      /used twice/,
    ],
    [
      'waits for two things',
      { A: { Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z', End: true } },
      /exactly one/,
    ],
    [
      'has an expression that is none',
      { A: { ...end, Output: '{% $states.input. %}' } },
      /not a JSONata expression/,
    ],
    ['has an expression without a variable', { A: { ...end, Output: '{% loan.id %}' } }, /qualify/],
    [
      'calls what is not emulated',
      { A: { ...task, Resource: 'arn:aws:states:::glue:startJobRun.sync' } },
      /not one that is emulated/,
    ],
    [
      'waits for a token it does not pass',
      { A: { ...task, Resource: `${lambda}.waitForTaskToken` } },
      /never pass/,
    ],
    [
      'puts States.ALL first',
      {
        A: {
          ...task,
          Catch: [
            { ErrorEquals: ['States.ALL'], Next: 'B' },
            { ErrorEquals: ['X'], Next: 'B' },
          ],
        },
        B: end,
      },
      /States.ALL/,
    ],
    [
      'shadows an outer variable',
      {
        A: { ...end, End: false, Next: 'M', Assign: { x: 1 } },
        M: {
          Type: 'Map',
          ItemProcessor: { StartAt: 'I', States: { I: { ...end, Assign: { x: 2 } } } },
          End: true,
        },
      },
      /outer scope/,
    ],
    [
      'is a distributed Map',
      {
        M: {
          Type: 'Map',
          ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, StartAt: 'I', States: { I: end } },
          End: true,
        },
      },
      /inline/,
    ],
  ])('that %s is refused', (_title, states, message) => {
    expect(() => parseDefinition(machine(states))).toThrow(message);
  });

  it('may name its language in each state', () => {
    const text = JSON.stringify({ StartAt: 'A', States: { A: { ...end, QueryLanguage: 'JSONata' } } });
    expect([...parseDefinition(text).states.keys()]).toEqual(['A']);
  });

  it('is also shown to the second opinion', () => {
    expect(() => parseDefinition(machine({ A: end }), () => ['SCHEMA: no'])).toThrow('SCHEMA: no');
  });
});
