import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { HttpMethods, type Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { SealedBucket } from './constructs/sealed-bucket.ts';
import { HouseStack } from './house-stack.ts';
import { Keys } from './keys.ts';
import type { Stage } from './stages.ts';

/** What cannot be lost: the table, the audit ledger, the buckets, the keys. No function lives here, so a deploy of code cannot touch it. */
export class DataStack extends HouseStack {
  readonly keys: Keys;
  readonly entities: TableV2;
  readonly ledger: TableV2;
  /** Uploads land here; emptied only by its lifecycle. */
  readonly quarantine: Bucket;
  /** Files that a clean verdict let through. */
  readonly documents: Bucket;
  /** The ledger's archive and its signed roots, under Object Lock. */
  readonly auditArchive: Bucket;

  constructor(scope: Construct, stage: Stage) {
    super(scope, 'data', { stage, description: 'Keyturn: tables, buckets and keys; what cannot be lost' });
    this.keys = new Keys(this, 'Keys');
    this.logsKey = this.keys.logs;
    this.entities = this.table('Entities', 'entities', this.keys.data, { timeToLiveAttribute: 'expiresAt' });
    this.ledger = this.table('AuditLedger', 'audit-ledger', this.keys.audit, {
      resourcePolicy: this.appendOnly('audit-ledger'),
    });
    this.quarantine = this.quarantineBucket();
    this.documents = this.documentsBucket();
    this.auditArchive = new SealedBucket(this, 'AuditArchive', {
      name: 'audit-archive',
      key: this.keys.audit,
      lockedFor: Duration.days(stage.auditLockDays),
    }).bucket;
  }

  get entityStreamArn(): string {
    return streamArnOf(this.entities);
  }

  get ledgerStreamArn(): string {
    return streamArnOf(this.ledger);
  }

  private table(
    id: string,
    name: string,
    key: IKey,
    options: { timeToLiveAttribute?: string; resourcePolicy?: PolicyDocument },
  ): TableV2 {
    const { keepsData, pointInTimeRecoveryDays } = this.stage;
    return new TableV2(this, id, {
      tableName: this.named(name),
      partitionKey: text('pk'),
      sortKey: text('sk'),
      globalSecondaryIndexes: [index('gsi1'), index('gsi2')],
      billing: Billing.onDemand(),
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      encryption: TableEncryptionV2.customerManagedKey(key),
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: pointInTimeRecoveryDays,
      },
      deletionProtection: keepsData,
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...options,
    });
  }

  /** Refused by the table itself, whatever a role may say: entries are written once. */
  private appendOnly(tableName: string): PolicyDocument {
    const resource = Stack.of(this).formatArn({
      service: 'dynamodb',
      resource: 'table',
      resourceName: this.named(tableName),
    });
    return new PolicyDocument({
      statements: [
        new PolicyStatement({
          sid: 'WrittenOnce',
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions: [
            'dynamodb:UpdateItem',
            'dynamodb:DeleteItem',
            'dynamodb:BatchWriteItem',
            'dynamodb:PartiQLUpdate',
            'dynamodb:PartiQLDelete',
          ],
          resources: [resource],
        }),
      ],
    });
  }

  private quarantineBucket(): Bucket {
    return new SealedBucket(this, 'Quarantine', {
      name: 'quarantine',
      key: this.keys.data,
      announces: true,
      cors: [
        {
          allowedMethods: [HttpMethods.PUT],
          allowedOrigins: [this.stage.lender.domain],
          allowedHeaders: [
            'content-type',
            'if-none-match',
            'x-amz-checksum-sha256',
            'x-amz-server-side-encryption',
            'x-amz-server-side-encryption-aws-kms-key-id',
          ],
          exposedHeaders: ['etag', 'x-amz-version-id'],
          maxAge: 3600,
        },
      ],
      lifecycle: [
        { id: 'emptied', expiration: Duration.days(30), noncurrentVersionExpiration: Duration.days(1) },
      ],
    }).bucket;
  }

  private documentsBucket(): Bucket {
    return new SealedBucket(this, 'Documents', {
      name: 'documents',
      key: this.keys.data,
      cors: [
        {
          allowedMethods: [HttpMethods.GET],
          allowedOrigins: [this.stage.lender.domain],
          allowedHeaders: ['range'],
          maxAge: 3600,
        },
      ],
    }).bucket;
  }
}

const text = (name: string) => ({ name, type: AttributeType.STRING });

function index(name: string): GlobalSecondaryIndexPropsV2 {
  return { indexName: name, partitionKey: text(`${name}pk`), sortKey: text(`${name}sk`) };
}

function streamArnOf(table: TableV2): string {
  if (table.tableStreamArn === undefined) throw new Error(`${table.node.path} has no stream`);
  return table.tableStreamArn;
}
