import * as SQS from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineContext } from '../../../support/engine-context.ts';
import { serveService, type ServedService } from '../../../support/serve-service.ts';
import { arnOf, queuesFor } from './queues.ts';

describe('the SQS client of the SDK', () => {
  const context = engineContext();
  const service = queuesFor(context);
  let served: ServedService;
  let client: SQS.SQSClient;
  let QueueUrl: string;

  beforeAll(async () => {
    served = await serveService(service);
    client = new SQS.SQSClient(served.client);
    QueueUrl = `${served.url}/000000000000/work`;
  });
  afterAll(async () => {
    client.destroy();
    await served.close();
  });

  it('sends, receives with attributes and verified MD5s, and deletes', async () => {
    const MessageAttributes = {
      kind: { DataType: 'String', StringValue: 'loan' },
      size: { DataType: 'Number', StringValue: '12' },
      raw: { DataType: 'Binary', BinaryValue: Uint8Array.from([1, 2, 250]) },
    };
    const sent = await client.send(
      new SQS.SendMessageCommand({ QueueUrl, MessageBody: 'héllo', MessageAttributes }),
    );
    const { Messages } = await client.send(
      new SQS.ReceiveMessageCommand({
        QueueUrl,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['All'],
      }),
    );
    expect(Messages).toMatchObject([
      {
        MessageId: sent.MessageId,
        Body: 'héllo',
        MD5OfBody: sent.MD5OfMessageBody,
        MD5OfMessageAttributes: sent.MD5OfMessageAttributes,
        MessageAttributes: { kind: { StringValue: 'loan' } },
        Attributes: { ApproximateReceiveCount: '1', SentTimestamp: String(context.clock.now()) },
      },
    ]);
    expect(Messages?.[0]?.MessageAttributes?.['raw']?.BinaryValue).toEqual(Uint8Array.from([1, 2, 250]));
    await client.send(
      new SQS.DeleteMessageCommand({ QueueUrl, ReceiptHandle: Messages?.[0]?.ReceiptHandle }),
    );
  });

  it('gives the attribute digest that AWS documents its layout for', async () => {
    const reply = await client.send(
      new SQS.SendMessageCommand({
        QueueUrl: `${served.url}/000000000000/work-dlq`,
        MessageBody: 'x',
        MessageAttributes: { a: { DataType: 'String', StringValue: 'b' } },
      }),
    );
    // printf '\0\0\0\1a\0\0\0\6String\1\0\0\0\1b' | md5sum
    expect(reply.MD5OfMessageAttributes).toBe('bef8bf215374a0a228d67533b1a488be');
  });

  it('answers a batch entry by entry', async () => {
    const reply = await client.send(
      new SQS.SendMessageBatchCommand({
        QueueUrl,
        Entries: [
          { Id: 'good', MessageBody: 'fine' },
          { Id: 'bad', MessageBody: 'bell \u0007' },
        ],
      }),
    );
    expect(reply.Successful).toMatchObject([{ Id: 'good' }]);
    expect(reply.Failed).toMatchObject([{ Id: 'bad', Code: 'InvalidMessageContents', SenderFault: true }]);
    const { Messages = [] } = await client.send(
      new SQS.ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
    );
    const Entries = Messages.map(({ ReceiptHandle }, index) => ({
      Id: String(index),
      ReceiptHandle,
      VisibilityTimeout: 5,
    }));
    expect(
      (await client.send(new SQS.ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }))).Successful,
    ).toHaveLength(1);
    expect(
      (await client.send(new SQS.DeleteMessageBatchCommand({ QueueUrl, Entries }))).Successful,
    ).toHaveLength(1);
  });

  it('refuses more than 1 MiB, eleven entries and two entries of one id', async () => {
    await expect(
      client.send(new SQS.SendMessageCommand({ QueueUrl, MessageBody: 'x'.repeat(1_048_577) })),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
    const Entries = Array.from({ length: 11 }, (_, index) => ({ Id: String(index), MessageBody: 'x' }));
    await expect(client.send(new SQS.SendMessageBatchCommand({ QueueUrl, Entries }))).rejects.toBeInstanceOf(
      SQS.TooManyEntriesInBatchRequest,
    );
    await expect(
      client.send(
        new SQS.SendMessageBatchCommand({
          QueueUrl,
          Entries: [
            { Id: 'a', MessageBody: 'x' },
            { Id: 'a', MessageBody: 'y' },
          ],
        }),
      ),
    ).rejects.toBeInstanceOf(SQS.BatchEntryIdsNotDistinct);
    const half = 'x'.repeat(600_000);
    await expect(
      client.send(
        new SQS.SendMessageBatchCommand({
          QueueUrl,
          Entries: [
            { Id: 'a', MessageBody: half },
            { Id: 'b', MessageBody: half },
          ],
        }),
      ),
    ).rejects.toBeInstanceOf(SQS.BatchRequestTooLong);
  });

  it('finds, lists, describes, changes and purges queues', async () => {
    expect((await client.send(new SQS.GetQueueUrlCommand({ QueueName: 'work' }))).QueueUrl).toMatch(
      /\/000000000000\/work$/,
    );
    expect(
      (await client.send(new SQS.ListQueuesCommand({ QueueNamePrefix: 'work' }))).QueueUrls,
    ).toHaveLength(2);
    await client.send(new SQS.SendMessageCommand({ QueueUrl, MessageBody: 'one' }));
    const { Attributes } = await client.send(
      new SQS.GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({
      QueueArn: arnOf('work'),
      ApproximateNumberOfMessages: '1',
      KmsMasterKeyId: 'alias/keyturn',
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf('work-dlq'), maxReceiveCount: 3 }),
    });
    await client.send(new SQS.PurgeQueueCommand({ QueueUrl }));
    const after = await client.send(
      new SQS.GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
    );
    expect(after.Attributes).toEqual({ ApproximateNumberOfMessages: '0' });
  });

  it('creates and removes a queue', async () => {
    const created = await client.send(
      new SQS.CreateQueueCommand({ QueueName: 'extra', Attributes: { DelaySeconds: '3' } }),
    );
    expect(created.QueueUrl).toBe('http://127.0.0.1:4571/000000000000/extra');
    await service.call('DeleteQueue', { QueueUrl: created.QueueUrl! });
    await expect(client.send(new SQS.GetQueueUrlCommand({ QueueName: 'extra' }))).rejects.toBeInstanceOf(
      SQS.QueueDoesNotExist,
    );
  });

  it('names errors as AWS does', async () => {
    await expect(
      client.send(new SQS.DeleteMessageCommand({ QueueUrl, ReceiptHandle: 'nonsense' })),
    ).rejects.toBeInstanceOf(SQS.ReceiptHandleIsInvalid);
    await expect(
      client.send(
        new SQS.SendMessageCommand({ QueueUrl: `${served.url}/000000000000/none`, MessageBody: 'x' }),
      ),
    ).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  });
});
