import { Duration } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { describe, expect, it } from 'vitest';
import { SealedBucket, type SealedBucketProps } from '../../../lib/constructs/sealed-bucket.ts';
import { type StageName } from '../../../lib/stages.ts';
import { resourcesOf, statementsOf, testStack } from '../../support/templates.ts';

function bucket(more: Partial<SealedBucketProps> = {}, stage: StageName = 'dev') {
  const stack = testStack(stage);
  new SealedBucket(stack, 'Sample', { name: 'sample', key: new Key(stack, 'Key'), ...more });
  return stack;
}

const properties = (stack: ReturnType<typeof testStack>) =>
  resourcesOf(stack, 'AWS::S3::Bucket')[0]?.properties;

describe('a sealed bucket', () => {
  it('is encrypted by its key, private and versioned', () => {
    expect(properties(bucket())).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } },
        ],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: 'Enabled' },
    });
  });

  it('refuses plain HTTP, other keys and other encryption, but not a request that leaves the default', () => {
    const statements = resourcesOf(bucket(), 'AWS::S3::BucketPolicy').flatMap(({ properties }) =>
      statementsOf(properties['PolicyDocument']),
    );
    const denied = statements.filter(({ Effect }) => Effect === 'Deny');
    expect(denied.map(({ Condition }) => Object.keys(Condition ?? {}).sort())).toEqual(
      expect.arrayContaining([
        ['Bool'],
        ['NumericLessThan'],
        ['Null', 'StringNotEquals'],
        ['Null', 'StringNotEquals'],
      ]),
    );
    for (const { Condition } of denied) {
      if (Condition?.['StringNotEquals'] === undefined) continue;
      expect(Condition['Null']).toEqual({ [Object.keys(Condition['StringNotEquals'])[0] ?? '']: 'false' });
    }
  });

  it('announces objects on the default bus without a custom resource', () => {
    const stack = bucket({ announces: true });
    expect(properties(stack)).toMatchObject({
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
    expect(resourcesOf(stack).filter(({ type }) => type.startsWith('Custom::'))).toEqual([]);
  });

  it('locks objects in compliance mode for the days it is given', () => {
    expect(properties(bucket({ lockedFor: Duration.days(30) }))).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 30 } } },
    });
  });
});
