import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startDynamoBackend } from '../../local/services/dynamodb/dynoxide-process.ts';
import { dynamoStorage } from '../../lambdas/shared/dynamo-storage.ts';
import type { Storage } from '../../lambdas/shared/storage.ts';

export interface DynamoTables {
  storage: Storage;
  client: DynamoDBClient;
  tables: { entities: string; ledger: string };
  close(): Promise<void>;
}

/** Is there a DynamoDB engine to test against? Says so when there is none. */
export function hasDynamoEngine(): boolean {
  try {
    if (existsSync(fileURLToPath(import.meta.resolve('@dynoxide/linux-x64/dynoxide')))) return true;
  } catch {
    // falls through to the plain message
  }
  console.warn('skipped: no DynamoDB engine here (@dynoxide/linux-x64 is installed on Linux x64 alone)');
  return false;
}

/** The engine of the local cloud on a free port with the platform's two tables, and the real adapter over it. */
export async function dynamoTables(): Promise<DynamoTables> {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-storage-'));
  const backend = await startDynamoBackend(join(folder, 'tables.db'), {});
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local-secret' };
  const client = new DynamoDBClient({ endpoint: backend.endpoint, region: 'us-east-1', credentials });
  const tables = { entities: 'entities', ledger: 'audit-ledger' };
  for (const name of Object.values(tables)) await createTable(client, name);
  return {
    storage: dynamoStorage(tables, client),
    client,
    tables,
    close: async () => {
      client.destroy();
      await backend.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function createTable(client: DynamoDBClient, TableName: string): Promise<void> {
  const names = ['pk', 'sk', 'gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk'];
  const keysOf = (pk: string, sk: string) => [
    { AttributeName: pk, KeyType: 'HASH' as const },
    { AttributeName: sk, KeyType: 'RANGE' as const },
  ];
  const index = (IndexName: string) => ({
    IndexName,
    KeySchema: keysOf(`${IndexName}pk`, `${IndexName}sk`),
    Projection: { ProjectionType: 'ALL' as const },
  });
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      KeySchema: keysOf('pk', 'sk'),
      GlobalSecondaryIndexes: [index('gsi1'), index('gsi2')],
    }),
  );
}
