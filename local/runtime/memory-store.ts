import type { Store } from '../services/service.ts';

/** A `Store` that lives as long as the process; values are copied in and out as JSON, exactly as the durable one does. */
export function memoryStore(): Store {
  const collections = new Map<string, Map<string, string>>();
  /** While a transaction runs: how to undo each write, newest last. */
  let undo: (() => void)[] | undefined;

  function collectionOf(name: string): Map<string, string> {
    const found = collections.get(name) ?? new Map<string, string>();
    collections.set(name, found);
    return found;
  }

  function remember(entries: Map<string, string>, key: string): void {
    const before = entries.get(key);
    undo?.push(() => {
      if (before === undefined) entries.delete(key);
      else entries.set(key, before);
    });
  }

  return {
    get: <T>(collection: string, key: string) => {
      const text = collections.get(collection)?.get(key);
      return text === undefined ? undefined : (JSON.parse(text) as T);
    },
    put: (collection, key, value) => {
      const entries = collectionOf(collection);
      remember(entries, key);
      entries.set(key, JSON.stringify(value));
    },
    delete: (collection, key) => {
      const entries = collectionOf(collection);
      remember(entries, key);
      entries.delete(key);
    },
    list: <T>(collection: string, options: { prefix?: string; after?: string; limit?: number } = {}) => {
      const { prefix = '', after, limit } = options;
      return [...(collections.get(collection) ?? [])]
        .filter(([key]) => key.startsWith(prefix) && (after === undefined || byteOrder(key, after) > 0))
        .sort(([left], [right]) => byteOrder(left, right))
        .slice(0, limit)
        .map(([key, text]): [string, T] => [key, JSON.parse(text) as T]);
    },
    transaction: (work) => {
      if (undo !== undefined) return work();
      undo = [];
      try {
        return work();
      } catch (error) {
        for (const step of undo.reverse()) step();
        throw error;
      } finally {
        undo = undefined;
      }
    },
  };
}

/** The order SQLite gives to text: by UTF-8 bytes, which differs from JavaScript's own order above U+FFFF. */
function byteOrder(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
