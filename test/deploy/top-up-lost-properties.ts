import {
  DynamoDBClient,
  UpdateContinuousBackupsCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import {
  type CORSRule,
  PutBucketCorsCommand,
  PutBucketEncryptionCommand,
  type PublicAccessBlockConfiguration,
  PutPublicAccessBlockCommand,
  S3Client,
  type ServerSideEncryptionByDefault,
} from '@aws-sdk/client-s3';
import { SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { LiveResource } from './read-back/live-stacks.ts';
import type { Connection } from './read-back/reader.ts';

/** What is set again by each service's own API, where CloudFormation's part of the emulator dropped it. */
export const toppedUp = [
  'AWS::SQS::Queue RedrivePolicy',
  'AWS::DynamoDB::GlobalTable TimeToLiveSpecification',
  'AWS::DynamoDB::GlobalTable Replicas.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
  'AWS::S3::Bucket BucketEncryption',
  'AWS::S3::Bucket CorsConfiguration',
  'AWS::S3::Bucket PublicAccessBlockConfiguration',
] as const;

/** Gives the live resources what their templates ask for; the values are the templates', none is written here. */
export async function topUpLostProperties(
  { client }: Connection,
  resources: readonly LiveResource[],
): Promise<void> {
  const queues = new SQSClient({ ...client, useQueueUrlAsEndpoint: false });
  const tables = new DynamoDBClient(client);
  const buckets = new S3Client({ ...client, forcePathStyle: true });
  for (const { type, physicalId, properties } of resources) {
    if (type === 'AWS::SQS::Queue' && properties['RedrivePolicy'] !== undefined) {
      await queues.send(
        new SetQueueAttributesCommand({
          QueueUrl: physicalId,
          Attributes: { RedrivePolicy: JSON.stringify(properties['RedrivePolicy']) },
        }),
      );
    }
    if (type === 'AWS::DynamoDB::GlobalTable') await topUpTable(tables, physicalId, properties);
    if (type === 'AWS::S3::Bucket') await topUpBucket(buckets, physicalId, properties);
  }
}

async function topUpTable(
  tables: DynamoDBClient,
  TableName: string,
  properties: Record<string, unknown>,
): Promise<void> {
  const { TimeToLiveSpecification: ttl, Replicas: [replica] = [] } = properties as {
    TimeToLiveSpecification?: { AttributeName: string };
    Replicas?: { PointInTimeRecoverySpecification?: { RecoveryPeriodInDays: number } }[];
  };
  if (ttl !== undefined) {
    await tables.send(
      new UpdateTimeToLiveCommand({
        TableName,
        TimeToLiveSpecification: { AttributeName: ttl.AttributeName, Enabled: true },
      }),
    );
  }
  const recovery = replica?.PointInTimeRecoverySpecification;
  if (recovery !== undefined) {
    await tables.send(
      new UpdateContinuousBackupsCommand({
        TableName,
        PointInTimeRecoverySpecification: {
          PointInTimeRecoveryEnabled: true,
          RecoveryPeriodInDays: recovery.RecoveryPeriodInDays,
        },
      }),
    );
  }
}

interface BucketProperties {
  BucketEncryption?: {
    ServerSideEncryptionConfiguration: [
      { BucketKeyEnabled: boolean; ServerSideEncryptionByDefault: ServerSideEncryptionByDefault },
    ];
  };
  CorsConfiguration?: {
    CorsRules: (Omit<CORSRule, 'MaxAgeSeconds' | 'ExposeHeaders'> & {
      MaxAge?: number;
      ExposedHeaders?: string[];
    })[];
  };
  PublicAccessBlockConfiguration?: PublicAccessBlockConfiguration;
}

async function topUpBucket(
  buckets: S3Client,
  Bucket: string,
  properties: Record<string, unknown>,
): Promise<void> {
  const { BucketEncryption, CorsConfiguration, PublicAccessBlockConfiguration } =
    properties as BucketProperties;
  const [sealing] = BucketEncryption?.ServerSideEncryptionConfiguration ?? [];
  if (sealing !== undefined) {
    const { BucketKeyEnabled, ServerSideEncryptionByDefault } = sealing;
    await buckets.send(
      new PutBucketEncryptionCommand({
        Bucket,
        ServerSideEncryptionConfiguration: {
          Rules: [{ BucketKeyEnabled, ApplyServerSideEncryptionByDefault: ServerSideEncryptionByDefault }],
        },
      }),
    );
  }
  if (CorsConfiguration !== undefined) {
    const CORSRules = CorsConfiguration.CorsRules.map(({ MaxAge, ExposedHeaders, ...rule }) => ({
      ...rule,
      MaxAgeSeconds: MaxAge,
      ExposeHeaders: ExposedHeaders,
    }));
    await buckets.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules } }));
  }
  if (PublicAccessBlockConfiguration !== undefined)
    await buckets.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }));
}
