import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { DomainError } from './errors.ts';
import { bugFacts, countMetric, logContext, logLine } from './observability.ts';
import { parseAs, parseJson } from './parse.ts';

export interface QueueContext {
  /** Deliveries of this message so far, this one included. */
  receiveCount: number;
  correlationId: string;
}

export interface QueueFunction<M, Deps> {
  /** In logs, metrics and the `HANDLED` keys of the events it consumes. */
  consumer: string;
  message: z.ZodType<M>;
  wire: () => Deps;
  /** One record; a return acknowledges it. */
  run: (message: M, deps: Deps, context: QueueContext) => Promise<unknown>;
  /** Where a rejected message goes, with its reason. Defaults to the SQS queue in `DEAD_LETTER_QUEUE_URL` of the deps. */
  deadLetters: (deps: Deps) => DeadLetters;
}

export interface DeadLetters {
  reject(body: string, reason: { code: string; sourceMessageId: string }): Promise<void>;
}

/** Sends the message unchanged, so that a redrive delivers what first came; the reason travels as attributes. */
export function sqsDeadLetters(queueUrl: string, sqs = new SQSClient({})): DeadLetters {
  return {
    async reject(body, { code, sourceMessageId }) {
      const attribute = (value: string) => ({ DataType: 'String', StringValue: value });
      const MessageAttributes = { reason: attribute(code), sourceMessageId: attribute(sourceMessageId) };
      await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body, MessageAttributes }));
    },
  };
}

/**
 * The shell of a queue consumer. Each record alone: acknowledge, retry (reported as a batch item failure) or reject to
 * the dead letters with its reason, by the error's kind. A conflict that says the work stands is acknowledged.
 */
export function queueFunction<M, Deps>(definition: QueueFunction<M, Deps>) {
  let deps: Deps | undefined;

  async function handle(record: SQSRecord): Promise<'done' | 'retry'> {
    deps ??= definition.wire();
    try {
      const message = parseAs(definition.message, parseJson(record.body), 'message');
      const receiveCount = Number.parseInt(record.attributes.ApproximateReceiveCount, 10);
      await definition.run(message, deps, { receiveCount, correlationId: correlationOf(message, record) });
      return 'done';
    } catch (error) {
      return settle(error, record, definition.deadLetters(deps));
    }
  }

  async function settle(
    error: unknown,
    record: SQSRecord,
    deadLetters: DeadLetters,
  ): Promise<'done' | 'retry'> {
    const { consumer } = definition;
    const fate = fateOf(error);
    const facts = error instanceof DomainError ? { code: error.code, ...error.facts } : bugFacts(error);
    logLine(
      fate === 'done' ? 'info' : 'warn',
      error instanceof DomainError ? error.code : 'InternalError',
      `record: ${fate}`,
      { consumer, ...facts },
    );
    if (fate !== 'reject' || !(error instanceof DomainError)) return fate === 'done' ? 'done' : 'retry';
    countMetric('MessagesRejected', 1, { consumer });
    if (error.kind === 'forbidden') countMetric('AccessRefused', 1, { consumer });
    return rejected(record, error.code, deadLetters);
  }

  /** A message is never dropped: one that the dead letters did not take comes again. */
  async function rejected(
    record: SQSRecord,
    code: string,
    deadLetters: DeadLetters,
  ): Promise<'done' | 'retry'> {
    try {
      await deadLetters.reject(record.body, { code, sourceMessageId: record.messageId });
      return 'done';
    } catch (error) {
      logLine('error', 'DeadLettersDown', 'the dead letters did not take a message', bugFacts(error));
      return 'retry';
    }
  }

  return middy<SQSEvent, SQSBatchResponse>()
    .before(({ context }) =>
      logContext({ correlationId: context.awsRequestId, functionName: context.functionName }),
    )
    .handler(async (event) => {
      const failed: { itemIdentifier: string }[] = [];
      for (const record of event.Records) {
        if ((await handle(record)) === 'retry') failed.push({ itemIdentifier: record.messageId });
      }
      logLine('info', 'BatchHandled', 'batch handled', {
        consumer: definition.consumer,
        records: event.Records.length,
        failed: failed.length,
      });
      return { batchItemFailures: failed };
    });
}

const doneCodes = new Set(['AlreadyHandled', 'AlreadyDone']);

/** The queue's column of the error table. A missing thing may be ahead of its write: the queue's own bound ends the tries. */
export function fateOf(error: unknown): 'done' | 'retry' | 'reject' {
  if (!(error instanceof DomainError)) return 'retry';
  if (error.kind === 'conflict') return doneCodes.has(error.code) ? 'done' : 'reject';
  return error.kind === 'missing' || error.kind === 'unavailable' ? 'retry' : 'reject';
}

function correlationOf(message: unknown, record: SQSRecord): string {
  const detail = (message as { detail?: { correlationId?: unknown } }).detail;
  return typeof detail?.correlationId === 'string' ? detail.correlationId : record.messageId;
}
