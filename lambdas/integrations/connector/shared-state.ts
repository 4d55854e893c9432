import * as z from 'zod';
import type { Storage } from '../../shared/storage.ts';
import type { Key } from '../../shared/table.ts';

/** A state as it was read; `version` is what a change of it must still find. */
export interface Seen<T> {
  state: T;
  version: number;
}

/** One small item that every worker of the fleet reads and changes by compare-and-set. */
export interface SharedState<T> {
  read(): Promise<Seen<T>>;
  /** False when another worker changed it since it was read: the caller reads and decides again. */
  swap(seen: Seen<T>, after: T): Promise<boolean>;
}

class Swapped extends Error {
  override readonly name = 'Swapped';
}

const Kept = z.object({ state: z.unknown(), version: z.int() });

export function sharedState<T>(storage: Storage, key: Key, schema: z.ZodType<T>, initial: T): SharedState<T> {
  return {
    async read() {
      const item = await storage.get(key);
      if (!item) return { state: initial, version: 0 };
      const { state, version } = Kept.parse(item);
      return { state: schema.parse(state), version };
    },
    async swap({ version }, after) {
      try {
        await storage.write({
          kind: 'put',
          item: { ...key, schemaVersion: 1, state: after, version: version + 1 },
          when: version === 0 ? { exists: false } : { equals: { version } },
          otherwise: () => new Swapped('changed by another worker'),
        });
        return true;
      } catch (error) {
        if (error instanceof Swapped) return false;
        throw error;
      }
    },
  };
}
