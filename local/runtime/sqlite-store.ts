import { DatabaseSync } from 'node:sqlite';
import type { Store } from '../services/service.ts';

export interface SqliteStore extends Store {
  close(): void;
}

/**
 * A `Store` in one SQLite file (WAL): what `put` returned from survives the end of the process by any signal.
 * Throws when the file is not a store of ours.
 */
export function sqliteStore(path: string): SqliteStore {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000');
  database.exec(
    'CREATE TABLE IF NOT EXISTS entries (collection TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (collection, key)) WITHOUT ROWID',
  );
  const select = database.prepare('SELECT value FROM entries WHERE collection = ? AND key = ?');
  const upsert = database.prepare(
    'INSERT INTO entries VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const remove = database.prepare('DELETE FROM entries WHERE collection = ? AND key = ?');
  const page = database.prepare(
    'SELECT key, value FROM entries WHERE collection = ? AND key >= ? AND (? IS NULL OR key > ?) AND substr(key, 1, length(?)) = ? ORDER BY key LIMIT ?',
  );
  const pageBefore = database.prepare(
    'SELECT key, value FROM entries WHERE collection = ? AND key >= ? AND key < ? AND (? IS NULL OR key > ?) ORDER BY key LIMIT ?',
  );
  let depth = 0;

  return {
    get: <T>(collection: string, key: string) => {
      const row = select.get(collection, key);
      return row === undefined ? undefined : (JSON.parse(String(row['value'])) as T);
    },
    put: (collection, key, value) => {
      upsert.run(collection, key, JSON.stringify(value));
    },
    delete: (collection, key) => {
      remove.run(collection, key);
    },
    list: <T>(collection: string, options: { prefix?: string; after?: string; limit?: number } = {}) => {
      const { prefix = '', after = null, limit = -1 } = options;
      const end = successorOf(prefix);
      const rows =
        end === undefined
          ? page.all(collection, prefix, after, after, prefix, prefix, limit)
          : pageBefore.all(collection, prefix, end, after, after, limit);
      return rows.map((row): [string, T] => [String(row['key']), JSON.parse(String(row['value'])) as T]);
    },
    transaction: (work) => {
      if (depth > 0) return work();
      database.exec('BEGIN IMMEDIATE');
      depth += 1;
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      } finally {
        depth -= 1;
      }
    },
    close: () => database.close(),
  };
}

/** The smallest text above every text with this ASCII prefix, so that a prefix becomes a range of the index. */
function successorOf(prefix: string): string | undefined {
  const last = prefix.charCodeAt(prefix.length - 1);
  return last < 0x7e ? prefix.slice(0, -1) + String.fromCharCode(last + 1) : undefined;
}
