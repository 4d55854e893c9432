import { setTimeout as delay } from 'node:timers/promises';
import { DomainError, unavailable } from '../../shared/errors.ts';
import { TransactionContended } from '../../shared/storage.ts';

const attempts = 8;

/**
 * Reads and decides again when another change of the loan came in between, or met ours on the way. A loan that never
 * rests is `Unavailable`: the caller's own retry, its queue's or its workflow's, goes on later.
 */
export async function againWhileLoanMoves<T>(
  decide: () => Promise<T>,
  pause: (ms: number) => Promise<unknown> = delay,
): Promise<T> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      return await decide();
    } catch (error) {
      if (!isMovement(error)) throw error;
      await pause(Math.random() * 10 * 2 ** attempt);
    }
  }
  throw unavailable('Unavailable', 'the loan changes faster than it can be decided on');
}

const isMovement = (error: unknown): boolean =>
  error instanceof TransactionContended || (error instanceof DomainError && error.code === 'LoanChanged');
