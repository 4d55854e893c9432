import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { expressionOf } from './dynamo-expression.ts';
import { conflict, invalid, unavailable } from './errors.ts';
import {
  type Item,
  type Page,
  type Storage,
  type TableName,
  TransactionContended,
  type Write,
} from './storage.ts';
import type { Key } from './table.ts';

type TransactItem = NonNullable<
  NonNullable<ConstructorParameters<typeof TransactWriteCommand>[0]['TransactItems']>[number]
>;

/** DynamoDB behind the storage port. Nothing above it sees an SDK exception. */
export function dynamoStorage(
  tables: Record<TableName, string>,
  client = new DynamoDBClient({ maxAttempts: 4 }),
): Storage {
  const db = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

  async function queryPages(
    input: QueryCommandInput,
    limit: number | undefined,
    cursor: string | undefined,
  ): Promise<Page<Item>> {
    const items: Item[] = [];
    let start = cursor === undefined ? undefined : decodeCursor(cursor, input);
    const wanted = limit ?? Number.POSITIVE_INFINITY;
    for (;;) {
      const left = limit === undefined ? undefined : limit - items.length;
      const command = new QueryCommand({ ...input, Limit: left, ExclusiveStartKey: start });
      const reply = await translated(() => db.send(command)).catch((error: unknown) => {
        throw cursor !== undefined && isInvalidInput(error) ? invalidCursor() : error;
      });
      items.push(...((reply.Items ?? []) as Item[]));
      start = reply.LastEvaluatedKey;
      if (!start) return { items };
      if (items.length >= wanted) return { items, next: encodeCursor(start) };
    }
  }

  return {
    async get(key, table = 'entities') {
      const reply = await translated(() =>
        db.send(new GetCommand({ TableName: tables[table], Key: keyOnly(key), ConsistentRead: true })),
      );
      return reply.Item as Item | undefined;
    },

    query(pk, { prefix, from, to, limit, cursor, descending, table = 'entities' } = {}) {
      const range = rangeOf('sk', { prefix, from, to });
      const input: QueryCommandInput = {
        TableName: tables[table],
        ConsistentRead: true,
        KeyConditionExpression: `pk = :pk${range.text}`,
        ExpressionAttributeValues: { ':pk': pk, ...range.values },
        ScanIndexForward: !descending,
      };
      return queryPages(input, limit, cursor);
    },

    queryIndex({ table = 'entities', index, pk, prefix, from, to, limit, cursor, descending }) {
      const range = rangeOf(`${index}sk`, { prefix, from, to });
      const input: QueryCommandInput = {
        TableName: tables[table],
        IndexName: index,
        KeyConditionExpression: `${index}pk = :pk${range.text}`,
        ExpressionAttributeValues: { ':pk': pk, ...range.values },
        ScanIndexForward: !descending,
      };
      return queryPages(input, limit, cursor);
    },

    async write(write) {
      try {
        await translated(() => send(db, tables, write));
      } catch (error) {
        if (error instanceof TransactionContended)
          throw unavailable('Unavailable', 'a transaction holds the item', { write: write.kind });
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        throw refusal(write, error.Item ? (unmarshall(error.Item) as Item) : undefined);
      }
    },

    async transact(writes) {
      if (writes.length > 100) throw new Error('a transaction holds at most 100 writes');
      try {
        await translated(() =>
          db.send(
            new TransactWriteCommand({ TransactItems: writes.map((write) => transactItem(tables, write)) }),
          ),
        );
      } catch (error) {
        if (error instanceof TransactionCanceledException) throw cancelled(writes, error);
        throw error;
      }
    },
  };
}

