import { DomainError } from '../../../lambdas/shared/errors.ts';
import type { Item } from '../../../lambdas/shared/storage.ts';

let places = 0;
/** A partition of its own for each case: the tables are shared. */
export const place = (): string => `TEST#${(places += 1)}`;

export class Refused extends Error {
  readonly existing: Item | undefined;
  constructor(existing: Item | undefined) {
    super('refused');
    this.existing = existing;
  }
}
export const otherwise = (existing: Item | undefined) => new Refused(existing);
export const codeOf = (thrown: unknown) => (thrown instanceof DomainError ? thrown.code : thrown);
export const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done' as const,
    (error: unknown) => error,
  );
