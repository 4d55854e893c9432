import {
  ChangeMessageVisibilityCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  type Message,
  QueueDoesNotExist,
  ReceiveMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { toInstant } from '../../shared/clock.ts';
import { conflict, missing, unavailable } from '../../shared/errors.ts';
import type { DeadLetterQueue, MaskedMessage } from '../contracts.ts';
import { queueManners } from '../domain/queue-manners.ts';
import { maskBody } from '../domain/mask-message.ts';

export interface DeadLetterQueuesPort {
  list(): Promise<DeadLetterQueue[]>;
  /** Looks at up to ten messages and gives them back at once. */
  inspect(name: string): Promise<MaskedMessage[]>;
  /** Starts moving everything back to the consumer's queue; `RedriveRunning` while one is under way. */
  redrive(name: string, perSecond: number): Promise<{ messages: number }>;
}

const suffix = '-dead-letters';

/** SQS behind the port. `prefix` is the stage's (`keyturn-dev-`), `names` the consumers whose queues a redrive can feed. */
export function sqsDeadLetterQueues(
  prefix: string,
  names: readonly string[],
  sqs = new SQSClient({}),
): DeadLetterQueuesPort {
  const urlOf = async (queueName: string): Promise<string> => {
    const reply = await answered(() => sqs.send(new GetQueueUrlCommand({ QueueName: queueName })));
    return reply.QueueUrl ?? '';
  };
  const attributesOf = async (queueName: string) => {
    const QueueUrl = await urlOf(queueName);
    const { Attributes = {} } = await answered(() =>
      sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] })),
    );
    return Attributes;
  };
  const known = (name: string): string => {
    if (names.includes(name)) return `${prefix}${name}`;
    throw missing('QueueNotFound', 'there is no dead-letter queue of this name', {});
  };

  return {
    list: () =>
      Promise.all(
        names.map(async (name) => {
          const {
            ApproximateNumberOfMessages: visible = '0',
            ApproximateNumberOfMessagesNotVisible: hidden = '0',
          } = await attributesOf(`${prefix}${name}${suffix}`);
          return {
            name,
            messages: Number.parseInt(visible, 10),
            inFlight: Number.parseInt(hidden, 10),
            ...queueManners(name),
          };
        }),
      ),

    async inspect(name) {
      const QueueUrl = await urlOf(`${known(name)}${suffix}`);
      const command = new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 15,
        WaitTimeSeconds: 0,
        MessageAttributeNames: ['reason', 'ERROR_CODE'],
        MessageSystemAttributeNames: ['SentTimestamp'],
      });
      const { Messages = [] } = await answered(() => sqs.send(command));
      await Promise.all(
        Messages.map(({ ReceiptHandle }) =>
          answered(() =>
            sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 })),
          ),
        ),
      );
      return Messages.map(masked);
    },

    async redrive(name, perSecond) {
      const source = await attributesOf(`${known(name)}${suffix}`);
      const target = await attributesOf(known(name));
      // The destination is named: a message that a consumer rejected by itself has no source of its own to go back to.
      const command = new StartMessageMoveTaskCommand({
        SourceArn: source['QueueArn'],
        DestinationArn: target['QueueArn'],
        MaxNumberOfMessagesPerSecond: perSecond,
      });
      await answered(() => sqs.send(command));
      return { messages: Number.parseInt(source['ApproximateNumberOfMessages'] ?? '0', 10) };
    },
  };
}

function masked({ MessageId, Body = '', MessageAttributes, Attributes }: Message): MaskedMessage {
  // A consumer of ours says why; of a schedule that could not be delivered, Scheduler does.
  const reason = (MessageAttributes?.['reason'] ?? MessageAttributes?.['ERROR_CODE'])?.StringValue;
  const sentAt = toInstant(new Date(Number.parseInt(Attributes?.SentTimestamp ?? '0', 10)));
  return {
    messageId: MessageId ?? '',
    sentAt,
    ...(reason === undefined ? {} : { reason }),
    ...maskBody(Body),
    bodyBytes: Buffer.byteLength(Body),
  };
}

async function answered<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    if (error instanceof QueueDoesNotExist) throw missing('QueueNotFound', 'there is no such queue', {});
    if (name === 'UnsupportedOperation' || /active/i.test(error instanceof Error ? error.message : '')) {
      throw conflict('RedriveRunning', 'a redrive of this queue is under way');
    }
    throw unavailable('Unavailable', 'SQS did not answer', { cause: name }, error);
  }
}
