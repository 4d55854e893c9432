import * as z from 'zod';
import type { ResolvedResource, Store } from '../service.ts';
import { AwsError } from '../service.ts';
import { PolicyDocument, type PolicyStatement } from './bucket-policy.ts';

const flag = z.union([z.boolean(), z.stringbool()]);
const count = z.coerce.number().int().nonnegative();

const Encryption = z.object({
  ServerSideEncryptionConfiguration: z
    .array(
      z.object({
        BucketKeyEnabled: flag.default(false),
        ServerSideEncryptionByDefault: z
          .object({
            SSEAlgorithm: z.enum(['AES256', 'aws:kms', 'aws:kms:dsse']),
            KMSMasterKeyID: z.string().optional(),
          })
          .optional(),
      }),
    )
    .min(1),
});

const CorsRule = z.object({
  AllowedMethods: z.array(z.string()),
  AllowedOrigins: z.array(z.string()),
  AllowedHeaders: z.array(z.string()).default([]),
  ExposedHeaders: z.array(z.string()).default([]),
  MaxAge: count.optional(),
});
export type CorsRule = z.infer<typeof CorsRule>;

const LifecycleRule = z.object({
  Status: z.enum(['Enabled', 'Disabled']),
  Prefix: z.string().default(''),
  TagFilters: z.array(z.object({ Key: z.string(), Value: z.string() })).default([]),
  ExpirationInDays: count.optional(),
  ExpirationDate: z.string().optional(),
  ExpiredObjectDeleteMarker: flag.default(false),
  NoncurrentVersionExpirationInDays: count.optional(),
  NoncurrentVersionExpiration: z
    .object({ NoncurrentDays: count, NewerNoncurrentVersions: count.default(0) })
    .optional(),
  AbortIncompleteMultipartUpload: z.object({ DaysAfterInitiation: count }).optional(),
});
export type LifecycleRule = z.infer<typeof LifecycleRule>;

const Retention = z.object({
  Mode: z.enum(['GOVERNANCE', 'COMPLIANCE']),
  Days: count.optional(),
  Years: count.optional(),
});

/** The part of `AWS::S3::Bucket` that the local cloud honours; the rest is accepted and left alone (see the README). */
export const BucketProperties = z.object({
  VersioningConfiguration: z.object({ Status: z.enum(['Enabled', 'Suspended']) }).optional(),
  BucketEncryption: Encryption.optional(),
  CorsConfiguration: z.object({ CorsRules: z.array(CorsRule) }).optional(),
  LifecycleConfiguration: z.object({ Rules: z.array(LifecycleRule) }).optional(),
  PublicAccessBlockConfiguration: z.record(z.string(), z.unknown()).optional(),
  NotificationConfiguration: z
    .object({ EventBridgeConfiguration: z.object({ EventBridgeEnabled: flag.default(true) }).optional() })
    .optional(),
  ObjectLockEnabled: flag.default(false),
  ObjectLockConfiguration: z
    .object({ Rule: z.object({ DefaultRetention: Retention.optional() }).optional() })
    .optional(),
});

export interface Bucket {
  name: string;
  arn: string;
  createdAt: number;
  versioning: 'Enabled' | 'Suspended' | 'Off';
  encryption: { algorithm: string; kmsKeyId?: string; bucketKey: boolean };
  cors: CorsRule[];
  lifecycle: LifecycleRule[];
  publicAccessBlock: Record<string, unknown>;
  eventBridge: boolean;
  objectLock: boolean;
  defaultRetention?: z.infer<typeof Retention>;
}

/** Creates the bucket or brings its configuration up to the template; objects stay. */
export function provisionBucket(store: Store, resource: ResolvedResource, now: number): void {
  const given = BucketProperties.parse(resource.properties);
  const name = resource.ref;
  const before = store.get<Bucket>('s3.buckets', name);
  const rule = given.BucketEncryption?.ServerSideEncryptionConfiguration[0];
  const byDefault = rule?.ServerSideEncryptionByDefault;
  const bucket: Bucket = {
    name,
    arn: resource.attributes['Arn'] ?? `arn:aws:s3:::${name}`,
    createdAt: before?.createdAt ?? now,
    versioning: given.VersioningConfiguration?.Status ?? (given.ObjectLockEnabled ? 'Enabled' : 'Off'),
    encryption: {
      algorithm: byDefault?.SSEAlgorithm ?? 'AES256',
      ...(byDefault?.KMSMasterKeyID === undefined ? {} : { kmsKeyId: byDefault.KMSMasterKeyID }),
      bucketKey: rule?.BucketKeyEnabled ?? false,
    },
    cors: given.CorsConfiguration?.CorsRules ?? [],
    lifecycle: given.LifecycleConfiguration?.Rules ?? [],
    publicAccessBlock: given.PublicAccessBlockConfiguration ?? {},
    eventBridge: given.NotificationConfiguration?.EventBridgeConfiguration?.EventBridgeEnabled ?? false,
    objectLock: given.ObjectLockEnabled,
    ...(given.ObjectLockConfiguration?.Rule?.DefaultRetention === undefined
      ? {}
      : { defaultRetention: given.ObjectLockConfiguration.Rule.DefaultRetention }),
  };
  store.put('s3.buckets', name, bucket);
}

/** `AWS::S3::BucketPolicy`; kept apart from the bucket, so the order of the two does not matter. */
export function provisionBucketPolicy(store: Store, resource: ResolvedResource): PolicyStatement[] {
  const given = z.object({ Bucket: z.string(), PolicyDocument }).parse(resource.properties);
  const statements = given.PolicyDocument.Statement;
  store.put('s3.policies', given.Bucket, statements);
  return statements;
}

/** @throws AwsError NoSuchBucket */
export function getBucket(store: Store, name: string): Bucket {
  const bucket = store.get<Bucket>('s3.buckets', name);
  if (bucket === undefined) throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
  return bucket;
}
