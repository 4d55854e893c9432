import { jsonText } from '../../runtime/json-text.ts';
import type { RecordStream } from '../lambda/stream-source.ts';
import type { EngineContext, HttpRequest, HttpResponse, Json, LocalService } from '../service.ts';
import { AwsError } from '../service.ts';
import { dynamoClient } from './dynamo-client.ts';
import type { DynamoBackend } from './dynoxide-process.ts';
import { indexStreamRecords } from './stream-indexes.ts';
import { followTemplate } from './follow-template.ts';
import { tableConfig, type TableConfig } from './table-config.ts';
import { tableStream, writeSignal } from './table-stream.ts';
import { expiredItems, timeToLive } from './time-to-live.ts';

export interface CapacityUse {
  operation: string;
  table: string;
  units: number;
  isWrite: boolean;
}

export interface DynamoDbService extends LocalService {
  call(action: string, input: Json): Promise<Json>;
  /** Creates the tables that were provisioned and are not there yet, then indexes the engine's stream table. Before traffic. */
  prepare(): Promise<void>;
  streamOf(tableName: string): RecordStream;
  /** Deletes what expired, now; returns how many items. */
  sweep(): Promise<number>;
  /** To be told whenever the local clock was moved. */
  clockMoved(): void;
}

export interface DynamoDbParts {
  backend: DynamoBackend;
  /** Given to the caller's meter after each call, by the request that caused it. */
  onCapacity: (use: CapacityUse, request: HttpRequest | undefined) => void;
}

const API = 'DynamoDB_20120810';
const writes = new Set([
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'BatchWriteItem',
  'TransactWriteItems',
  'ExecuteStatement',
  'ExecuteTransaction',
]);
/** Operations that take `ReturnConsumedCapacity`. */
const metered = new Set([...writes, 'GetItem', 'BatchGetItem', 'TransactGetItems', 'Query', 'Scan']);

/** A proxy before a DynamoDB engine of others: provisions, meters, tells streams of writes, sweeps what expired. */
export function createDynamoDbService(context: EngineContext, parts: DynamoDbParts): DynamoDbService {
  const client = dynamoClient(parts.backend.endpoint);
  const tables = new Map<string, TableConfig>();
  const signal = writeSignal();
  const expired = expiredItems(context.store);
  const ttl = timeToLive(() => [...tables.values()], client, {
    clock: context.clock,
    scheduler: context.scheduler,
    expired,
    onDeleted: (table) => signal.written(table),
  });

  async function forward(
    target: string,
    text: string,
    request: HttpRequest | undefined,
  ): Promise<HttpResponse & { text: string }> {
    const operation = target.split('.').at(-1) ?? '';
    if (!metered.has(operation)) {
      const reply = await client.send(target, text);
      const renamed = reply.text.replaceAll(
        'arn:aws:dynamodb:dynoxide:',
        `arn:aws:dynamodb:${context.region}:`,
      );
      return { ...reply, text: renamed, body: renamed };
    }
    const input = parsed(text);
    const asked = input['ReturnConsumedCapacity'];
    const wants = asked === 'TOTAL' || asked === 'INDEXES';
    const reply = await client.send(
      target,
      wants ? text : JSON.stringify({ ...input, ReturnConsumedCapacity: 'TOTAL' }),
    );
    if (reply.status >= 300) return reply;
    const output = JSON.parse(reply.text) as { [key: string]: Json };
    const isWrite = writes.has(operation);
    for (const { table, units } of capacities(output['ConsumedCapacity'])) {
      parts.onCapacity({ operation, table, units, isWrite }, request);
      if (isWrite) signal.written(table);
    }
    if (wants) return reply;
    delete output['ConsumedCapacity'];
    const body = JSON.stringify(output);
    return { ...reply, text: body, body };
  }

  async function create(table: TableConfig): Promise<void> {
    try {
      await client.call(`${API}.CreateTable`, table.create);
    } catch (error) {
      if (!(error instanceof AwsError) || error.code !== 'ResourceInUseException') throw error;
      await followTemplate(client, table);
    }
    if (table.ttlAttribute === undefined) return;
    const TimeToLiveSpecification = { Enabled: true, AttributeName: table.ttlAttribute };
    await client
      .call(`${API}.UpdateTimeToLive`, { TableName: table.name, TimeToLiveSpecification })
      .catch((error: unknown) => {
        // Enabling what is enabled is a ValidationException; a restart does it every time.
        if (!(error instanceof AwsError) || error.code !== 'ValidationException') throw error;
      });
  }

  return {
    name: 'dynamodb',
    types: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
    provision: (resource) => void tables.set(resource.ref, tableConfig(resource)),
    prepare: async () => {
      for (const table of tables.values()) await create(table);
      if (parts.backend.databasePath !== undefined) indexStreamRecords(parts.backend.databasePath);
    },
    handle: async (request) => {
      const target = request.headers['x-amz-target'] ?? '';
      return await forward(target, Buffer.from(request.body).toString('utf8'), request);
    },
    call: async (action, input) => {
      const reply = await forward(`${API}.${action}`, JSON.stringify(input), undefined);
      const output = JSON.parse(reply.text === '' ? '{}' : reply.text) as { [key: string]: Json };
      if (reply.status < 300) return output;
      const type = output['__type'];
      throw new AwsError(
        typeof type === 'string' ? (type.split('#').at(-1) ?? type) : 'InternalFailure',
        JSON.stringify(output['message'] ?? ''),
        reply.status,
      );
    },
    streamOf: (tableName) =>
      tableStream(tableName, client, { region: context.region, clock: context.clock, expired, signal }),
    sweep: async () => await ttl.sweep(),
    clockMoved: () => ttl.clockMoved(),
    start: () => ttl.start(),
    stop: async () => {
      ttl.stop();
      client.close();
    },
  };
}

function parsed(text: string): { [key: string]: Json } {
  try {
    return JSON.parse(text) as { [key: string]: Json };
  } catch {
    return {};
  }
}

function capacities(value: Json | undefined): { table: string; units: number }[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((entry) => {
    if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) return [];
    return [{ table: jsonText(entry['TableName']), units: Number(entry['CapacityUnits']) }];
  });
}
