import { conflict, DomainError } from '../../shared/errors.ts';

const attempts = 6;

/** Another change of the same borrower's income came between reading and writing. */
export const incomeMoved = () => conflict('IncomeChanged', 'the income has changed since it was read');

/** Reads and decides again when another change came in between; the last `IncomeChanged` stands. */
export async function againWhileIncomeMoves<T>(decide: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await decide();
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'IncomeChanged') || attempt === attempts)
        throw error;
    }
  }
}
