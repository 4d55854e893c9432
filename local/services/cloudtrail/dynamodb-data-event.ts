import type { Json } from '../service.ts';
import type { DataEvent } from './data-event.ts';

type Item = { [name: string]: Json };

export interface DynamoAccess {
  /** e.g. `PutItem` */
  action: string;
  /** The request's JSON as received. */
  input: Json;
  /** Key attribute names of a table, hash first; empty when it is not known. */
  keyAttributes(tableName: string): string[];
  account: string;
  region: string;
  by: { principalArn: string; accessKeyId: string } | { invokedBy: string };
  userAgent: string;
  requestId: string;
  failure?: { code: string; message: string };
}

const READS = new Set(['GetItem', 'Query', 'Scan', 'BatchGetItem', 'TransactGetItems']);
const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);

/**
 * The data event of a DynamoDB item call, or none for any other call. Key values appear in clear and nothing else of an
 * item does, as in CloudTrail (DynamoDB Developer Guide, "Understanding DynamoDB log file entries").
 */
export function dynamoDataEvent(access: DynamoAccess): DataEvent | undefined {
  const readOnly = READS.has(access.action);
  if (!readOnly && !WRITES.has(access.action)) return undefined;
  const touched = touchedItems(access);
  const tables = [...new Set(touched.map(({ tableName }) => tableName))];
  const [first] = touched;
  if (first === undefined) return undefined;
  const single = !/^(Batch|Transact)/.test(access.action);
  return {
    eventSource: 'dynamodb.amazonaws.com',
    eventName: access.action,
    requestParameters: single
      ? {
          tableName: first.tableName,
          ...(first.key === undefined ? {} : { key: first.key }),
          ...(first.indexName === undefined ? {} : { indexName: first.indexName }),
        }
      : {
          [access.action.startsWith('Batch') ? 'requestItems' : 'transactItems']: touched.map(
            ({ operation, tableName, key }) => ({
              ...(operation === undefined ? {} : { operation }),
              tableName,
              key: key ?? {},
            }),
          ),
        },
    resources: tables.map((name) => ({
      type: 'AWS::DynamoDB::Table',
      ARN: `arn:aws:dynamodb:${access.region}:${access.account}:table/${name}`,
    })),
    readOnly,
    ...access.by,
    sourceIPAddress: 'invokedBy' in access.by ? access.by.invokedBy : '127.0.0.1',
    userAgent: access.userAgent,
    requestId: access.requestId,
    ...(access.failure === undefined
      ? {}
      : { errorCode: access.failure.code, errorMessage: access.failure.message }),
  };
}

interface Touched {
  operation?: string;
  tableName: string;
  indexName?: string;
  key?: Item;
}

function touchedItems(access: DynamoAccess): Touched[] {
  const input = objectOf(access.input);
  const one = (request: Item, operation?: string): Touched[] => {
    const tableName = nameOf(request['TableName']);
    if (tableName === undefined) return [];
    const source = request['Key'] ?? request['Item'];
    const key = source === undefined ? undefined : keyOf(objectOf(source), access.keyAttributes(tableName));
    const index = request['IndexName'];
    return [
      {
        tableName,
        ...(operation === undefined ? {} : { operation }),
        ...(key === undefined ? {} : { key }),
        ...(typeof index === 'string' ? { indexName: index } : {}),
      },
    ];
  };
  if (access.action.startsWith('Transact'))
    return arrayOf(input['TransactItems']).flatMap((entry) =>
      Object.entries(objectOf(entry)).flatMap(([operation, request]) => one(objectOf(request), operation)),
    );
  if (access.action === 'BatchGetItem')
    return Object.entries(objectOf(input['RequestItems'])).flatMap(([TableName, request]) =>
      arrayOf(objectOf(request)['Keys']).flatMap((Key) => one({ TableName, Key })),
    );
  if (access.action === 'BatchWriteItem')
    return Object.entries(objectOf(input['RequestItems'])).flatMap(([TableName, requests]) =>
      arrayOf(requests).flatMap((entry) =>
        Object.entries(objectOf(entry)).flatMap(([operation, request]) =>
          one({ TableName, ...objectOf(request) }, operation),
        ),
      ),
    );
  return one(input);
}

/** Only the key's attributes, as plain values. */
function keyOf(attributes: Item, names: readonly string[]): Item {
  const key: Item = {};
  for (const name of names) {
    const value = attributes[name];
    if (value !== undefined) key[name] = Object.values(objectOf(value))[0] ?? null;
  }
  return key;
}

/** A table may be named by its ARN. */
function nameOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value.slice(value.lastIndexOf('/') + 1) : undefined;
}

function objectOf(value: Json | undefined): Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function arrayOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
