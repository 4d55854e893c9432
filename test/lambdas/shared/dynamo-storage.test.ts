import { afterAll, beforeAll, describe } from 'vitest';
import type { Storage } from '../../../lambdas/shared/storage.ts';
import { type DynamoTables, dynamoTables, hasDynamoEngine } from '../../support/dynamo-tables.ts';
import { storageContract } from './storage.contract.ts';

describe.runIf(hasDynamoEngine())('DynamoDB behind the storage port', () => {
  let running: DynamoTables | undefined;
  beforeAll(async () => {
    running = await dynamoTables();
  });
  afterAll(async () => running?.close());
  storageContract('dynamo', (): Storage => {
    if (!running) throw new Error('the engine is not up');
    return running.storage;
  });
});
