import { describe, expect, it } from 'vitest';
import { dynamoDataEvent } from '../../../../local/services/cloudtrail/dynamodb-data-event.ts';
import type { Json } from '../../../../local/services/service.ts';

describe('a DynamoDB call', () => {
  const access = {
    keyAttributes: (table: string) => (table === 'entities' ? ['pk', 'sk'] : []),
    account: '000000000000',
    region: 'us-east-1',
    by: { principalArn: 'arn:aws:sts::000000000000:assumed-role/loans-api/session', accessKeyId: 'local' },
    userAgent: 'sdk',
    requestId: 'r1',
  };
  const Item = { pk: { S: 'LOAN#1' }, sk: { S: 'META' }, borrower: { S: 'never in the trail' } };

  it.each<[string, string, Json, Json]>([
    [
      'of one item',
      'PutItem',
      { TableName: 'entities', Item },
      { tableName: 'entities', key: { pk: 'LOAN#1', sk: 'META' } },
    ],
    [
      'of one key',
      'GetItem',
      {
        TableName: 'arn:aws:dynamodb:us-east-1:000000000000:table/entities',
        Key: { pk: { S: 'a' }, sk: { N: '1' } },
      },
      { tableName: 'entities', key: { pk: 'a', sk: '1' } },
    ],
    [
      'of a query',
      'Query',
      { TableName: 'entities', IndexName: 'gsi1', ExpressionAttributeValues: { ':x': { S: 'secret' } } },
      { tableName: 'entities', indexName: 'gsi1' },
    ],
    [
      'of a transaction',
      'TransactWriteItems',
      {
        TransactItems: [
          { Put: { TableName: 'entities', Item } },
          { ConditionCheck: { TableName: 'entities', Key: { pk: { S: 'b' }, sk: { S: 'c' } } } },
        ],
      },
      {
        transactItems: [
          { operation: 'Put', tableName: 'entities', key: { pk: 'LOAN#1', sk: 'META' } },
          { operation: 'ConditionCheck', tableName: 'entities', key: { pk: 'b', sk: 'c' } },
        ],
      },
    ],
    [
      'of a batch',
      'BatchWriteItem',
      { RequestItems: { entities: [{ PutRequest: { Item } }] } },
      {
        requestItems: [{ operation: 'PutRequest', tableName: 'entities', key: { pk: 'LOAN#1', sk: 'META' } }],
      },
    ],
  ])('%s is told by table and key only', (_what, action, input, expected) => {
    const event = dynamoDataEvent({ ...access, action, input });
    expect(event?.requestParameters).toEqual(expected);
    expect(event?.resources).toEqual([
      { type: 'AWS::DynamoDB::Table', ARN: 'arn:aws:dynamodb:us-east-1:000000000000:table/entities' },
    ]);
    expect(JSON.stringify(event)).not.toMatch(/never in the trail|secret/);
  });

  it('that touches no item is not a data event', () => {
    expect(
      dynamoDataEvent({ ...access, action: 'DescribeTable', input: { TableName: 'entities' } }),
    ).toBeUndefined();
  });
});
