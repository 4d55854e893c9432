import { conflict, invalid } from '../../lambdas/shared/errors.ts';
import {
  holds,
  type Item,
  type Page,
  type Storage,
  type TableName,
  type Write,
} from '../../lambdas/shared/storage.ts';
import type { Key } from '../../lambdas/shared/table.ts';

/** DynamoDB's behaviour behind the storage port, in memory; passes the same contract suite as the real one. */
export interface MemoryStorage extends Storage {
  all(table?: TableName): Item[];
}

const idOf = ({ pk, sk }: Key): string => `${pk}\u0000${sk}`;
const byKey = (name: string) => (a: Item, b: Item) =>
  compare(String(a[name]), String(b[name])) || compare(idOf(a), idOf(b));
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export function memoryStorage(): MemoryStorage {
  const tables: Record<TableName, Map<string, Item>> = { entities: new Map(), ledger: new Map() };
  const tableOf = (name: TableName | undefined) => tables[name ?? 'entities'];
  const keyOf = (write: Write): Key => (write.kind === 'put' ? write.item : write.key);
  const existing = (write: Write) => tableOf(write.table).get(idOf(keyOf(write)));

  function check(write: Write): void {
    const item = existing(write);
    if (holds(write.when, item)) return;
    throw (
      write.otherwise?.(item && structuredClone(item)) ??
      conflict('ConditionFailed', 'the item is not as the write expected', { write: write.kind })
    );
  }

  function apply(write: Write): void {
    const table = tableOf(write.table);
    const id = idOf(keyOf(write));
    if (write.kind === 'put') table.set(id, stripped(write.item));
    if (write.kind === 'delete') table.delete(id);
    if (write.kind === 'update') table.set(id, updated(write, table.get(id)));
  }

  function page(
    items: Item[],
    { sk, partition }: { sk: string; partition: string },
    { limit, cursor, descending }: { limit?: number; cursor?: string; descending?: boolean },
  ): Page<Item> {
    const sorted = items.toSorted(byKey(sk));
    if (descending) sorted.reverse();
    const after = cursor === undefined ? undefined : decodeCursor(cursor, partition);
    const left = after
      ? sorted.filter((item) => (descending ? byKey(sk)(item, after) < 0 : byKey(sk)(item, after) > 0))
      : sorted;
    const shown = left.slice(0, limit);
    const last = shown.at(-1);
    const more = last !== undefined && limit !== undefined && shown.length === limit;
    return { items: structuredClone(shown), ...(more ? { next: encodeCursor(last, sk, partition) } : {}) };
  }

  return {
    all: (table) => structuredClone([...tableOf(table).values()]),
    async get(key, table) {
      const item = tableOf(table).get(idOf(key));
      return item && structuredClone(item);
    },
    async query(pk, { prefix, from, to, table, ...options } = {}) {
      return page(
        [...tableOf(table).values()].filter(
          (item) => item.pk === pk && within(item.sk, { prefix, from, to }),
        ),
        { sk: 'sk', partition: pk },
        options,
      );
    },
    async queryIndex({ table, index, pk, prefix, from, to, ...options }) {
      const items = [...tableOf(table).values()].filter(
        (item) => item[`${index}pk`] === pk && typeof item[`${index}sk`] === 'string',
      );
      return page(
        items.filter((item) => within(String(item[`${index}sk`]), { prefix, from, to })),
        { sk: `${index}sk`, partition: `${index} ${pk}` },
        options,
      );
    },
    async write(write) {
      if (write.kind === 'check') throw new Error('a check stands only in a transaction');
      check(write);
      apply(write);
    },
    async transact(writes) {
      if (writes.length > 100) throw new Error('a transaction holds at most 100 writes');
      if (
        new Set(writes.map((write) => `${write.table ?? 'entities'}${idOf(keyOf(write))}`)).size !==
        writes.length
      ) {
        throw new Error('a transaction may touch an item once');
      }
      for (const write of writes) check(write);
      for (const write of writes) apply(write);
    },
  };
}

/** Where a page ended, as DynamoDB's own cursor says it: by keys, so that it holds when the item itself is gone. */
const encodeCursor = (item: Item, sk: string, partition: string): string =>
  Buffer.from(JSON.stringify({ partition, after: { pk: item.pk, sk: item.sk, [sk]: item[sk] } })).toString(
    'base64url',
  );

function decodeCursor(cursor: string, partition: string): Item {
  try {
    const said = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as {
      partition: string;
      after: Item;
    };
    if (said.partition === partition && typeof said.after.pk === 'string') return said.after;
  } catch {
    // falls through to the one answer below
  }
  throw invalid('InvalidCursor', 'the cursor is not one this API gave');
}

function within(
  sk: string,
  { prefix, from, to }: { prefix?: string | undefined; from?: string | undefined; to?: string | undefined },
): boolean {
  return sk.startsWith(prefix ?? '') && sk >= (from ?? '') && (to === undefined || sk <= to);
}

/** What the marshaller does: undefined members vanish, at every depth. */
const stripped = (item: Item): Item => JSON.parse(JSON.stringify(item)) as Item;

function updated(write: Extract<Write, { kind: 'update' }>, old: Item | undefined): Item {
  const item: Item = { ...old, ...write.key };
  for (const [name, value] of Object.entries(write.set ?? {})) if (value !== undefined) item[name] = value;
  for (const [name, value] of Object.entries(write.add ?? {}))
    item[name] = (typeof item[name] === 'number' ? item[name] : 0) + value;
  for (const name of write.remove ?? []) delete item[name];
  return stripped(item);
}
