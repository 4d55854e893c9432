import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pending, type TaskScript, walkMachine } from '../support/walk-machine.ts';

const input = {
  version: 1,
  loanId: 'loan_01JD0000000000000000000000',
  stage: 'PROCESSING',
  entry: 2,
  correlationId: 'corr-0001',
};
const days = (count: number) => count * 24 * 3600_000;
const named = (name: string) => Object.assign(new Error('x'), { name });

/** The two machines that advance a loan by themselves differ in what they wait for and how long. */
const advancing = [
  { file: 'application.asl.json', transition: 'submit-to-processing', waits: days(30) },
  { file: 'processing.asl.json', transition: 'submit-to-underwriting', waits: days(14) },
];

describe.each(advancing)('$file', ({ file, transition, waits }) => {
  const walk = (tasks: Record<string, TaskScript> = {}) =>
    walkMachine({
      file,
      input,
      tasks: {
        OpenNeeds: () => ({ outcome: 'OPENED', open: 1 }),
        AwaitGuard: () => pending,
        AdvanceLoan: () => ({ outcome: 'MOVED' }),
        MarkStalled: () => ({ outcome: 'STALLED' }),
        ...tasks,
      },
    });

  it('opens, waits, advances and ends', async () => {
    const machine = await walk();
    expect(machine.openTokens.map(({ state }) => state)).toEqual(['AwaitGuard']);
    await machine.succeed('AwaitGuard', { outcome: 'SATISFIED' });
    expect(machine.path).toEqual([
      'RememberEntry',
      'OpenNeeds',
      'StillHere?',
      'AwaitGuard',
      'GuardHolds?',
      'AdvanceLoan',
      'Advanced?',
      'Advanced',
    ]);
    expect(machine.status).toBe('SUCCEEDED');
  });

  it('gives each step the stay it is in, and the wait its token and guard', async () => {
    const seen: Record<string, unknown> = {};
    const noting =
      (name: string, answer: ReturnType<TaskScript>): TaskScript =>
      (args: never) => {
        seen[name] = args;
        return answer;
      };
    const machine = await walk({
      OpenNeeds: noting('OpenNeeds', { outcome: 'OPENED', open: 0 }),
      AwaitGuard: noting('AwaitGuard', pending),
      AdvanceLoan: noting('AdvanceLoan', { outcome: 'MOVED' }),
    });
    const [{ token } = { token: '' }] = machine.openTokens;
    await machine.succeed('AwaitGuard', { outcome: 'SATISFIED' });
    expect(seen).toEqual({
      OpenNeeds: input,
      AwaitGuard: { ...input, transition, token },
      AdvanceLoan: { ...input, transition },
    });
  });

  it.each([
    ['before its needs', { OpenNeeds: () => ({ outcome: 'LEFT', open: 0 }) }],
    [
      'before it advances',
      { AwaitGuard: () => ({ outcome: 'SATISFIED' }), AdvanceLoan: () => ({ outcome: 'LEFT' }) },
    ],
    ['while it waits', { AwaitGuard: () => ({ outcome: 'LEFT' }) }],
  ] satisfies [string, Record<string, TaskScript>][])(
    'ends when the loan has left %s',
    async (_when, tasks) => {
      const machine = await walk(tasks);
      expect([machine.status, machine.path.at(-1)]).toEqual(['SUCCEEDED', 'Left']);
    },
  );

  it('takes an answer that comes while the waiting step is still being told its token', async () => {
    const machine = await walk({ AwaitGuard: () => ({ outcome: 'SATISFIED' }) });
    expect([machine.status, machine.path.at(-1)]).toEqual(['SUCCEEDED', 'Advanced']);
  });

  it('waits on, with a token of its own, when the guard broke before it could advance', async () => {
    let tries = 0;
    const machine = await walk({
      AdvanceLoan: () => ({ outcome: (tries += 1) === 1 ? 'NOT_YET' : 'MOVED' }),
    });
    const [first] = machine.openTokens;
    await machine.succeed('AwaitGuard', { outcome: 'SATISFIED' });
    expect(machine.openTokens[0]?.token).not.toBe(first?.token);
    await machine.succeed('AwaitGuard', { outcome: 'SATISFIED' });
    expect(machine.status).toBe('SUCCEEDED');
  });

  it('marks a wait that has lasted too long, and waits again', async () => {
    const machine = await walk();
    await machine.advance(waits - 1000);
    expect(machine.path).not.toContain('MarkStalled');
    await machine.advance(2000);
    expect(machine.path.slice(-3)).toEqual(['MarkStalled', 'StillStalled?', 'AwaitGuard']);
    await machine.advance(waits + 1000);
    expect(machine.path.filter((state) => state === 'MarkStalled')).toHaveLength(2);
    await machine.succeed('AwaitGuard', { outcome: 'SATISFIED' });
    expect(machine.status).toBe('SUCCEEDED');
  });

  it('ends when the loan has left a wait that lasted too long', async () => {
    const machine = await walk({ MarkStalled: () => ({ outcome: 'LEFT' }) });
    await machine.advance(waits + 1000);
    expect([machine.status, machine.path.at(-1)]).toEqual(['SUCCEEDED', 'Left']);
  });

  it.each(['OpenNeeds', 'AdvanceLoan', 'MarkStalled'])(
    'tries %s again while it is Unavailable',
    async (state) => {
      let tries = 0;
      const answers: Record<string, string> = {
        OpenNeeds: 'OPENED',
        AdvanceLoan: 'MOVED',
        MarkStalled: 'LEFT',
      };
      const machine = await walk({
        ...(state === 'AdvanceLoan' ? { AwaitGuard: () => ({ outcome: 'SATISFIED' }) } : {}),
        [state]: () => {
          tries += 1;
          if (tries < 4) throw named('Unavailable');
          return { outcome: answers[state] ?? '', open: 0 };
        },
      });
      if (state === 'MarkStalled') await machine.advance(waits + 1000);
      await machine.advance(10 * 60_000);
      expect(tries).toBe(4);
      expect(machine.status).not.toBe('FAILED');
    },
  );

  it('gives up an outage in the end, and a bug at once, under one name', async () => {
    const outage = await walk({
      OpenNeeds: () => {
        throw named('Unavailable');
      },
    });
    await outage.advance(days(1));
    expect([outage.status, outage.error]).toEqual(['FAILED', 'StageMachineFailed']);
    let tries = 0;
    const bug = await walk({
      OpenNeeds: () => {
        tries += 1;
        throw named('InternalError');
      },
    });
    expect([bug.status, bug.error, tries]).toEqual(['FAILED', 'StageMachineFailed', 1]);
  });
});

