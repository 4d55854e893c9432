import { createSqsService, type SqsOptions, type SqsService } from '../../../../local/services/sqs/shell.ts';
import type { Json, ResolvedResource } from '../../../../local/services/service.ts';
import type { TestContext } from '../../../support/engine-context.ts';

/** A queue as a template declares it. */
export function queueResource(name: string, properties: Record<string, Json> = {}): ResolvedResource {
  return {
    stack: 'test',
    logicalId: name.replace(/\W/g, ''),
    type: 'AWS::SQS::Queue',
    properties: { QueueName: name, ...properties },
    ref: `http://127.0.0.1:4571/000000000000/${name}`,
    attributes: { Arn: arnOf(name), QueueName: name },
  };
}

export function arnOf(name: string): string {
  return `arn:aws:sqs:us-east-1:000000000000:${name}`;
}

/** An SQS service with `work` (three receives, then `work-dlq`) and `ordered.fifo`. */
export function queuesFor(context: TestContext, options: SqsOptions = {}): SqsService {
  const sqs = createSqsService(context, options);
  sqs.provision(queueResource('work-dlq'));
  sqs.provision(
    queueResource('work', {
      VisibilityTimeout: 60,
      KmsMasterKeyId: 'alias/keyturn',
      RedrivePolicy: { deadLetterTargetArn: arnOf('work-dlq'), maxReceiveCount: 3 },
    }),
  );
  sqs.provision(queueResource('ordered.fifo', { FifoQueue: true, ContentBasedDeduplication: true }));
  sqs.start?.();
  return sqs;
}

export interface ReceivedBody {
  id: string;
  body: string;
  receipt: string;
  attributes: Record<string, string>;
}

export async function receive(
  sqs: SqsService,
  queue: string,
  input: Record<string, Json> = {},
): Promise<ReceivedBody[]> {
  const reply = (await sqs.call('ReceiveMessage', {
    QueueUrl: queue,
    MaxNumberOfMessages: 10,
    MessageSystemAttributeNames: ['All'],
    ...input,
  })) as {
    Messages?: {
      MessageId: string;
      Body: string;
      ReceiptHandle: string;
      Attributes: Record<string, string>;
    }[];
  };
  return (reply.Messages ?? []).map(({ MessageId, Body, ReceiptHandle, Attributes }) => ({
    id: MessageId,
    body: Body,
    receipt: ReceiptHandle,
    attributes: Attributes,
  }));
}
