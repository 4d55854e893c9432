import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { conflict, forbidden, invalid, missing, unavailable } from '../../../lambdas/shared/errors.ts';
import { taskFunction } from '../../../lambdas/shared/task.ts';
import { lambdaContext } from '../../support/api-event.ts';

const task = (
  run: (input: { version: 1; correlationId?: string | undefined }, correlationId: string) => unknown,
) =>
  taskFunction({
    input: z.object({ version: z.literal(1), correlationId: z.string().optional() }),
    output: z.object({ outcome: z.string() }),
    wire: () => ({}),
    run: async (input, _deps, { correlationId }) => run(input, correlationId) as { outcome: string },
  });
const thrown = (promise: Promise<unknown>) =>
  promise.then(
    () => new Error('nothing was thrown'),
    (error: Error) => error,
  );

describe('a workflow step', () => {
  it.each<[string, unknown, string]>([
    ['invalid', invalid('OfficerNotInBranch', 'x'), 'OfficerNotInBranch'],
    ['forbidden', forbidden('Forbidden', 'x'), 'Forbidden'],
    ['missing', missing('LoanNotFound', 'x'), 'LoanNotFound'],
    ['a conflict', conflict('IllegalTransition', 'x'), 'IllegalTransition'],
    ['unavailable by any code', unavailable('EffectInFlight', 'x'), 'Unavailable'],
    ['a bug', new TypeError('x'), 'InternalError'],
    ['a thrown text', 'x', 'InternalError'],
  ])('that ends %s is named for Retry and Catch', async (_what, error, name) => {
    const said = await thrown(
      task(() => {
        throw error;
      })({ version: 1 }, lambdaContext),
    );
    expect(said.name).toBe(name);
  });

  it('carries no trace of what a bug quoted, in any property that the runtime would log', async () => {
    const said = await thrown(
      task(() => {
        throw new Error('900-11-2222');
      })({ version: 1 }, lambdaContext),
    );
    const everything = JSON.stringify(
      Object.getOwnPropertyNames(said).map((name) => String(Reflect.get(said, name))),
    );
    expect(everything).not.toContain('900-11-2222');
    expect(said).not.toHaveProperty('originalError');
    expect(said.cause).toBeUndefined();
  });

  it('refuses an input of another version and an output that is not its own', async () => {
    expect((await thrown(task(() => ({ outcome: 'x' }))({ version: 2 }, lambdaContext))).name).toBe(
      'InvalidRequest',
    );
    expect((await thrown(task(() => ({}))({ version: 1 }, lambdaContext))).name).toBe('InternalError');
  });

  it('strips its output and knows whose request it belongs to', async () => {
    const seen: string[] = [];
    const run = task((_input, correlationId) => {
      seen.push(correlationId);
      return { outcome: 'DONE', ssn: 'x' };
    });
    expect(await run({ version: 1, correlationId: 'corr-1' }, lambdaContext)).toEqual({ outcome: 'DONE' });
    await run({ version: 1 }, lambdaContext);
    expect(seen).toEqual(['corr-1', 'req-test-0001']);
  });
});
