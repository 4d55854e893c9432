import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryStore } from '../../../local/runtime/memory-store.ts';
import { sqliteStore } from '../../../local/runtime/sqlite-store.ts';
import type { Store } from '../../../local/services/service.ts';

const folders: string[] = [];
const openStores: { close(): void }[] = [];

function freshSqlite(): Store {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-store-'));
  folders.push(folder);
  const store = sqliteStore(join(folder, 'state.sqlite'));
  openStores.push(store);
  return store;
}

afterEach(() => {
  for (const store of openStores.splice(0)) store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe.each([
  ['memory', memoryStore],
  ['sqlite', freshSqlite],
])('a store in %s', (_, open) => {
  let store: Store;
  beforeEach(() => {
    store = open();
  });

  it('gives back what was put, and nothing for what was not', () => {
    store.put('sqs.queues', 'a', { name: 'a', tags: [1, null] });
    expect(store.get('sqs.queues', 'a')).toEqual({ name: 'a', tags: [1, null] });
    expect(store.get('sqs.queues', 'b')).toBeUndefined();
    expect(store.get('s3.buckets', 'a')).toBeUndefined();
  });

  it('keeps a copy: changing the value later does not change the store', () => {
    const value = { count: 1 };
    store.put('c', 'k', value);
    value.count = 2;
    expect(store.get('c', 'k')).toEqual({ count: 1 });
  });

  it('overwrites and deletes', () => {
    store.put('c', 'k', 1);
    store.put('c', 'k', 2);
    expect(store.get('c', 'k')).toBe(2);
    store.delete('c', 'k');
    store.delete('c', 'never');
    expect(store.list('c')).toEqual([]);
  });

  it('lists in key order with prefix, exclusive start and limit together', () => {
    for (const key of ['b#2', 'a#1', 'b#10', 'b#3', 'c', 'b']) store.put('c', key, key);
    const keys = (options?: Parameters<Store['list']>[1]): string[] =>
      store.list('c', options).map(([key]) => key);
    expect(keys()).toEqual(['a#1', 'b', 'b#10', 'b#2', 'b#3', 'c']);
    expect(keys({ prefix: 'b#' })).toEqual(['b#10', 'b#2', 'b#3']);
    expect(keys({ prefix: 'b#', after: 'b#10' })).toEqual(['b#2', 'b#3']);
    expect(keys({ prefix: 'b#', after: 'b#10', limit: 1 })).toEqual(['b#2']);
    expect(keys({ after: 'zz' })).toEqual([]);
  });

  it('takes prefixes that hold wildcards of SQL literally', () => {
    store.put('c', '%_x', 1);
    store.put('c', 'abx', 2);
    expect(store.list('c', { prefix: '%_' })).toEqual([['%_x', 1]]);
  });

  it('does everything in a transaction or nothing', () => {
    store.put('c', 'kept', 1);
    expect(() =>
      store.transaction(() => {
        store.put('c', 'kept', 2);
        store.put('d', 'new', 1);
        store.delete('c', 'kept');
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(store.get('c', 'kept')).toBe(1);
    expect(store.get('d', 'new')).toBeUndefined();
    expect(store.transaction(() => (store.put('c', 'kept', 3), 'done'))).toBe('done');
    expect(store.get('c', 'kept')).toBe(3);
  });

  it('joins an inner transaction to the outer one', () => {
    expect(() =>
      store.transaction(() => {
        store.transaction(() => store.put('c', 'inner', 1));
        throw new Error('outer fails');
      }),
    ).toThrow('outer fails');
    expect(store.get('c', 'inner')).toBeUndefined();
  });

  it('lists exactly what a sorted map would, for any keys and prefix', () => {
    const key = fc
      .string({ unit: 'binary', maxLength: 4 })
      .filter((text) => !text.includes('\0') && text.isWellFormed());
    let run = 0;
    fc.assert(
      fc.property(fc.uniqueArray(key, { maxLength: 12 }), key, (keys, prefix) => {
        run += 1;
        for (const entry of keys) store.put(`law.${run}`, entry, entry);
        const expected = keys
          .filter((entry) => entry.startsWith(prefix))
          .sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
        expect(store.list(`law.${run}`, { prefix }).map(([entry]) => entry)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  }, 20_000);
});

it('a store in sqlite is found again after the file was reopened', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-store-'));
  folders.push(folder);
  const first = sqliteStore(join(folder, 'state.sqlite'));
  first.put('c', 'k', { a: 1 });
  const second = sqliteStore(join(folder, 'state.sqlite'));
  openStores.push(first, second);
  expect(second.get('c', 'k')).toEqual({ a: 1 });
});
