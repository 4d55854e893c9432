import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { CfnNamedQuery, CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { AuditTables } from './audit-tables.ts';
import { complianceQueries } from './compliance-queries.ts';
import { SealedBucket } from './constructs/sealed-bucket.ts';
import type { DataStack } from './data-stack.ts';
import { HouseStack } from './house-stack.ts';
import type { Stage } from './stages.ts';

/** What AWS itself saw: CloudTrail with data events of tables and buckets, and the workgroup in which compliance asks. */
export class TrailStack extends HouseStack {
  constructor(scope: Construct, stage: Stage, { data }: { data: DataStack }) {
    super(scope, 'trail', { stage, description: 'Keyturn: CloudTrail and the questions of compliance' });
    const key = this.key();
    const trailBucket = new SealedBucket(this, 'TrailFiles', {
      name: 'trail',
      key,
      lockedFor: Duration.days(stage.auditLockDays),
    }).bucket;
    this.trail(trailBucket, key, data);
    this.questions(trailBucket, key, data);
  }

  private get trailArn(): string {
    return this.formatArn({ service: 'cloudtrail', resource: 'trail', resourceName: this.named('trail') });
  }

  private key(): Key {
    const key = new Key(this, 'Key', {
      description: `Keyturn ${this.stage.name}: CloudTrail files and query results`,
      enableKeyRotation: true,
      removalPolicy: this.stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    key.addAlias(this.named('trail'));
    const principals = [new ServicePrincipal('cloudtrail.amazonaws.com')];
    key.addToResourcePolicy(
      new PolicyStatement({
        principals,
        actions: ['kms:GenerateDataKey', 'kms:DescribeKey', 'kms:Decrypt'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceArn': this.trailArn } },
      }),
    );
    return key;
  }

  private trail(bucket: Bucket, key: Key, data: DataStack): void {
    const principals = [new ServicePrincipal('cloudtrail.amazonaws.com')];
    const fromTrail = { 'aws:SourceArn': this.trailArn };
    bucket.addToResourcePolicy(
      new PolicyStatement({
        principals,
        actions: ['s3:GetBucketAcl'],
        resources: [bucket.bucketArn],
        conditions: { StringEquals: fromTrail },
      }),
    );
    bucket.addToResourcePolicy(
      new PolicyStatement({
        principals,
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects(`AWSLogs/${this.account}/*`)],
        conditions: { StringEquals: { ...fromTrail, 's3:x-amz-acl': 'bucket-owner-full-control' } },
      }),
    );
    const tables = [data.entities.tableArn, data.ledger.tableArn];
    const buckets = [data.quarantine, data.documents, data.auditArchive].map(
      ({ bucketArn }) => `${bucketArn}/`,
    );
    const trail = new CfnTrail(this, 'Trail', {
      trailName: this.named('trail'),
      s3BucketName: bucket.bucketName,
      kmsKeyId: key.keyArn,
      isLogging: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      advancedEventSelectors: [
        { name: 'Management', fieldSelectors: [category('Management')] },
        {
          name: 'Tables',
          fieldSelectors: [
            category('Data'),
            typed('AWS::DynamoDB::Table'),
            { field: 'resources.ARN', equalTo: tables },
          ],
        },
        {
          name: 'Buckets',
          fieldSelectors: [
            category('Data'),
            typed('AWS::S3::Object'),
            { field: 'resources.ARN', startsWith: buckets },
          ],
        },
      ],
    });
    if (bucket.policy !== undefined) trail.node.addDependency(bucket.policy);
  }

  private questions(trailBucket: Bucket, key: Key, data: DataStack): void {
    const results = new SealedBucket(this, 'Answers', {
      name: 'audit-answers',
      key,
      lifecycle: [
        { id: 'forgotten', expiration: Duration.days(30), noncurrentVersionExpiration: Duration.days(1) },
      ],
    }).bucket;
    const workGroup = this.named('compliance');
    const group = new CfnWorkGroup(this, 'Compliance', {
      name: workGroup,
      description: 'Questions of compliance over the audit archive and CloudTrail',
      recursiveDeleteOption: !this.stage.keepsData,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: 50 * 1024 ** 3,
        resultConfiguration: {
          outputLocation: `s3://${results.bucketName}/answers/`,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: key.keyArn },
        },
      },
    });
    const database = this.named('audit').replaceAll('-', '_');
    new AuditTables(this, 'Tables', {
      database,
      ledgerLocation: `s3://${data.auditArchive.bucketName}/ledger/`,
      trailLocation: `s3://${trailBucket.bucketName}/AWSLogs/${this.account}/CloudTrail/${this.region}/`,
    });
    for (const { name, question, sql } of complianceQueries) {
      const query = new CfnNamedQuery(this, `Ask-${name}`, {
        name,
        database,
        workGroup,
        description: question,
        queryString: sql,
      });
      query.addResourceDependency(group);
    }
  }
}

const category = (value: string) => ({ field: 'eventCategory', equalTo: [value] });
const typed = (value: string) => ({ field: 'resources.type', equalTo: [value] });
