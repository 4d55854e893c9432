import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { dynamoStorage } from '../../../lambdas/shared/dynamo-storage.ts';
import { DomainError } from '../../../lambdas/shared/errors.ts';

describe('what DynamoDB says when it cannot', () => {
  const mock = mockClient(DynamoDBDocumentClient);
  afterEach(() => mock.reset());
  afterAll(() => mock.restore());
  const client = () =>
    new DynamoDBClient({
      region: 'us-east-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      maxAttempts: 1,
    });
  const write = { kind: 'put', item: { pk: 'A', sk: 'B' } } as const;
  const thrown = (promise: Promise<unknown>) =>
    promise.then(
      () => undefined,
      (error: unknown) => error,
    );
  const named = (name: string, status = 400) =>
    Object.assign(new Error('secret text'), { name, $metadata: { httpStatusCode: status } });
  const cancelled = (codes: string[]) =>
    new TransactionCanceledException({
      message: 'cancelled',
      $metadata: {},
      CancellationReasons: codes.map((Code) => ({ Code })),
    });

  it.each([
    ['throttling', named('ThrottlingException')],
    ['too many requests', named('ProvisionedThroughputExceededException')],
    ['its own failure', named('InternalServerError', 500)],
    ['any 5xx', named('Whatever', 503)],
    ['a broken connection', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['a transaction that holds the item', named('TransactionConflictException')],
  ])('a single write under %s is Unavailable', async (_what, error) => {
    const real = client();
    mock.on(PutCommand).rejects(error);
    const said = await thrown(dynamoStorage({ entities: 'e', ledger: 'l' }, real).write(write));
    expect(said).toBeInstanceOf(DomainError);
    expect((said as DomainError).kind).toBe('unavailable');
    expect(JSON.stringify(said)).not.toContain('secret text');
  });

  it.each([
    ['meets another transaction', ['None', 'TransactionConflict'], 'TransactionContended'],
    ['is throttled', ['None', 'ThrottlingError'], 'Unavailable'],
    [
      'breaks a condition and meets another',
      ['TransactionConflict', 'ConditionalCheckFailed'],
      'ConditionFailed',
    ],
  ])('a transaction that %s', async (_what, codes, name) => {
    const real = client();
    mock.on(TransactWriteCommand).rejects(cancelled(codes));
    const said = await thrown(
      dynamoStorage({ entities: 'e', ledger: 'l' }, real).transact([
        write,
        { ...write, item: { pk: 'A', sk: 'C' } },
      ]),
    );
    expect((said as Error).name).toBe(name);
  });

  it('a fault of our own is not called an outage', async () => {
    const real = client();
    mock.on(QueryCommand).rejects(named('ValidationException'));
    const said = await thrown(dynamoStorage({ entities: 'e', ledger: 'l' }, real).query('A'));
    expect(said).not.toBeInstanceOf(DomainError);
  });
});
