import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { HouseStack } from './house-stack.ts';

/** The stage's keys, one per purpose, so that a right to one is never a right to another. */
export class Keys extends Construct {
  /** Tables, buckets of documents, queues of the outbox. */
  readonly data: Key;
  /** Wraps the data key of each subject: sealed fields only. */
  readonly pii: Key;
  /** HMAC_256: blind indexes and keyed hashes. Never rotated: what it made must be found again. */
  readonly mac: Key;
  /** The ledger table and its archive. */
  readonly audit: Key;
  /** ECC P-256: signs the hourly roots of the ledger. */
  readonly auditSigning: Key;
  readonly logs: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.data = this.key('Data', 'data', 'Tables and document buckets');
    this.pii = this.key('Pii', 'pii', 'Data keys of sealed borrower fields');
    this.mac = this.key(
      'Mac',
      'mac',
      'Blind indexes and keyed hashes',
      KeySpec.HMAC_256,
      KeyUsage.GENERATE_VERIFY_MAC,
    );
    this.audit = this.key('Audit', 'audit', 'Audit ledger and archive');
    this.auditSigning = this.key(
      'AuditSigning',
      'audit-signing',
      'Roots of the audit ledger',
      KeySpec.ECC_NIST_P256,
      KeyUsage.SIGN_VERIFY,
    );
    this.logs = this.key('Logs', 'logs', 'Log groups');
    this.letLogsUse(this.logs);
  }

  private key(
    id: string,
    alias: string,
    description: string,
    spec = KeySpec.SYMMETRIC_DEFAULT,
    usage = KeyUsage.ENCRYPT_DECRYPT,
  ): Key {
    const stack = HouseStack.holding(this);
    const key = new Key(this, id, {
      description: `Keyturn ${stack.stage.name}: ${description}`,
      keySpec: spec,
      keyUsage: usage,
      enableKeyRotation: spec === KeySpec.SYMMETRIC_DEFAULT,
      pendingWindow: Duration.days(stack.stage.keepsData ? 30 : 7),
      removalPolicy: stack.stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    key.addAlias(stack.named(alias));
    return key;
  }

  private letLogsUse(key: Key): void {
    const { region, account, partition } = Stack.of(this);
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: [
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
          'kms:GenerateDataKey',
          'kms:DescribeKey',
        ],
        resources: ['*'],
        conditions: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*`,
          },
        },
      }),
    );
  }
}
