import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  startDynamoBackend,
  type DynamoBackend,
} from '../../../../local/services/dynamodb/dynoxide-process.ts';
import { createDynamoDbService, type DynamoDbService } from '../../../../local/services/dynamodb/shell.ts';
import type { Json, ResolvedResource } from '../../../../local/services/service.ts';
import { engineContext } from '../../../support/engine-context.ts';

let backend: DynamoBackend;
beforeAll(async () => {
  backend = await startDynamoBackend(
    join(mkdtempSync(join(tmpdir(), 'keyturn-dynamo-')), 'dynamodb.sqlite'),
    {},
  );
});
afterAll(async () => await backend.stop());

function table(properties: Record<string, Json>): ResolvedResource {
  return {
    stack: 's',
    logicalId: 'T',
    type: 'AWS::DynamoDB::Table',
    ref: 'growing',
    attributes: { Arn: 'arn:aws:dynamodb:us-east-1:000000000000:table/growing' },
    properties: {
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      ...properties,
    },
  };
}

async function started(properties: Record<string, Json>): Promise<DynamoDbService> {
  const service = createDynamoDbService(engineContext(), { backend, onCapacity: () => undefined });
  service.provision(table(properties));
  await service.prepare();
  return service;
}

const withIndex = {
  AttributeDefinitions: ['pk', 'by'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byOwner',
      KeySchema: [{ AttributeName: 'by', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
};

describe('a table of an earlier start', () => {
  it('gets the index and the stream that the template has now, and keeps its items', async () => {
    const before = await started({});
    await before.call('PutItem', { TableName: 'growing', Item: { pk: { S: '1' }, by: { S: 'avery' } } });
    const after = await started(withIndex);
    const found = (await after.call('Query', {
      TableName: 'growing',
      IndexName: 'byOwner',
      KeyConditionExpression: '#by = :by',
      ExpressionAttributeNames: { '#by': 'by' },
      ExpressionAttributeValues: { ':by': { S: 'avery' } },
    })) as { Items: Json[] };
    expect(found.Items).toEqual([{ pk: { S: '1' }, by: { S: 'avery' } }]);
    await after.call('PutItem', { TableName: 'growing', Item: { pk: { S: '2' } } });
    expect(
      (await after.streamOf('growing').after(undefined, 10)).map(({ eventName, dynamodb }) => [
        eventName,
        dynamodb['Keys'],
      ]),
    ).toEqual([['INSERT', { pk: { S: '2' } }]]);
  });

  it('is refused when its keys have changed, with what to do', async () => {
    await expect(
      started({
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      }),
    ).rejects.toThrow(/growing was made with other keys.*--fresh/);
  });

  it('has the two indexes that keep the engine’s stream table fast', async () => {
    await started(withIndex);
    const database = new DatabaseSync(backend.databasePath!, { readOnly: true });
    const names = database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'keyturn%' ORDER BY name")
      .all();
    database.close();
    expect(names.map((row) => row['name'])).toEqual(['keyturn_stream_by_shard', 'keyturn_stream_by_table']);
  });
});
