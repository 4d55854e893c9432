import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startLocalCloud, type LocalCloud } from '../../../local/runtime/local-cloud.ts';
import { probeAssembly } from '../../support/probe-assembly.ts';

let cloud: LocalCloud;
let client: {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  maxAttempts: number;
};

beforeAll(async () => {
  const stateFolder = mkdtempSync(join(tmpdir(), 'keyturn-sdk-'));
  cloud = await startLocalCloud({
    assembly: probeAssembly(),
    stateFolder,
    ports: { aws: 0, api: 0, partners: 0 },
  });
  client = {
    endpoint: cloud.urls.aws,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local-secret' },
    maxAttempts: 1,
  };
}, 30_000);
afterAll(async () => await cloud.stop());

const Key = { pk: { S: 'sdk#1' } };

it('the DynamoDB client writes, reads and gets capacity only when it asks', async () => {
  const dynamo = new DynamoDBClient(client);
  const put = await dynamo.send(
    new PutItemCommand({ TableName: 'probe-items', Item: { ...Key, n: { N: '1' } } }),
  );
  expect(put.ConsumedCapacity).toBeUndefined();
  const got = await dynamo.send(
    new GetItemCommand({
      TableName: 'probe-items',
      Key,
      ReturnConsumedCapacity: 'TOTAL',
      ConsistentRead: true,
    }),
  );
  expect(got.Item).toEqual({ ...Key, n: { N: '1' } });
  expect(got.ConsumedCapacity?.CapacityUnits).toBe(1);
});

it('a cancelled transaction comes with a reason for each item, by itself and by a fault rule', async () => {
  const dynamo = new DynamoDBClient(client);
  const transact = new TransactWriteItemsCommand({
    TransactItems: [
      { Put: { TableName: 'probe-items', Item: { pk: { S: 'sdk#2' } } } },
      { Put: { TableName: 'probe-items', Item: Key, ConditionExpression: 'attribute_not_exists(pk)' } },
    ],
  });
  await expect(dynamo.send(transact)).rejects.toMatchObject({
    name: 'TransactionCanceledException',
    CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }],
  });
  await fetch(`${cloud.urls.api}/_local/faults`, {
    method: 'POST',
    body: JSON.stringify({ effect: 'conflict', operation: 'TransactWriteItems' }),
  });
  await expect(dynamo.send(transact)).rejects.toMatchObject({
    name: 'TransactionCanceledException',
    CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
  });
});

it('the Lambda client sees payload, function error and an accepted event', async () => {
  const lambda = new LambdaClient(client);
  const invoke = async (payload: object, InvocationType: 'Event' | 'RequestResponse' = 'RequestResponse') =>
    await lambda.send(
      new InvokeCommand({ FunctionName: 'probe-task', InvocationType, Payload: JSON.stringify(payload) }),
    );
  const good = await invoke({ do: 'echo', x: 'ü' });
  expect(JSON.parse(good.Payload!.transformToString())).toEqual({ do: 'echo', x: 'ü' });
  const bad = await invoke({ do: 'fail' });
  expect([bad.StatusCode, bad.FunctionError]).toEqual([200, 'Unhandled']);
  expect((await invoke({ do: 'put', id: 'sdk#later' }, 'Event')).StatusCode).toBe(202);
  await vi.waitFor(async () => {
    const { Item } = await new DynamoDBClient(client).send(
      new GetItemCommand({ TableName: 'probe-items', Key: { pk: { S: 'sdk#later' } } }),
    );
    expect(Item).toBeDefined();
  }, 5000);
  await expect(lambda.send(new InvokeCommand({ FunctionName: 'nobody' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
}, 15_000);

it('a queue takes messages at the URL that the template’s reference gives', async () => {
  const QueueUrl = cloud.resolved.resources.find(({ logicalId }) => logicalId === 'Queue')?.ref;
  expect(QueueUrl).toBe(`${cloud.urls.aws}/000000000000/probe-jobs`);
  const { MessageId } = await new SQSClient(client).send(
    new SendMessageCommand({ QueueUrl, MessageBody: 'hello' }),
  );
  expect(MessageId).toMatch(/^[0-9a-f-]{36}$/);
});
