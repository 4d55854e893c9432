import { DomainError } from '../../shared/errors.ts';

const attempts = 6;

/** Reads and decides again when another change of the loan came in between; the last `LoanChanged` stands. */
export async function againWhileLoanMoves<T>(decide: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await decide();
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'LoanChanged') || attempt === attempts)
        throw error;
    }
  }
}