describe('underwriting.asl.json', () => {
  const walk = (tasks: Record<string, TaskScript> = {}) =>
    walkMachine({
      file: 'underwriting.asl.json',
      input: { ...input, stage: 'UNDERWRITING' },
      tasks: {
        OpenNeeds: () => ({ outcome: 'OPENED', open: 1 }),
        AwaitDecision: () => pending,
        MarkStalled: () => ({ outcome: 'STALLED' }),
        ...tasks,
      },
    });

  it("waits for a person's decision and never makes one", async () => {
    const machine = await walk();
    await machine.advance(days(4));
    expect(machine.status).toBe('RUNNING');
    await machine.succeed('AwaitDecision', { outcome: 'LEFT' });
    expect([machine.status, machine.path.at(-1)]).toEqual(['SUCCEEDED', 'Left']);
    expect(
      readFileSync(join(import.meta.dirname, '../../state-machines/underwriting.asl.json'), 'utf8'),
    ).not.toContain('AdvanceLoan');
  });

  it('waits without a guard: only leaving ends it', async () => {
    let seen: unknown;
    await walk({
      AwaitDecision: (args: never) => {
        seen = args;
        return pending;
      },
    });
    expect(seen).not.toHaveProperty('transition');
  });

  it('escalates a decision that does not come in five days, and goes on waiting', async () => {
    const machine = await walk();
    await machine.advance(days(5) + 1000);
    expect(machine.path.slice(-3)).toEqual(['MarkStalled', 'StillStalled?', 'AwaitDecision']);
    await machine.succeed('AwaitDecision', { outcome: 'LEFT' });
    expect(machine.status).toBe('SUCCEEDED');
  });

  it.each([
    ['OpenNeeds', { OpenNeeds: () => ({ outcome: 'LEFT', open: 0 }) }, 0],
    ['MarkStalled', { MarkStalled: () => ({ outcome: 'LEFT' }) }, days(6)],
  ] satisfies [string, Record<string, TaskScript>, number][])(
    'ends when %s finds that the loan has left',
    async (_state, tasks, later) => {
      const machine = await walk(tasks);
      await machine.advance(later);
      expect([machine.status, machine.path.at(-1)]).toEqual(['SUCCEEDED', 'Left']);
    },
  );
});
