import * as z from 'zod';
import { action, type Action, type Actions } from '../aws-json.ts';
import { AwsError } from '../service.ts';
import { runBatch } from './batch.ts';
import { attributesMd5, messageBytes } from './digest.ts';
import type { SqsEngine } from './engine.ts';
import { queueAttributes } from './queue-attributes.ts';
import type { Queue } from './queue.ts';
import { receivedMessage } from './received.ts';
import { checkedEntry, sendEntry } from './send-input.ts';

const LARGEST_BATCH_BYTES = 1_048_576;
const names = z.array(z.string()).default([]);
const onQueue = z.object({ QueueUrl: z.string() });

function sqsAction<S extends z.ZodType>(schema: S, run: (input: z.output<S>) => unknown): Action {
  return action(schema, run, 'InvalidParameterValue');
}

/** Sending, receiving and deleting. */
export function messageActions(engine: SqsEngine): Actions {
  return {
    SendMessage: sqsAction(sendEntry.extend(onQueue.shape), (input) =>
      send(engine.queue(input.QueueUrl), input),
    ),
    SendMessageBatch: sqsAction(
      onQueue.extend({ Entries: z.array(sendEntry.extend({ Id: z.string() })) }),
      ({ QueueUrl, Entries }) => {
        const queue = engine.queue(QueueUrl);
        const bytes = Entries.map(({ MessageBody, MessageAttributes }) =>
          messageBytes(MessageBody, MessageAttributes),
        );
        if (bytes.reduce((sum, size) => sum + size, 0) > LARGEST_BATCH_BYTES)
          throw new AwsError('BatchRequestTooLong', 'Batch requests cannot be longer than 1048576 bytes.');
        return runBatch(Entries, (entry) => send(queue, entry));
      },
    ),
    ReceiveMessage: sqsAction(
      onQueue.extend({
        MaxNumberOfMessages: z.number().int().min(1).max(10).default(1),
        WaitTimeSeconds: z.number().int().min(0).max(20).optional(),
        VisibilityTimeout: z.number().int().min(0).max(43_200).optional(),
        AttributeNames: names,
        MessageSystemAttributeNames: names,
        MessageAttributeNames: names,
      }),
      async (input) => {
        const queue = engine.queue(input.QueueUrl);
        const messages = await queue.receive({
          limit: input.MaxNumberOfMessages,
          waitSeconds: input.WaitTimeSeconds ?? queue.config.receiveWaitSeconds,
          visibilitySeconds: input.VisibilityTimeout ?? queue.config.visibilityTimeoutSeconds,
        });
        if (messages.length === 0) return {};
        const system = [...input.AttributeNames, ...input.MessageSystemAttributeNames];
        return {
          Messages: messages.map((message) => receivedMessage(message, system, input.MessageAttributeNames)),
        };
      },
    ),
    DeleteMessage: sqsAction(onQueue.extend({ ReceiptHandle: z.string() }), (input) => {
      engine.queue(input.QueueUrl).delete(input.ReceiptHandle);
    }),
    DeleteMessageBatch: sqsAction(
      onQueue.extend({ Entries: z.array(z.object({ Id: z.string(), ReceiptHandle: z.string() })) }),
      ({ QueueUrl, Entries }) => {
        const queue = engine.queue(QueueUrl);
        return runBatch(Entries, ({ ReceiptHandle }) => {
          queue.delete(ReceiptHandle);
          return {};
        });
      },
    ),
    ...visibilityActions(engine),
  };
}

function visibilityActions(engine: SqsEngine): Actions {
  const change = z.object({
    ReceiptHandle: z.string(),
    VisibilityTimeout: z.number().int().min(0).max(43_200),
  });
  return {
    ChangeMessageVisibility: sqsAction(change.extend(onQueue.shape), (input) => {
      engine.queue(input.QueueUrl).changeVisibility(input.ReceiptHandle, input.VisibilityTimeout);
    }),
    ChangeMessageVisibilityBatch: sqsAction(
      onQueue.extend({ Entries: z.array(change.extend({ Id: z.string() })) }),
      ({ QueueUrl, Entries }) => {
        const queue = engine.queue(QueueUrl);
        return runBatch(Entries, ({ ReceiptHandle, VisibilityTimeout }) => {
          queue.changeVisibility(ReceiptHandle, VisibilityTimeout);
          return {};
        });
      },
    ),
  };
}

