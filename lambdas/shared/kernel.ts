import type * as z from 'zod';
import { type Clock, systemClock } from './clock.ts';
import { dynamoStorage } from './dynamo-storage.ts';
import type { KernelEnv } from './env.ts';
import { type Ids, ulidIds } from './ids.ts';
import { kmsMacs, type Macs } from './pii.ts';
import type { Storage } from './storage.ts';
import { type Commit, commitTo } from './transaction.ts';

/** What nearly every story needs; tests hand in `test/support/fake-kernel.ts`. */
export interface Kernel {
  storage: Storage;
  commit: Commit;
  macs: Macs;
  ids: Ids;
  clock: Clock;
}

export function wireKernel(env: z.output<typeof KernelEnv>): Kernel {
  const clock = systemClock;
  const ids = ulidIds(clock);
  const storage = dynamoStorage({ entities: env.ENTITIES_TABLE, ledger: env.LEDGER_TABLE });
  return { storage, commit: commitTo(storage, ids, clock), macs: kmsMacs(env.MAC_KEY_ID), ids, clock };
}
