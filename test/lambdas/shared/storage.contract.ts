import type { Storage } from '../../../lambdas/shared/storage.ts';
import { storageQueriesContract } from './storage-queries.contract.ts';
import { storageWritesContract } from './storage-writes.contract.ts';

/** What every storage must do: run on the fake and on the real engine. */
export function storageContract(name: string, storageOf: () => Storage): void {
  storageWritesContract(name, storageOf);
  storageQueriesContract(name, storageOf);
}
