import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { sqsDeadLetterQueues } from '../../../lambdas/operations/adapters/dead-letter-queues.ts';
import { queueFunction, type QueueContext, sqsDeadLetters } from '../../../lambdas/shared/queue.ts';
import { createSqsService } from '../../../local/services/sqs/shell.ts';
import { lambdaContext } from '../../support/api-event.ts';
import { engineContext } from '../../support/engine-context.ts';
import { serveService } from '../../support/serve-service.ts';
import * as z from 'zod';

const prefix = 'keyturn-test-';

/** Real queues (the local SQS, the real SDK) with the real shell of a consumer on them, and operations' own redrive. */
export async function redrivenQueues(names: readonly string[]) {
  const context = engineContext();
  const service = createSqsService(context);
  const provision = (name: string, more: Record<string, never> = {}): string => {
    const attributes = { Arn: `arn:aws:sqs:us-east-1:000000000000:${name}`, QueueName: name };
    const ref = `http://127.0.0.1/000000000000/${name}`;
    const properties = { QueueName: name, ...more };
    service.provision({
      stack: 'test',
      logicalId: name,
      type: 'AWS::SQS::Queue',
      properties,
      ref,
      attributes,
    });
    return attributes.Arn;
  };
  for (const name of names) {
    const deadLetterTargetArn = provision(`${prefix}${name}-dead-letters`);
    const RedrivePolicy = { deadLetterTargetArn, maxReceiveCount: 1 } as never;
    provision(`${prefix}${name}`, { RedrivePolicy });
  }
  const served = await serveService(service);
  const sqs = new SQSClient({ ...served.client, useQueueUrlAsEndpoint: false });
  const urlOf = (name: string) => `${served.client.endpoint}/000000000000/${prefix}${name}`;
  const operations = sqsDeadLetterQueues(prefix, names, sqs);

  async function receive(name: string): Promise<SQSRecord | undefined> {
    const command = new ReceiveMessageCommand({
      QueueUrl: urlOf(name),
      MessageSystemAttributeNames: ['All'],
    });
    const [message] = (await sqs.send(command)).Messages ?? [];
    return (
      message &&
      ({
        ...message,
        messageId: message.MessageId,
        body: message.Body,
        attributes: message.Attributes,
      } as never)
    );
  }

  return {
    close: async () => {
      sqs.destroy();
      await served.close();
    },
    send: (name: string, message: unknown) =>
      sqs.send(new SendMessageCommand({ QueueUrl: urlOf(name), MessageBody: JSON.stringify(message) })),

    /** One delivery. A consumer that fails gives the message back, and its only try is spent: SQS moves it to the dead letters. */
    async deliver(
      name: string,
      run: (message: never, context: QueueContext) => Promise<unknown>,
    ): Promise<'done' | 'dead letter'> {
      const record = await receive(name);
      if (record === undefined) throw new Error(`nothing waits in ${name}`);
      const handler = queueFunction({
        consumer: name,
        message: z.custom<never>(),
        wire: () => undefined,
        run: (message, _deps, queueContext) => run(message, queueContext),
        deadLetters: () => sqsDeadLetters(urlOf(`${name}-dead-letters`), sqs),
      });
      const { batchItemFailures } = await handler({ Records: [record] }, lambdaContext);
      const handle = { QueueUrl: urlOf(name), ReceiptHandle: (record as never)['ReceiptHandle'] };
      if (batchItemFailures.length === 0) await sqs.send(new DeleteMessageCommand(handle));
      else {
        await sqs.send(new ChangeMessageVisibilityCommand({ ...handle, VisibilityTimeout: 0 }));
        await receive(name);
      }
      const [queue] = (await operations.list()).filter((one) => one.name === name);
      return queue?.messages === 0 ? 'done' : 'dead letter';
    },

    /** As a person does it: by the route's own adapter. */
    async redrive(name: string): Promise<void> {
      await operations.redrive(name, 500);
      await context.clock.advance(5_000);
    },
  };
}
export type RedrivenQueues = Awaited<ReturnType<typeof redrivenQueues>>;