/** Queues themselves: finding, describing, purging, and moving dead letters back. */
export function queueActions(engine: SqsEngine, endpoint: string): Actions {
  const attributes = z.record(z.string(), z.string()).default({});
  return {
    CreateQueue: sqsAction(z.object({ QueueName: z.string().min(1), Attributes: attributes }), (input) => ({
      QueueUrl: engine.create(input.QueueName, endpoint, input.Attributes).url,
    })),
    DeleteQueue: sqsAction(onQueue, ({ QueueUrl }) => engine.remove(QueueUrl)),
    SetQueueAttributes: sqsAction(onQueue.extend({ Attributes: attributes }), (input) => {
      engine.configure(engine.queue(input.QueueUrl).config, input.Attributes);
    }),
    GetQueueUrl: sqsAction(z.object({ QueueName: z.string() }), (input) => ({
      QueueUrl: engine.queue(input.QueueName).config.url,
    })),
    ListQueues: sqsAction(z.object({ QueueNamePrefix: z.string().optional() }), (input) => ({
      QueueUrls: engine.names(input.QueueNamePrefix).map((name) => engine.queue(name).config.url),
    })),
    ListDeadLetterSourceQueues: sqsAction(onQueue, ({ QueueUrl }) => ({
      queueUrls: engine.deadLetterSources(QueueUrl),
    })),
    GetQueueAttributes: sqsAction(onQueue.extend({ AttributeNames: names }), (input) => {
      const queue = engine.queue(input.QueueUrl);
      queue.settle();
      return { Attributes: queueAttributes(queue.config, queue.backlog.counts(), input.AttributeNames) };
    }),
    PurgeQueue: sqsAction(onQueue, ({ QueueUrl }) => engine.queue(QueueUrl).purge()),
    ...moveActions(engine),
  };
}

function moveActions({ moveTasks }: SqsEngine): Actions {
  return {
    StartMessageMoveTask: sqsAction(
      z.object({
        SourceArn: z.string(),
        DestinationArn: z.string().optional(),
        MaxNumberOfMessagesPerSecond: z.number().int().min(1).max(500).optional(),
      }),
      (input) => ({
        TaskHandle: moveTasks.start(
          input.SourceArn,
          input.DestinationArn,
          input.MaxNumberOfMessagesPerSecond,
        ),
      }),
    ),
    ListMessageMoveTasks: sqsAction(
      z.object({ SourceArn: z.string(), MaxResults: z.number().int().min(1).max(10).default(1) }),
      (input) => ({
        Results: moveTasks.list(input.SourceArn, input.MaxResults).map((task) => ({
          ...(task.status === 'RUNNING' && { TaskHandle: task.handle }),
          Status: task.status,
          SourceArn: task.sourceArn,
          DestinationArn: task.destinationArn,
          MaxNumberOfMessagesPerSecond: task.perSecond,
          ApproximateNumberOfMessagesMoved: task.moved,
          ApproximateNumberOfMessagesToMove: task.toMove,
          FailureReason: task.failure,
          StartedTimestamp: task.startedAt,
        })),
      }),
    ),
    CancelMessageMoveTask: sqsAction(z.object({ TaskHandle: z.string() }), ({ TaskHandle }) => ({
      ApproximateNumberOfMessagesMoved: moveTasks.cancel(TaskHandle),
    })),
  };
}

function send(queue: Queue, input: z.output<typeof sendEntry>): Record<string, unknown> {
  const entry = checkedEntry(queue.config, input);
  const sent = queue.send(entry);
  const attributes = entry.attributes ?? {};
  return {
    MessageId: sent.id,
    MD5OfMessageBody: sent.bodyMd5,
    ...(Object.keys(attributes).length > 0 && { MD5OfMessageAttributes: attributesMd5(attributes) }),
    ...(sent.sequenceNumber !== undefined && { SequenceNumber: sent.sequenceNumber }),
  };
}
