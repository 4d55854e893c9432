import * as z from 'zod';
import type { Json } from '../service.ts';
import { AwsError } from '../service.ts';

/** What a queue was told; seconds and bytes as SQS counts them. */
export interface QueueConfig {
  name: string;
  arn: string;
  url: string;
  fifo: boolean;
  contentBasedDeduplication: boolean;
  /** Group or whole queue within which a deduplication id counts. */
  deduplicationScope: 'queue' | 'messageGroup';
  visibilityTimeoutSeconds: number;
  retentionSeconds: number;
  delaySeconds: number;
  maximumMessageBytes: number;
  receiveWaitSeconds: number;
  redrive?: { deadLetterArn: string; maxReceiveCount: number } | undefined;
  createdAt: number;
  modifiedAt: number;
  /** Everything else that was given (KMS key, policies, allow policy): kept and shown, not enforced. */
  shown: Record<string, string>;
}

const flag = z.union([z.boolean(), z.stringbool()]);
const redrivePolicy = z.object({
  deadLetterTargetArn: z.string(),
  maxReceiveCount: z.coerce.number().int().min(1).max(1000),
});

/** `AWS::SQS::Queue` properties and the API's attributes share these names and bounds. */
const attributes = z.object({
  FifoQueue: flag.optional(),
  ContentBasedDeduplication: flag.optional(),
  DeduplicationScope: z.enum(['queue', 'messageGroup']).optional(),
  VisibilityTimeout: z.coerce.number().int().min(0).max(43_200).optional(),
  MessageRetentionPeriod: z.coerce.number().int().min(60).max(1_209_600).optional(),
  DelaySeconds: z.coerce.number().int().min(0).max(900).optional(),
  MaximumMessageSize: z.coerce.number().int().min(1024).max(1_048_576).optional(),
  ReceiveMessageWaitTimeSeconds: z.coerce.number().int().min(0).max(20).optional(),
  RedrivePolicy: z
    .preprocess(
      (value) => (typeof value === 'string' && value !== '' ? JSON.parse(value) : value),
      z.union([redrivePolicy, z.literal('')]),
    )
    .optional(),
});

const SHOWN = [
  'KmsMasterKeyId',
  'KmsDataKeyReusePeriodSeconds',
  'SqsManagedSseEnabled',
  'RedriveAllowPolicy',
  'Policy',
  'FifoThroughputLimit',
];

export interface QueueIdentity {
  name: string;
  arn: string;
  url: string;
}

/** The queue's configuration after these attributes; those not given keep their value, or AWS's default on a new queue. */
export function configureQueue(
  identity: QueueIdentity,
  given: Record<string, Json>,
  now: number,
  before?: QueueConfig,
): QueueConfig {
  const parsed = attributes.safeParse(given);
  if (!parsed.success)
    throw new AwsError('InvalidAttributeValue', `${identity.name}: ${z.prettifyError(parsed.error)}`);
  const value = parsed.data;
  const fifo = before?.fifo ?? value.FifoQueue ?? false;
  if (fifo !== identity.name.endsWith('.fifo'))
    throw new AwsError('InvalidParameterValue', 'The name of a FIFO queue, and only of one, ends with .fifo');
  return {
    ...identity,
    fifo,
    contentBasedDeduplication: value.ContentBasedDeduplication ?? before?.contentBasedDeduplication ?? false,
    deduplicationScope: value.DeduplicationScope ?? before?.deduplicationScope ?? 'queue',
    visibilityTimeoutSeconds: value.VisibilityTimeout ?? before?.visibilityTimeoutSeconds ?? 30,
    retentionSeconds: value.MessageRetentionPeriod ?? before?.retentionSeconds ?? 345_600,
    delaySeconds: value.DelaySeconds ?? before?.delaySeconds ?? 0,
    maximumMessageBytes: value.MaximumMessageSize ?? before?.maximumMessageBytes ?? 1_048_576,
    receiveWaitSeconds: value.ReceiveMessageWaitTimeSeconds ?? before?.receiveWaitSeconds ?? 0,
    redrive: redriveOf(value.RedrivePolicy, before),
    createdAt: before?.createdAt ?? now,
    modifiedAt: now,
    shown: { ...before?.shown, ...shownOf(given) },
  };
}

function redriveOf(
  policy: z.output<typeof attributes>['RedrivePolicy'],
  before: QueueConfig | undefined,
): QueueConfig['redrive'] {
  if (policy === undefined) return before?.redrive;
  if (policy === '') return undefined;
  return { deadLetterArn: policy.deadLetterTargetArn, maxReceiveCount: policy.maxReceiveCount };
}

function shownOf(given: Record<string, Json>): Record<string, string> {
  return Object.fromEntries(
    SHOWN.filter((name) => given[name] !== undefined).map((name) => {
      const value = given[name]!;
      return [name, typeof value === 'string' ? value : JSON.stringify(value)];
    }),
  );
}
