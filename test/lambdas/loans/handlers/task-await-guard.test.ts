import { describe, expect, it } from 'vitest';
import { taskAwaitGuard } from '../../../../lambdas/loans/handlers/task-await-guard.ts';
import type { DomainError } from '../../../../lambdas/shared/errors.ts';
import { TransactionContended } from '../../../../lambdas/shared/storage.ts';
import { complete, loanWorld } from '../loan-world.ts';

const waiting = async (isComplete: boolean) => {
  const world = loanWorld();
  const loanId = await world.open(isComplete ? complete : { ...complete, property: { state: 'CO' } });
  await world.move(loanId, 'take-application');
  const input = {
    ...(await world.input(loanId)),
    transition: 'submit-to-processing' as const,
    token: 'token-1',
  };
  const entry = async () => (await world.file(loanId)).entries.find(({ stage }) => stage === 'APPLICATION');
  return { ...world, loanId, input, entry };
};

describe('a step that waits on a guard', () => {
  it('is stored with what it waits for', async () => {
    const { input, deps, entry, recorded, kernel } = await waiting(false);
    expect(await taskAwaitGuard(input, deps)).toEqual({ stored: true });
    expect((await entry())?.waiting).toEqual({
      token: 'token-1',
      transition: 'submit-to-processing',
      since: kernel.clock.now(),
    });
    expect(recorded.answered).toEqual([]);
  });

  it('is answered at once when the guard holds', async () => {
    const { input, deps, entry, recorded } = await waiting(true);
    expect(await taskAwaitGuard(input, deps)).toEqual({ stored: false });
    expect(recorded.answered).toEqual([{ token: 'token-1', outcome: 'SATISFIED' }]);
    expect((await entry())?.waiting).toBeUndefined();
  });

  it('is answered at once when the loan has left', async () => {
    const { input, deps, move, loanId, recorded } = await waiting(false);
    await move(loanId, 'withdraw');
    await taskAwaitGuard(input, deps);
    expect(recorded.answered).toEqual([{ token: 'token-1', outcome: 'LEFT' }]);
  });

  it('without a guard waits until the loan leaves', async () => {
    const { input, deps, entry } = await waiting(true);
    expect(await taskAwaitGuard({ ...input, transition: undefined }, deps)).toEqual({ stored: true });
    expect((await entry())?.waiting).toMatchObject({ token: 'token-1' });
  });

  it('looks again when the loan changed between the look and the store', async () => {
    const { input, deps, kernel, loanId, place, file, recorded } = await waiting(false);
    const transact = kernel.storage.transact.bind(kernel.storage);
    let isFirst = true;
    const storage = {
      ...kernel.storage,
      transact: async (writes: Parameters<typeof transact>[0]) => {
        if (isFirst) {
          isFirst = false;
          const { loan } = await file(loanId);
          await place(loanId, {
            property: {
              ...loan.property,
              address: { line1: '1', city: 'x', state: 'CO', zip: '80202' },
              valuations: [{ amountCents: 1, kind: 'AVM', source: 'x', asOfOn: '2026-11-21' }],
            },
            version: loan.version + 1,
          });
        }
        return transact(writes);
      },
    };
    expect(await taskAwaitGuard(input, { ...deps, storage })).toEqual({ stored: false });
    expect(recorded.answered).toEqual([{ token: 'token-1', outcome: 'SATISFIED' }]);
  });

  it('tries again when transactions meet, and is Unavailable, which its machine retries, when they always do', async () => {
    const { input, deps, kernel } = await waiting(false);
    let met = 0;
    const meeting = (times: number) => ({
      ...deps,
      storage: {
        ...kernel.storage,
        transact: async (writes: Parameters<typeof kernel.storage.transact>[0]) => {
          met += 1;
          if (met <= times) throw new TransactionContended('met');
          return kernel.storage.transact(writes);
        },
      },
    });
    expect(await taskAwaitGuard(input, meeting(2))).toEqual({ stored: true });
    const said: unknown = await taskAwaitGuard(input, meeting(1000)).catch((error: unknown) => error);
    expect((said as DomainError).kind).toBe('unavailable');
  });
});
