import { describe, expect, it } from 'vitest';
import type { Json } from '../../local/services/service.ts';
import { pending, type TaskScript, walkMachine } from '../support/walk-machine.ts';

const input = {
  version: 1,
  loanId: 'loan_01JD0000000000000000000000',
  documentId: 'doc_01JD0000000000000000000003',
  sourceVersionId: 'v1',
  correlationId: 'c-1',
};
const dayMs = 86_400_000;

/** A text-layer file that the rules accept, unless a script says otherwise. */
const scripts = (over: Record<string, TaskScript> = {}): Record<string, TaskScript> => ({
  PassToClean: () => ({ outcome: 'PASSED' }),
  InspectFile: () => ({ outcome: 'READABLE', ranges: [] }),
  ReadRange: () => ({ read: 1, unread: 0 }),
  ReconcileDocument: () => ({ outcome: 'ACCEPT' }),
  AcceptDocument: () => ({ outcome: 'ACCEPTED' }),
  ReturnDocument: () => ({ outcome: 'RETURNED' }),
  ...over,
});
const walk = (over?: Record<string, TaskScript>) =>
  walkMachine({ file: 'document-intake.asl.json', input, tasks: scripts(over) });

const unavailable = () => Object.assign(new Error('no answer'), { name: 'Unavailable' });
const accept: Json = { outcome: 'ACCEPT' };
const review: Json = { outcome: 'REVIEW' };
const analyze: Json = { outcome: 'ANALYZE', pages: [3] };
const failing: TaskScript = () => {
  throw Object.assign(new Error('bug'), { name: 'InternalError' });
};

