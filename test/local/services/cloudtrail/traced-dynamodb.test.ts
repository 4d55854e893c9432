import { expect, it } from 'vitest';
import type { DataEvent } from '../../../../local/services/cloudtrail/data-event.ts';
import { traceDynamoDb } from '../../../../local/services/cloudtrail/traced-dynamodb.ts';
import type { HttpRequest, HttpResponse, Json, LocalService } from '../../../../local/services/service.ts';

function traced(reply: HttpResponse, isTraced = true) {
  const events: DataEvent[] = [];
  const service: LocalService = {
    name: 'dynamodb',
    types: [],
    provision: () => undefined,
    handle: async () => reply,
  };
  const dynamodb = traceDynamoDb(service, {
    recordDataEvent: (event) => events.push(event),
    isTraced: () => isTraced,
    principalOf: () => 'arn:aws:iam::000000000000:user/local',
    requestId: () => 'r1',
    account: '000000000000',
    region: 'us-east-1',
  });
  const KeySchema = [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ];
  const table = { stack: 's', logicalId: 'T', type: 'AWS::DynamoDB::Table', ref: 'entities', attributes: {} };
  dynamodb.provision({ ...table, properties: { KeySchema } });
  return { dynamodb, events };
}

function request(action: string, input: Json): HttpRequest {
  return {
    method: 'POST',
    url: new URL('http://127.0.0.1/'),
    headers: { 'x-amz-target': `DynamoDB_20120810.${action}`, 'user-agent': 'sdk' },
    body: Buffer.from(JSON.stringify(input)),
  };
}

const put = request('PutItem', {
  TableName: 'entities',
  Item: { pk: { S: 'LOAN#1' }, sk: { S: 'META' }, name: { S: 'Avery Sample' } },
});

it('an item call is told by its key and the reply is passed on untouched', async () => {
  const reply = { status: 200, body: '{}' };
  const { dynamodb, events } = traced(reply);
  expect(await dynamodb.handle(put)).toBe(reply);
  expect(events).toMatchObject([
    { eventName: 'PutItem', requestParameters: { tableName: 'entities', key: { pk: 'LOAN#1', sk: 'META' } } },
  ]);
  expect(JSON.stringify(events)).not.toContain('Avery');
});

it('a refused call is told with its error', async () => {
  const body = JSON.stringify({ __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException' });
  const { dynamodb, events } = traced({ status: 400, body });
  await dynamodb.handle(put);
  expect(events).toMatchObject([{ errorCode: 'ConditionalCheckFailedException' }]);
});

it('nothing is told of table calls, nor while no trail listens', async () => {
  const table = traced({ status: 200 });
  await table.dynamodb.handle(request('DescribeTable', { TableName: 'entities' }));
  expect(table.events).toEqual([]);
  const quiet = traced({ status: 200 }, false);
  await quiet.dynamodb.handle(put);
  expect(quiet.events).toEqual([]);
});
