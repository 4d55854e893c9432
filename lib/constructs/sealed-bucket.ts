import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  ObjectLockRetention,
  ObjectOwnership,
  type CorsRule,
  type LifecycleRule,
} from 'aws-cdk-lib/aws-s3';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { HouseStack } from '../house-stack.ts';

export interface SealedBucketProps {
  /** Kebab case; the bucket is `keyturn-<stage>-<name>-<account>`. */
  name: string;
  key: IKey;
  cors?: CorsRule[];
  lifecycle?: LifecycleRule[];
  /** Object events go to the default bus. */
  announces?: boolean;
  /** Object Lock in compliance mode: nobody can delete before. */
  lockedFor?: Duration;
}

/**
 * A bucket nobody reads by accident: its own KMS key and no other, TLS only, no public access, versions kept. Access is
 * logged by the trail's data events: server access logs cannot be delivered to a bucket under KMS, and would hold the
 * query strings of presigned URLs.
 */
export class SealedBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: SealedBucketProps) {
    super(scope, id);
    const stack = HouseStack.holding(this);
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: `${stack.named(props.name)}-${Aws.ACCOUNT_ID}`,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      removalPolicy: stack.stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      lifecycleRules: [
        { id: 'abandoned-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
        ...(props.lifecycle ?? []),
      ],
      ...(props.cors === undefined ? {} : { cors: props.cors }),
      ...(props.lockedFor === undefined
        ? {}
        : {
            objectLockEnabled: true,
            objectLockDefaultRetention: ObjectLockRetention.compliance(props.lockedFor),
          }),
    });
    // `eventBridgeEnabled` would add a custom resource in Python for this one property.
    if (props.announces === true) {
      (this.bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
        eventBridgeConfiguration: { eventBridgeEnabled: true },
      };
    }
    this.refuseOtherKeys(props.key);
  }

  /** Negated conditions match where the header is absent, so each asks for its presence: absent means this bucket's default. */
  private refuseOtherKeys(key: IKey): void {
    this.refusePuts('OnlyThisKey', 's3:x-amz-server-side-encryption-aws-kms-key-id', key.keyArn);
    this.refusePuts('OnlyByKms', 's3:x-amz-server-side-encryption', 'aws:kms');
  }

  private refusePuts(sid: string, header: string, onlyValue: string): void {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid,
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects('*')],
        conditions: { StringNotEquals: { [header]: onlyValue }, Null: { [header]: 'false' } },
      }),
    );
  }
}