describe('document-intake', () => {
  it('accepts a file that carries its own text without reading a page', async () => {
    const { path, status } = await walk();
    expect(status).toBe('SUCCEEDED');
    expect(path).not.toContain('ReadRange');
    expect(path.filter((state) => !state.endsWith('?'))).toEqual([
      'RememberDocument',
      'PassToClean',
      'InspectFile',
      'ReadPages',
      'ReconcileDocument',
      'AcceptDocument',
      'Ended',
    ]);
  });

  it('gives each step the ids and no more', async () => {
    const seen: unknown[] = [];
    await walk({
      InspectFile: (args) => (seen.push(args), { outcome: 'READABLE', ranges: [{ pages: [7] }] }),
      ReadRange: (args) => (seen.push(args), { read: 1, unread: 0 }),
      ReconcileDocument: (args) => (seen.push(args), { outcome: 'ACCEPT' }),
    });
    const { sourceVersionId: _, ...ids } = input;
    expect(seen).toEqual([ids, { ...ids, pages: [7] }, { ...ids, analyzed: false }]);
  });

  it('reads every range once', async () => {
    const read: number[][] = [];
    const { status } = await walk({
      InspectFile: () => ({ outcome: 'READABLE', ranges: [{ pages: [1, 2] }, { pages: [4] }] }),
      ReadRange: ({ pages }: { pages: number[] }) => (read.push(pages), { read: pages.length, unread: 0 }),
    });
    expect(status).toBe('SUCCEEDED');
    expect(read).toEqual([[1, 2], [4]]);
  });

  it('returns a file that inspection refuses, with the refusal', async () => {
    const asked: unknown[] = [];
    const { path, status } = await walk({
      InspectFile: () => ({ outcome: 'REFUSED', refusal: 'encrypted' }),
      ReturnDocument: ({ refusal }: { refusal: unknown }) => (asked.push(refusal), { outcome: 'RETURNED' }),
    });
    expect([status, asked]).toEqual(['SUCCEEDED', ['encrypted']]);
    expect(path).not.toContain('ReconcileDocument');
  });

  it('returns what is not what was declared, unread', async () => {
    const asked: unknown[] = [];
    await walk({
      PassToClean: () => ({ outcome: 'MISMATCH' }),
      ReturnDocument: ({ refusal }: { refusal: unknown }) => (asked.push(refusal), { outcome: 'RETURNED' }),
    });
    expect(asked).toEqual(['corrupt']);
  });

  it('ends without a word when the document went another way', async () => {
    const { path, status } = await walk({ PassToClean: () => ({ outcome: 'ENDED' }) });
    expect([status, path.at(-1)]).toEqual(['SUCCEEDED', 'Ended']);
    expect(path).not.toContain('InspectFile');
  });

  it('asks Analyze Lending once, looks until it answers, and judges again for good', async () => {
    let polls = 0;
    const analyzed: boolean[] = [];
    const machine = await walk({
      ReconcileDocument: (args: { analyzed: boolean }) => {
        analyzed.push(args.analyzed);
        return args.analyzed ? accept : analyze;
      },
      StartLending: ({ pages }: { pages: number[] }) => ({
        jobs: pages.map((page) => ({ page, jobId: 'j' })),
        polls: 0,
      }),
      CollectLending: ({ jobs }: { jobs: { page: number; jobId: string }[] }) => {
        polls += 1;
        return { outcome: polls < 3 ? 'PENDING' : 'DONE', jobs, polls };
      },
    });
    await machine.advance(60_000);
    expect(machine.status).toBe('SUCCEEDED');
    expect([polls, analyzed]).toEqual([3, [false, true]]);
  });

  it('judges without Analyze Lending when that cannot be asked', async () => {
    const analyzed: boolean[] = [];
    const machine = await walk({
      ReconcileDocument: (args: { analyzed: boolean }) => {
        analyzed.push(args.analyzed);
        return args.analyzed ? review : analyze;
      },
      StartLending: failing,
      AwaitReview: () => pending,
    });
    expect(analyzed).toEqual([false, true]);
    expect(machine.openTokens.map(({ state }) => state)).toEqual(['AwaitReview']);
  });

  it.each([
    ['accept', 'AcceptDocument'],
    ['return', 'ReturnDocument'],
  ])('goes on as a person decides: %s', async (decision, step) => {
    const machine = await walk({
      ReconcileDocument: () => ({ outcome: 'REVIEW' }),
      AwaitReview: () => pending,
    });
    expect(machine.status).toBe('RUNNING');
    await machine.succeed('AwaitReview', { decision });
    expect(machine.status).toBe('SUCCEEDED');
    expect(machine.path).toContain(step);
  });

  it('escalates a review that nobody makes, again after every day, and still takes it', async () => {
    const escalated: boolean[] = [];
    const note: TaskScript = (args: { escalated: boolean }) => (escalated.push(args.escalated), pending);
    const machine = await walk({
      ReconcileDocument: () => ({ outcome: 'REVIEW' }),
      AwaitReview: note,
      EscalateReview: note,
    });
    await machine.advance(dayMs + 1000);
    await machine.advance(dayMs + 1000);
    expect(escalated).toEqual([false, true, true]);
    await machine.succeed('EscalateReview', { decision: 'accept' });
    expect(machine.status).toBe('SUCCEEDED');
  });

  it.each(['ReadRange', 'ReconcileDocument'])(
    'hands the file to a person when %s cannot be done: an outage decides nothing',
    async (state) => {
      const machine = await walk({
        InspectFile: () => ({ outcome: 'READABLE', ranges: [{ pages: [1] }] }),
        AwaitReview: () => pending,
        [state]: failing,
      });
      expect(machine.openTokens.map((open) => open.state)).toEqual(['AwaitReview']);
    },
  );

  it('tries again what gave no answer', async () => {
    let calls = 0;
    const machine = await walk({
      PassToClean: () => {
        calls += 1;
        if (calls < 3) throw unavailable();
        return { outcome: 'PASSED' };
      },
    });
    await machine.advance(60_000);
    expect([calls, machine.status]).toEqual([3, 'SUCCEEDED']);
  });

  it.each(['Sandbox.Timedout', 'Runtime.ExitError'])(
    'sends back a file that ends the process that looks at it: %s',
    async (name) => {
      const seen: Json[] = [];
      const intake = await walk({
        InspectFile: () => {
          throw Object.assign(new Error('the process ended'), { name });
        },
        ReturnDocument: (args) => (seen.push(args), { outcome: 'RETURNED' }),
      });
      await intake.advance(10_000);
      expect(intake.status).toBe('SUCCEEDED');
      expect(intake.path.filter((state) => state === 'InspectFile')).toHaveLength(1);
      expect(seen).toMatchObject([{ refusal: 'too-complex' }]);
    },
  );

  it.each(['PassToClean', 'InspectFile', 'AcceptDocument'])('fails loudly on a bug in %s', async (state) => {
    const machine = await walk({ [state]: failing });
    expect([machine.status, machine.error]).toEqual(['FAILED', 'IntakeFailed']);
  });
});
