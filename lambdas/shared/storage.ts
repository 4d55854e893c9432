import type { Key } from './table.ts';

/** Everything the platform keeps is read and written through this port: the real one is DynamoDB, the fake passes the same contract suite. */

export type Scalar = string | number | boolean;
export type Item = Key & Record<string, unknown>;
export type TableName = 'entities' | 'ledger';

/** All stated parts must hold. A structure, not an expression, so that a fake evaluates exactly what DynamoDB does. */
export interface Condition {
  /** The item must (true) or must not (false) exist. */
  exists?: boolean;
  equals?: Readonly<Record<string, Scalar>>;
  oneOf?: Readonly<Record<string, readonly string[]>>;
  attributeAbsent?: readonly string[];
}

export type Write =
  | { kind: 'put'; table?: TableName; item: Item; when?: Condition; otherwise?: Otherwise }
  | {
      kind: 'update';
      table?: TableName;
      key: Key;
      set?: Readonly<Record<string, unknown>>;
      add?: Readonly<Record<string, number>>;
      remove?: readonly string[];
      when?: Condition;
      otherwise?: Otherwise;
    }
  | { kind: 'delete'; table?: TableName; key: Key; when?: Condition; otherwise?: Otherwise }
  | { kind: 'check'; table?: TableName; key: Key; when: Condition; otherwise?: Otherwise };

/** What a failed condition means, given the item as it stands (absent where there is none). */
export type Otherwise = (existing: Item | undefined) => Error;

export interface PageOptions {
  limit?: number;
  /** Opaque; from the previous page's `next`. */
  cursor?: string;
  descending?: boolean;
}

export interface Page<T> {
  items: T[];
  next?: string;
}

export interface IndexQuery extends PageOptions {
  table?: TableName;
  index: 'gsi1' | 'gsi2';
  pk: string;
  prefix?: string;
  /** Inclusive bounds on the sort key; not together with `prefix`. */
  from?: string;
  to?: string;
}

export interface Storage {
  /** Strongly consistent. */
  get(key: Key, table?: TableName): Promise<Item | undefined>;
  /** Strongly consistent, in sort-key order. Without `limit` every item of the collection. */
  query(
    pk: string,
    options?: PageOptions & { prefix?: string; from?: string; to?: string; table?: TableName },
  ): Promise<Page<Item>>;
  /** Eventually consistent: nothing that decides may read it. */
  queryIndex(query: IndexQuery): Promise<Page<Item>>;
  /** One write outside a transaction: caches, read entries, partner state. A failed condition throws `otherwise`. */
  write(write: Write): Promise<void>;
  /**
   * All or nothing, at most 100 writes. A failed condition throws the write's `otherwise`;
   * contention throws `TransactionContended`; throttling `Unavailable`.
   */
  transact(writes: readonly Write[]): Promise<void>;
}

/** Two transactions met on one item; nothing was written and the same call may be made again. */
export class TransactionContended extends Error {
  override readonly name = 'TransactionContended';
}

export function holds(condition: Condition | undefined, item: Item | undefined): boolean {
  if (!condition) return true;
  if (condition.exists !== undefined && condition.exists !== (item !== undefined)) return false;
  if ((condition.attributeAbsent ?? []).some((name) => item?.[name] !== undefined)) return false;
  if (Object.entries(condition.equals ?? {}).some(([name, value]) => item?.[name] !== value)) return false;
  return Object.entries(condition.oneOf ?? {}).every(([name, values]) =>
    values.some((value) => item?.[name] === value),
  );
}
