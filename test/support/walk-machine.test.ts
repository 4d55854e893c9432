import { describe, expect, it } from 'vitest';
import { pending, walkMachine } from './walk-machine.ts';

const definition = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'OpenNeeds',
  States: {
    OpenNeeds: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: '${TaskOpenNeedsArn}', Payload: { loanId: '{% $states.input.loanId %}' } },
      Output: '{% $states.result.Payload %}',
      TimeoutSeconds: 30,
      Retry: [{ ErrorEquals: ['Unavailable'], MaxAttempts: 2 }],
      Catch: [{ ErrorEquals: ['LoanNotFound'], Next: 'Rejected' }],
      Next: 'AwaitNeeds',
    },
    AwaitNeeds: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: '${TaskStoreTokenArn}',
        Payload: { token: '{% $states.context.Task.Token %}' },
      },
      TimeoutSeconds: 3600,
      Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Stalled' }],
      Next: 'Done',
    },
    Stalled: { Type: 'Wait', Seconds: 60, Next: 'AwaitNeeds' },
    Rejected: { Type: 'Fail', Error: 'Rejected' },
    Done: { Type: 'Succeed' },
  },
});

function named(name: string): Error {
  const error = new Error('scripted');
  error.name = name;
  return error;
}

describe('walking a machine', () => {
  it('follows scripted answers, leaves a token open, and takes its answer', async () => {
    const seen: unknown[] = [];
    const walk = await walkMachine({
      definition,
      input: { loanId: 'loan-1' },
      tasks: {
        OpenNeeds: (args: { loanId: string }) => {
          seen.push(args);
          return { opened: 2 };
        },
        AwaitNeeds: (args: { token: string }, token) => {
          seen.push(args.token === token);
          return pending;
        },
      },
    });
    expect(seen).toEqual([{ loanId: 'loan-1' }, true]);
    expect([walk.status, walk.path, walk.openTokens.map(({ state }) => state)]).toEqual([
      'RUNNING',
      ['OpenNeeds', 'AwaitNeeds'],
      ['AwaitNeeds'],
    ]);
    await walk.succeed('AwaitNeeds', { met: 2 });
    expect([walk.status, walk.output, walk.path.at(-1)]).toEqual(['SUCCEEDED', { met: 2 }, 'Done']);
    await expect(walk.succeed('AwaitNeeds', {})).rejects.toThrow('no open token');
  });

  it('lets time pass: retries, time-outs and waits', async () => {
    let calls = 0;
    const walk = await walkMachine({
      definition,
      input: { loanId: 'loan-1' },
      tasks: {
        OpenNeeds: () => {
          calls += 1;
          if (calls < 3) throw named('Unavailable');
          return {};
        },
        AwaitNeeds: () => pending,
      },
    });
    expect(walk.path).toEqual(['OpenNeeds']);
    await walk.advance(3000);
    expect(walk.path).toEqual(['OpenNeeds', 'AwaitNeeds']);
    await walk.advance(3_600_000 + 60_000);
    expect(walk.path).toEqual(['OpenNeeds', 'AwaitNeeds', 'Stalled', 'AwaitNeeds']);
    await walk.fail('AwaitNeeds', 'StageLeft');
    expect([walk.status, walk.error]).toEqual(['FAILED', 'StageLeft']);
  });

  it("a thrown error has the error's name", async () => {
    const walk = await walkMachine({
      definition,
      input: { loanId: 'loan-1' },
      tasks: {
        OpenNeeds: () => {
          throw named('LoanNotFound');
        },
      },
    });
    expect([walk.status, walk.error, walk.path]).toEqual(['FAILED', 'Rejected', ['OpenNeeds', 'Rejected']]);
  });

  it('a token task may be answered at once by its script', async () => {
    const walk = await walkMachine({
      definition,
      input: { loanId: 'loan-1' },
      tasks: { OpenNeeds: () => ({}), AwaitNeeds: () => 'met' },
    });
    expect([walk.status, walk.output]).toEqual(['SUCCEEDED', 'met']);
  });

  it('refuses to walk through a task without a script', async () => {
    await expect(
      walkMachine({ definition, input: { loanId: 'loan-1' }, tasks: { OpenNeeds: () => ({}) } }),
    ).rejects.toThrow('without a script: AwaitNeeds');
  });

  it('refuses a definition that AWS would refuse', async () => {
    await expect(
      walkMachine({ definition: '{"QueryLanguage":"JSONata","StartAt":"A","States":{}}', tasks: {} }),
    ).rejects.toMatchObject({ code: 'InvalidDefinition' });
  });
});
