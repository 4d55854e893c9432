import * as z from 'zod';
import { AwsError } from '../service.ts';
import { messageBytes } from './digest.ts';
import type { QueueConfig } from './queue-config.ts';
import type { SendEntry } from './queue.ts';

const attribute = z.object({
  DataType: z.string().min(1),
  StringValue: z.string().optional(),
  BinaryValue: z.string().optional(),
});

export const sendEntry = z.object({
  MessageBody: z.string(),
  DelaySeconds: z.number().int().min(0).max(900).optional(),
  MessageAttributes: z.record(z.string(), attribute).optional(),
  MessageSystemAttributes: z.record(z.string(), attribute).optional(),
  MessageDeduplicationId: z.string().max(128).optional(),
  MessageGroupId: z.string().max(128).optional(),
});

/** What XML 1.0 can carry; SQS refuses everything else. */
const UNSENDABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** The entry as the queue takes it. Throws what SQS answers: `InvalidParameterValue`, `InvalidMessageContents`, `MissingParameter`. */
export function checkedEntry(config: QueueConfig, input: z.output<typeof sendEntry>): SendEntry {
  const { MessageBody: body, MessageAttributes: attributes } = input;
  if (body === '')
    throw new AwsError('MissingParameter', 'The request must contain the parameter MessageBody.');
  if (UNSENDABLE.test(body))
    throw new AwsError('InvalidMessageContents', 'The message contains characters outside the allowed set.');
  if (Object.keys(attributes ?? {}).length > 10)
    throw new AwsError(
      'InvalidParameterValue',
      'Number of message attributes exceeds the allowed maximum [10].',
    );
  for (const [name, { DataType, StringValue, BinaryValue }] of Object.entries(attributes ?? {}))
    if (!/^(String|Number|Binary)(\..+)?$/.test(DataType) || !(StringValue || BinaryValue))
      throw new AwsError('InvalidParameterValue', `The message attribute '${name}' is not valid.`);
  if (messageBytes(body, attributes) > config.maximumMessageBytes)
    throw new AwsError(
      'InvalidParameterValue',
      `One or more parameters are invalid. Reason: Message must be shorter than ${config.maximumMessageBytes} bytes.`,
    );
  return {
    body,
    attributes,
    traceHeader: input.MessageSystemAttributes?.['AWSTraceHeader']?.StringValue,
    delaySeconds: input.DelaySeconds,
    group: input.MessageGroupId,
    dedup: input.MessageDeduplicationId,
  };
}
