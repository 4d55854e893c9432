import * as z from 'zod';
import type { EngineContext, InvokeOutcome, Json } from '../service.ts';
import { failedItems } from './item-failures.ts';
import type { SourceConfig } from './source-config.ts';

const messageSchema = z.object({
  MessageId: z.string(),
  ReceiptHandle: z.string(),
  Body: z.string(),
  MD5OfBody: z.string().default(''),
  Attributes: z.record(z.string(), z.string()).default({}),
  MessageAttributes: z
    .record(
      z.string(),
      z.object({
        DataType: z.string(),
        StringValue: z.string().optional(),
        BinaryValue: z.string().optional(),
      }),
    )
    .default({}),
});
type Message = z.output<typeof messageSchema>;
const receivedSchema = z.object({ Messages: z.array(messageSchema).default([]) });

export interface Source {
  start(): void;
  stop(): void;
}

/** Time before a poller that was refused asks again. */
const REST_MS = 1000;

/**
 * Polls a queue for a function as Lambda does: long polls, batches, at most `maxConcurrency` at once; what succeeded is
 * deleted, what failed is left to its visibility timeout.
 */
export function queueSource(
  config: SourceConfig,
  context: EngineContext,
  invoke: (batch: Json) => Promise<InvokeOutcome>,
): Source {
  const { neighbours, scheduler, clock } = context;
  const [region = '', account = '', queue = ''] = config.sourceArn.split(':').slice(3);
  const url = `http://127.0.0.1/${account}/${queue}`;
  const ending = new AbortController();
  let inFlight = 0;
  let wake: (() => void) | undefined;

  async function receive(limit: number, waitSeconds: number): Promise<Message[]> {
    const reply = await neighbours.call('sqs', 'ReceiveMessage', {
      QueueUrl: url,
      MaxNumberOfMessages: Math.min(10, limit),
      WaitTimeSeconds: waitSeconds,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    });
    return receivedSchema.parse(reply).Messages;
  }

  async function gather(): Promise<Message[]> {
    const messages = await receive(config.batchSize, 20);
    const until = clock.now() + config.windowSeconds * 1000;
    while (!ending.signal.aborted && messages.length > 0 && messages.length < config.batchSize) {
      const leftSeconds = Math.floor((until - clock.now()) / 1000);
      const more = await receive(config.batchSize - messages.length, Math.min(20, Math.max(0, leftSeconds)));
      messages.push(...more);
      if (more.length === 0 && leftSeconds <= 0) break;
    }
    return messages;
  }

  async function process(messages: Message[]): Promise<void> {
    const admitted = messages.filter((message) => config.admits(filterView(message)));
    const dropped = messages.filter((message) => !admitted.includes(message));
    let done = dropped;
    if (admitted.length > 0) {
      const outcome = await invoke({
        Records: admitted.map((message) => eventRecord(message, config.sourceArn, region)),
      });
      const failures = new Set(
        failedItems(
          outcome,
          admitted.map(({ MessageId }) => MessageId),
          config.reportsItemFailures,
        ),
      );
      done = [...dropped, ...admitted.filter(({ MessageId }) => !failures.has(MessageId))];
    }
    for (let at = 0; at < done.length; at += 10) {
      const Entries = done
        .slice(at, at + 10)
        .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
      await neighbours.call('sqs', 'DeleteMessageBatch', { QueueUrl: url, Entries });
    }
  }

  async function poll(): Promise<void> {
    while (!ending.signal.aborted) {
      if (inFlight >= config.maxConcurrency) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      try {
        const messages = await gather();
        if (messages.length === 0) continue;
        inFlight += 1;
        void process(messages)
          .catch((error: unknown) =>
            context.log('a batch could not be processed', { queue, reason: reasonOf(error) }),
          )
          .finally(() => {
            inFlight -= 1;
            wake?.();
          });
      } catch (error) {
        if (ending.signal.aborted) return;
        context.log('a queue could not be polled', { queue, reason: reasonOf(error) });
        await new Promise<void>((resolve) => scheduler.at(clock.now() + REST_MS, resolve));
      }
    }
  }

  return {
    start: () => void poll(),
    stop: () => {
      ending.abort();
      wake?.();
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function eventRecord(message: Message, eventSourceARN: string, awsRegion: string): Json {
  const attributes = Object.entries(message.MessageAttributes).map(
    ([name, { DataType, StringValue, BinaryValue }]): [string, Json] => [
      name,
      {
        ...(StringValue !== undefined && { stringValue: StringValue }),
        ...(BinaryValue !== undefined && { binaryValue: BinaryValue }),
        stringListValues: [],
        binaryListValues: [],
        dataType: DataType,
      },
    ],
  );
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes,
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN,
    awsRegion,
  };
}

/** Filters see the body as JSON where it is JSON. */
function filterView(message: Message): Json {
  try {
    return {
      messageId: message.MessageId,
      attributes: message.Attributes,
      body: JSON.parse(message.Body) as Json,
    };
  } catch {
    return { body: message.Body };
  }
}