function send(db: DynamoDBDocumentClient, tables: Record<TableName, string>, write: Write): Promise<unknown> {
  const { names, values, condition, update } = expressionOf(write);
  const common = {
    TableName: tables[write.table ?? 'entities'],
    ConditionExpression: condition,
    ExpressionAttributeNames: nonEmpty(names),
    ExpressionAttributeValues: nonEmpty(values),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
  if (write.kind === 'put') return db.send(new PutCommand({ ...common, Item: write.item }));
  if (write.kind === 'update')
    return db.send(new UpdateCommand({ ...common, Key: keyOnly(write.key), UpdateExpression: update }));
  if (write.kind === 'delete') return db.send(new DeleteCommand({ ...common, Key: keyOnly(write.key) }));
  throw new Error('a check stands only in a transaction');
}

function transactItem(tables: Record<TableName, string>, write: Write): TransactItem {
  const { names, values, condition, update } = expressionOf(write);
  const common = {
    TableName: tables[write.table ?? 'entities'],
    ExpressionAttributeNames: nonEmpty(names),
    ExpressionAttributeValues: nonEmpty(values),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
  switch (write.kind) {
    case 'put':
      return { Put: { ...common, ConditionExpression: condition, Item: write.item } };
    case 'update':
      return {
        Update: {
          ...common,
          ConditionExpression: condition,
          Key: keyOnly(write.key),
          UpdateExpression: update,
        },
      };
    case 'delete':
      return { Delete: { ...common, ConditionExpression: condition, Key: keyOnly(write.key) } };
    case 'check':
      return { ConditionCheck: { ...common, ConditionExpression: condition, Key: keyOnly(write.key) } };
  }
}

/** A whole item serves as a key too; DynamoDB takes nothing beside the key's own parts. */
const keyOnly = ({ pk, sk }: Key): Key => ({ pk, sk });

const nonEmpty = <T extends object>(record: T): T | undefined =>
  Object.keys(record).length > 0 ? record : undefined;

/** A broken condition wins over contention: asking again cannot mend it. */
function cancelled(writes: readonly Write[], error: TransactionCanceledException): Error {
  const reasons = error.CancellationReasons ?? [];
  const failed = reasons.findIndex((reason) => reason.Code === 'ConditionalCheckFailed');
  const write = writes[failed];
  if (write) {
    const item = reasons[failed]?.Item;
    return refusal(write, item ? (unmarshall(item) as Item) : undefined);
  }
  const codes = reasons.map((reason) => reason.Code ?? 'None').filter((code) => code !== 'None');
  if (codes.includes('TransactionConflict')) return new TransactionContended('transactions met on one item');
  return unavailable('Unavailable', 'the table could not take the transaction', { codes });
}

function refusal(write: Write, existing: Item | undefined): Error {
  return (
    write.otherwise?.(existing) ??
    conflict('ConditionFailed', 'the item is not as the write expected', { write: write.kind })
  );
}

const busyNames = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'InternalServerError',
  'TransactionInProgressException',
  'TimeoutError',
]);

/** Node's own, such as ECONNREFUSED; the SDK's exceptions may carry a `code` too, which means something else. */
const isConnectionError = (error: Error): boolean =>
  'code' in error && typeof error.code === 'string' && /^(E[A-Z_]+|UND_ERR_\w+)$/.test(error.code);

async function translated<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'TransactionConflictException')
      throw new TransactionContended('transactions met on one item');
    const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 0;
    if (busyNames.has(error.name) || status >= 500 || isConnectionError(error)) {
      throw unavailable('Unavailable', 'the table did not answer', { cause: error.name }, error);
    }
    throw error;
  }
}

function rangeOf(sk: string, { prefix, from, to }: { prefix?: string; from?: string; to?: string }) {
  if (prefix !== undefined)
    return { text: ` AND begins_with(${sk}, :prefix)`, values: { ':prefix': prefix } };
  if (from !== undefined && to !== undefined)
    return { text: ` AND ${sk} BETWEEN :from AND :to`, values: { ':from': from, ':to': to } };
  if (from !== undefined) return { text: ` AND ${sk} >= :from`, values: { ':from': from } };
  if (to !== undefined) return { text: ` AND ${sk} <= :to`, values: { ':to': to } };
  return { text: '', values: {} };
}

const encodeCursor = (key: Record<string, unknown>): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** A cursor holds the keys of the last item shown: it must name exactly the keys of this query, within its partition. */
function decodeCursor(
  cursor: string,
  { IndexName, ExpressionAttributeValues }: QueryCommandInput,
): Record<string, string> {
  const names = IndexName === undefined ? ['pk', 'sk'] : ['pk', 'sk', `${IndexName}pk`, `${IndexName}sk`];
  const key = parsedCursor(cursor);
  const partition = ExpressionAttributeValues?.[':pk'] as unknown;
  if (
    Object.keys(key).length !== names.length ||
    !names.every((name) => typeof key[name] === 'string' && key[name] !== '') ||
    key[IndexName === undefined ? 'pk' : `${IndexName}pk`] !== partition
  )
    throw invalidCursor();
  return key as Record<string, string>;
}

function parsedCursor(cursor: string): Record<string, unknown> {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (key !== null && typeof key === 'object') return { ...key };
  } catch {
    // falls through to the one answer below
  }
  throw invalidCursor();
}

const isInvalidInput = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ValidationException';

const invalidCursor = () =>
  invalid('InvalidCursor', 'the cursor is not one this API gave', {}, [
    { field: 'cursor', rule: 'must be the `next` of an earlier page' },
  ]);
