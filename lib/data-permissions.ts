import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { DataStack } from './data-stack.ts';
import type { Permission } from './permission.ts';

type Index = 'gsi1' | 'gsi2';

/** The variables of `KernelEnv` (lambdas/shared/env.ts). */
export function kernelEnvironment(data: DataStack) {
  return {
    ENTITIES_TABLE: data.entities.tableName,
    LEDGER_TABLE: data.ledger.tableName,
    MAC_KEY_ID: data.keys.mac.keyArn,
    LENDER_ZONE: data.stage.lender.zone,
  };
}

/** Read items of `entities` by key, and the named indexes. */
export function readsEntities(data: DataStack, ...indexes: Index[]): Permission[] {
  return [
    {
      actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:ConditionCheckItem'],
      resources: [data.entities.tableArn, ...indexes.map((index) => indexArn(data.entities, index))],
    },
    tableKey(data, data.keys.data),
  ];
}

/** Write items of `entities` without an audit entry (consumer's marks, idempotency, partner state, outbox sweeps). */
export function writesEntities(data: DataStack): Permission[] {
  return [
    {
      actions: [
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
        'dynamodb:ConditionCheckItem',
      ],
      resources: [data.entities.tableArn],
    },
    tableKey(data, data.keys.data),
  ];
}

/**
 * The one transaction (`lambdas/shared/transaction.ts`): changes in `entities`, an entry put into the ledger, keyed
 * hashes. The only set of permissions that can write the ledger; it cannot change or delete an entry.
 */
export function commitsTransactions(data: DataStack, ...indexes: Index[]): Permission[] {
  return [
    ...readsEntities(data, ...indexes),
    ...writesEntities(data),
    ...appendsToLedger(data),
    makesMacs(data),
  ];
}

/** An API that changes nothing: it reads, and leaves an entry of each read and refusal. */
export function recordsReads(data: DataStack, ...indexes: Index[]): Permission[] {
  return [...readsEntities(data, ...indexes), ...appendsToLedger(data), makesMacs(data)];
}

/** Put entries alone: recorded reads and refusals. */
export function appendsToLedger(data: DataStack): Permission[] {
  return [
    { actions: ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'], resources: [data.ledger.tableArn] },
    tableKey(data, data.keys.audit),
  ];
}

export function readsLedger(data: DataStack, ...indexes: Index[]): Permission[] {
  return [
    {
      actions: ['dynamodb:GetItem', 'dynamodb:Query'],
      resources: [data.ledger.tableArn, ...indexes.map((index) => indexArn(data.ledger, index))],
    },
    tableKey(data, data.keys.audit),
  ];
}

/** Blind indexes and keyed hashes. */
export function makesMacs(data: DataStack): Permission {
  return { actions: ['kms:GenerateMac'], resources: [data.keys.mac.keyArn] };
}

/** Seal new fields. */
export function sealsFields(data: DataStack): Permission {
  return { actions: ['kms:GenerateDataKey', 'kms:Decrypt'], resources: [data.keys.pii.keyArn] };
}

/** Open sealed fields: reveals and the few stories that must send one. */
export function opensFields(data: DataStack): Permission {
  return { actions: ['kms:Decrypt'], resources: [data.keys.pii.keyArn] };
}

export function readsObjects(data: DataStack, bucket: Bucket, prefix = ''): Permission[] {
  return [
    {
      actions: ['s3:GetObject', 's3:GetObjectVersion'],
      resources: [bucket.arnForObjects(`${prefix}*`)],
    },
    viaService(bucket.encryptionKey ?? data.keys.data, ['kms:Decrypt'], `s3.${data.region}.amazonaws.com`),
  ];
}

export function writesObjects(data: DataStack, bucket: Bucket, prefix = ''): Permission[] {
  return [
    { actions: ['s3:PutObject'], resources: [bucket.arnForObjects(`${prefix}*`)] },
    // Decrypt is what S3 asks for when the parts of a multipart upload are joined.
    viaService(
      bucket.encryptionKey ?? data.keys.data,
      ['kms:GenerateDataKey', 'kms:Decrypt'],
      `s3.${data.region}.amazonaws.com`,
    ),
  ];
}

function indexArn(table: TableV2, index: Index): string {
  return `${table.tableArn}/index/${index}`;
}

/** DynamoDB decrypts a table's key on behalf of whoever calls it. */
function tableKey(data: DataStack, key: IKey): Permission {
  return viaService(key, ['kms:Decrypt'], `dynamodb.${data.region}.amazonaws.com`);
}

function viaService(key: IKey, actions: string[], service: string): Permission {
  return { actions, resources: [key.keyArn], conditions: { StringEquals: { 'kms:ViaService': service } } };
}
