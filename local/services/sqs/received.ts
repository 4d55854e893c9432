import { attributesMd5 } from './digest.ts';
import type { Message, MessageAttribute } from './message.ts';

const SENDER_ID = 'AIDALOCALSENDER000000';

/** A message as `ReceiveMessage` shows it, with the system and message attributes that were asked for. */
export function receivedMessage(
  message: Message,
  systemNames: readonly string[],
  attributeNames: readonly string[],
): Record<string, unknown> {
  const attributes = Object.fromEntries(
    Object.entries(message.attributes ?? {}).filter(([name]) => asked(name, attributeNames)),
  );
  const system = Object.fromEntries(
    systemAttributes(message).filter(([name]) => systemNames.includes('All') || systemNames.includes(name)),
  );
  return {
    MessageId: message.id,
    ReceiptHandle: message.receipt,
    MD5OfBody: message.bodyMd5,
    Body: message.body,
    ...(Object.keys(system).length > 0 && { Attributes: system }),
    ...attributeFields(attributes),
  };
}

function attributeFields(attributes: Record<string, MessageAttribute>): Record<string, unknown> {
  if (Object.keys(attributes).length === 0) return {};
  return { MD5OfMessageAttributes: attributesMd5(attributes), MessageAttributes: attributes };
}

function systemAttributes(message: Message): [string, string][] {
  const pairs: [string, string | undefined][] = [
    ['SenderId', SENDER_ID],
    ['SentTimestamp', String(message.sentAt)],
    ['ApproximateReceiveCount', String(message.receives)],
    ['ApproximateFirstReceiveTimestamp', String(message.firstReceivedAt)],
    ['MessageGroupId', message.group],
    ['MessageDeduplicationId', message.dedup],
    ['SequenceNumber', message.sequenceNumber],
    ['AWSTraceHeader', message.traceHeader],
    ['DeadLetterQueueSourceArn', message.deadLetterSource],
  ];
  return pairs.filter((pair): pair is [string, string] => pair[1] !== undefined);
}

function asked(name: string, wanted: readonly string[]): boolean {
  return wanted.some(
    (want) =>
      want === 'All' ||
      want === '.*' ||
      (want.endsWith('.*') ? name.startsWith(want.slice(0, -2)) : name === want),
  );
}
