import type { Clock, Json, Scheduler, Store, Timer } from '../service.ts';
import type { DynamoClient } from './dynamo-client.ts';
import type { TableConfig } from './table-config.ts';

const EVERY_MS = 600_000;
const EXPIRED = 'dynamodb.expired';
const API = 'DynamoDB_20120810.';

/** Remembers which deletions were made by the sweep, for the stream to mark. */
export interface ExpiredItems {
  add(tableName: string, key: Json): void;
  /** True once for a REMOVE that the sweep made. */
  take(tableName: string, key: Json, eventName: string): boolean;
}

export function expiredItems(store: Store): ExpiredItems {
  const idOf = (tableName: string, key: Json): string =>
    `${tableName}|${JSON.stringify(
      key,
      Object.keys(key ?? {})
        .sort()
        .concat('S', 'N', 'B'),
    )}`;
  return {
    add: (tableName, key) => store.put(EXPIRED, idOf(tableName, key), 1),
    take: (tableName, key, eventName) => {
      if (eventName !== 'REMOVE' || store.get(EXPIRED, idOf(tableName, key)) === undefined) return false;
      store.delete(EXPIRED, idOf(tableName, key));
      return true;
    },
  };
}

export interface TimeToLive {
  start(): void;
  /** Sweeps when a sweep is due on the clock as it now stands: one that was moved back would leave the timer far ahead. */
  clockMoved(): void;
  stop(): void;
  sweep(): Promise<number>;
}

/** Deletes what expired on the local clock, every ten minutes of that clock, as DynamoDB itself does within days. */
export function timeToLive(
  tables: () => TableConfig[],
  client: DynamoClient,
  around: {
    clock: Clock;
    scheduler: Scheduler;
    expired: ExpiredItems;
    onDeleted: (tableName: string) => void;
  },
): TimeToLive {
  let timer: Timer | undefined;
  let lastAt = around.clock.now();
  let isSweeping = false;
  let isStopped = false;

  async function sweepTable(table: TableConfig, attribute: string): Promise<number> {
    const nowSeconds = String(Math.floor(around.clock.now() / 1000));
    let deleted = 0;
    let from: Json | undefined;
    do {
      const page = await client.call(`${API}Scan`, {
        TableName: table.name,
        FilterExpression: 'attribute_type(#ttl, :number) AND #ttl <= :now',
        ExpressionAttributeNames: {
          '#ttl': attribute,
          ...Object.fromEntries(table.keyAttributes.map((name, index) => [`#k${index}`, name])),
        },
        ExpressionAttributeValues: { ':now': { N: nowSeconds }, ':number': { S: 'N' } },
        ProjectionExpression: table.keyAttributes.map((_, index) => `#k${index}`).join(', '),
        ...(from !== undefined && { ExclusiveStartKey: from }),
      });
      for (const key of page['Items'] as Json[]) {
        around.expired.add(table.name, key);
        await client.call(`${API}DeleteItem`, { TableName: table.name, Key: key });
        deleted += 1;
      }
      from = page['LastEvaluatedKey'];
    } while (from !== undefined);
    if (deleted > 0) around.onDeleted(table.name);
    return deleted;
  }

  async function sweep(): Promise<number> {
    let deleted = 0;
    for (const table of tables())
      if (table.ttlAttribute !== undefined) deleted += await sweepTable(table, table.ttlAttribute);
    return deleted;
  }

  /** One sweep after the other, and one timer: a clock that moves during a sweep is looked at when it ends. */
  function arm(): void {
    timer?.cancel();
    const now = around.clock.now();
    if (now < lastAt) lastAt = now;
    timer = around.scheduler.at(Math.max(now, lastAt + EVERY_MS), async () => {
      isSweeping = true;
      try {
        await sweep();
      } finally {
        lastAt = around.clock.now();
        isSweeping = false;
        if (!isStopped) arm();
      }
    });
  }

  return {
    start: () => arm(),
    clockMoved: () => {
      if (!isSweeping) arm();
    },
    stop: () => {
      isStopped = true;
      timer?.cancel();
    },
    sweep,
  };
}
