import type { Counts } from './backlog.ts';
import type { QueueConfig } from './queue-config.ts';

/** `GetQueueAttributes`: all or the named ones, every value a string as on AWS. */
export function queueAttributes(
  config: QueueConfig,
  counts: Counts,
  names: readonly string[],
): Record<string, string> {
  const all: Record<string, string> = {
    QueueArn: config.arn,
    ApproximateNumberOfMessages: String(counts.visible),
    ApproximateNumberOfMessagesNotVisible: String(counts.inFlight),
    ApproximateNumberOfMessagesDelayed: String(counts.delayed),
    CreatedTimestamp: String(Math.floor(config.createdAt / 1000)),
    LastModifiedTimestamp: String(Math.floor(config.modifiedAt / 1000)),
    VisibilityTimeout: String(config.visibilityTimeoutSeconds),
    MaximumMessageSize: String(config.maximumMessageBytes),
    MessageRetentionPeriod: String(config.retentionSeconds),
    DelaySeconds: String(config.delaySeconds),
    ReceiveMessageWaitTimeSeconds: String(config.receiveWaitSeconds),
    ...config.shown,
  };
  if (config.fifo) {
    all['FifoQueue'] = 'true';
    all['ContentBasedDeduplication'] = String(config.contentBasedDeduplication);
    all['DeduplicationScope'] = config.deduplicationScope;
  }
  if (config.redrive !== undefined)
    all['RedrivePolicy'] = JSON.stringify({
      deadLetterTargetArn: config.redrive.deadLetterArn,
      maxReceiveCount: config.redrive.maxReceiveCount,
    });
  if (names.includes('All')) return all;
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}
