import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  GetResourcePolicyCommand,
} from '@aws-sdk/client-dynamodb';
import { DescribeKeyCommand, GetKeyRotationStatusCommand, KMSClient } from '@aws-sdk/client-kms';
import * as s3 from '@aws-sdk/client-s3';
import { present } from './matches.ts';
import { type Connection, orAbsent, type Readers } from './reader.ts';

export function dataReaders({ client }: Connection): Readers {
  const dynamo = new DynamoDBClient(client);
  const kms = new KMSClient(client);
  const buckets = new s3.S3Client({ ...client, forcePathStyle: true });
  return {
    'AWS::DynamoDB::GlobalTable': async (TableName) => {
      const { Table } = await dynamo.send(new DescribeTableCommand({ TableName }));
      const { TimeToLiveDescription: ttl } = await dynamo.send(new DescribeTimeToLiveCommand({ TableName }));
      const backups = await orAbsent(dynamo.send(new DescribeContinuousBackupsCommand({ TableName })));
      const recovery = backups?.ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
      const policy = await orAbsent(
        dynamo.send(new GetResourcePolicyCommand({ ResourceArn: Table?.TableArn ?? '' })),
      );
      return {
        TableName: Table?.TableName,
        KeySchema: Table?.KeySchema,
        AttributeDefinitions: Table?.AttributeDefinitions,
        BillingMode: Table?.BillingModeSummary?.BillingMode,
        GlobalSecondaryIndexes: Table?.GlobalSecondaryIndexes,
        StreamSpecification: Table?.StreamSpecification,
        SSESpecification: Table?.SSEDescription && {
          SSEEnabled: Table.SSEDescription.Status === 'ENABLED',
          SSEType: Table.SSEDescription.SSEType,
        },
        TimeToLiveSpecification: {
          AttributeName: ttl?.AttributeName,
          Enabled: ttl?.TimeToLiveStatus === 'ENABLED',
        },
        'Replicas.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled':
          recovery?.PointInTimeRecoveryStatus === 'ENABLED',
        'Replicas.PointInTimeRecoverySpecification.RecoveryPeriodInDays': recovery?.RecoveryPeriodInDays,
        'Replicas.ResourcePolicy': policy?.Policy && { PolicyDocument: JSON.parse(policy.Policy) as unknown },
      };
    },
    'AWS::KMS::Key': async (KeyId) => {
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
      const rotation = await orAbsent(kms.send(new GetKeyRotationStatusCommand({ KeyId })));
      return {
        KeySpec: KeyMetadata?.KeySpec,
        KeyUsage: KeyMetadata?.KeyUsage,
        Description: KeyMetadata?.Description,
        EnableKeyRotation: rotation?.KeyRotationEnabled ?? false,
      };
    },
    'AWS::S3::Bucket': (Bucket) => readBucket(buckets, Bucket),
    'AWS::S3::BucketPolicy': async (_id, { Bucket }) => {
      const name = typeof Bucket === 'string' ? Bucket : '';
      const policy = await orAbsent(buckets.send(new s3.GetBucketPolicyCommand({ Bucket: name })));
      return { PolicyDocument: policy?.Policy && (JSON.parse(policy.Policy) as unknown) };
    },
  };
}

async function readBucket(client: s3.S3Client, Bucket: string): Promise<Record<string, unknown>> {
  const [encryption, cors, versions, access, lock, owner, notices, lifecycle] = await Promise.all([
    orAbsent(client.send(new s3.GetBucketEncryptionCommand({ Bucket }))),
    orAbsent(client.send(new s3.GetBucketCorsCommand({ Bucket }))),
    orAbsent(client.send(new s3.GetBucketVersioningCommand({ Bucket }))),
    orAbsent(client.send(new s3.GetPublicAccessBlockCommand({ Bucket }))),
    orAbsent(client.send(new s3.GetObjectLockConfigurationCommand({ Bucket }))),
    orAbsent(client.send(new s3.GetBucketOwnershipControlsCommand({ Bucket }))),
    orAbsent(client.send(new s3.GetBucketNotificationConfigurationCommand({ Bucket }))),
    orAbsent(client.send(new s3.GetBucketLifecycleConfigurationCommand({ Bucket }))),
  ]);
  const rule = encryption?.ServerSideEncryptionConfiguration?.Rules?.[0];
  return {
    BucketName: Bucket,
    BucketEncryption: rule && {
      ServerSideEncryptionConfiguration: [
        {
          BucketKeyEnabled: rule.BucketKeyEnabled,
          ServerSideEncryptionByDefault: rule.ApplyServerSideEncryptionByDefault,
        },
      ],
    },
    CorsConfiguration: cors?.CORSRules && {
      CorsRules: cors.CORSRules.map((each) => ({
        ...each,
        MaxAge: each.MaxAgeSeconds,
        ExposedHeaders: each.ExposeHeaders,
      })),
    },
    VersioningConfiguration: { Status: versions?.Status },
    PublicAccessBlockConfiguration: access?.PublicAccessBlockConfiguration,
    ObjectLockEnabled: lock?.ObjectLockConfiguration?.ObjectLockEnabled === 'Enabled',
    ObjectLockConfiguration: lock?.ObjectLockConfiguration,
    OwnershipControls: owner?.OwnershipControls,
    NotificationConfiguration: {
      EventBridgeConfiguration: notices?.EventBridgeConfiguration && { EventBridgeEnabled: true },
    },
    LifecycleConfiguration: lifecycle?.Rules && lifecycle.Rules.length > 0 ? present : undefined,
  };
}
