import * as z from 'zod';

/** A dead-letter queue is named by the consumer whose messages it holds: `loans-evidence-arrived`. */
export const QueueName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{2,60}$/, 'must be the name of a consumer, as the list shows it');

export const QueueParams = z.strictObject({ name: QueueName });

export const DeadLetterQueue = z.strictObject({
  name: QueueName,
  messages: z.int(),
  inFlight: z.int(),
  /** `positions`: places in a table's stream, whose records a redrive reads again from the table. */
  holds: z.enum(['messages', 'positions']),
  /** Below the repository: what it means, what to look at, what to do. */
  runbook: z.string(),
});
export type DeadLetterQueue = z.infer<typeof DeadLetterQueue>;
export const DeadLetterQueues = z.strictObject({ items: z.array(DeadLetterQueue) });

/** A message with everything but ids and codes left out. */
export const MaskedMessage = z.strictObject({
  messageId: z.string(),
  sentAt: z.iso.datetime(),
  /** Why it was rejected; absent when its tries simply ended. */
  reason: z.string().optional(),
  detailType: z.string().optional(),
  ids: z.record(z.string(), z.string()),
  /** Of a batch that a table's stream gave up. */
  position: z
    .strictObject({
      shardId: z.string(),
      startSequenceNumber: z.string(),
      endSequenceNumber: z.string(),
      records: z.int(),
      /** What a redrive reads again. */
      from: z.iso.datetime(),
      to: z.iso.datetime(),
    })
    .optional(),
  bodyBytes: z.int(),
});
export type MaskedMessage = z.infer<typeof MaskedMessage>;
export const MaskedMessages = z.strictObject({ name: QueueName, items: z.array(MaskedMessage) });

export const AskRedrive = z.strictObject({
  /** Messages a second; a slow redrive spares a neighbour that has just recovered. */
  perSecond: z.int().min(1).max(500).default(50),
});
export const Redrive = z.strictObject({ name: QueueName, messages: z.int(), startedAt: z.iso.datetime() });
