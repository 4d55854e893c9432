import * as SM from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../local/runtime/memory-store.ts';
import { createSecretsManagerService } from '../../../../local/services/secretsmanager/shell.ts';
import type { Json, LocalService } from '../../../../local/services/service.ts';
import { engineContext } from '../../../support/engine-context.ts';
import { serveService, type ServedService } from '../../../support/serve-service.ts';

const ARN = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:keyturn/partner-AbCdEf';

function declare(service: LocalService, properties: Record<string, Json>): void {
  service.provision({
    stack: 'test',
    logicalId: 'Partner',
    type: 'AWS::SecretsManager::Secret',
    properties: { Name: 'keyturn/partner', ...properties },
    ref: ARN,
    attributes: {},
  });
}

const generated = {
  GenerateSecretString: {
    SecretStringTemplate: '{"client":"keyturn"}',
    GenerateStringKey: 'password',
    PasswordLength: 24,
    ExcludePunctuation: true,
    ExcludeCharacters: '0O',
  },
};

describe('the Secrets Manager client of the SDK', () => {
  const store = memoryStore();
  const service = createSecretsManagerService(engineContext({ store }));
  declare(service, generated);
  let served: ServedService;
  let client: SM.SecretsManagerClient;

  beforeAll(async () => {
    served = await serveService(service);
    client = new SM.SecretsManagerClient(served.client);
  });
  afterAll(async () => {
    client.destroy();
    await served.close();
  });

  it('gets a generated secret by name and by ARN, and a restart does not make a new one', async () => {
    const byName = await client.send(new SM.GetSecretValueCommand({ SecretId: 'keyturn/partner' }));
    expect(byName.ARN).toBe(ARN);
    const value = JSON.parse(byName.SecretString!) as { client: string; password: string };
    expect(value.client).toBe('keyturn');
    expect(value.password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*[1-9])[a-zA-NP-Z1-9]{24}$/);
    const restarted = createSecretsManagerService(engineContext({ store, seed: 9 }));
    declare(restarted, generated);
    expect(await restarted.call('GetSecretValue', { SecretId: ARN })).toMatchObject({
      SecretString: byName.SecretString,
    });
  });

  it('puts a new version and keeps the one before as AWSPREVIOUS', async () => {
    const SecretId = ARN;
    await client.send(new SM.PutSecretValueCommand({ SecretId, SecretString: 'second' }));
    await client.send(new SM.PutSecretValueCommand({ SecretId, SecretString: 'third' }));
    const current = await client.send(new SM.GetSecretValueCommand({ SecretId }));
    const previous = await client.send(
      new SM.GetSecretValueCommand({ SecretId, VersionStage: 'AWSPREVIOUS' }),
    );
    expect([current.SecretString, previous.SecretString]).toEqual(['third', 'second']);
    const described = await client.send(new SM.DescribeSecretCommand({ SecretId }));
    expect(
      Object.values(described.VersionIdsToStages ?? {})
        .flat()
        .sort(),
    ).toEqual(['AWSCURRENT', 'AWSPREVIOUS']);
  });

  it('takes the same token once', async () => {
    const put = { SecretId: ARN, SecretString: 'token', ClientRequestToken: 'a'.repeat(32) };
    const first = await client.send(new SM.PutSecretValueCommand(put));
    expect((await client.send(new SM.PutSecretValueCommand(put))).VersionId).toBe(first.VersionId);
    await expect(
      client.send(new SM.PutSecretValueCommand({ ...put, SecretString: 'other' })),
    ).rejects.toBeInstanceOf(SM.ResourceExistsException);
  });

  it('creates secrets, binary ones too, and names what is missing', async () => {
    const SecretBinary = Uint8Array.from([1, 2, 3]);
    await client.send(new SM.CreateSecretCommand({ Name: 'raw', SecretBinary }));
    expect((await client.send(new SM.GetSecretValueCommand({ SecretId: 'raw' }))).SecretBinary).toEqual(
      SecretBinary,
    );
    await expect(
      client.send(new SM.CreateSecretCommand({ Name: 'raw', SecretString: 'x' })),
    ).rejects.toBeInstanceOf(SM.ResourceExistsException);
    await expect(client.send(new SM.GetSecretValueCommand({ SecretId: 'none' }))).rejects.toBeInstanceOf(
      SM.ResourceNotFoundException,
    );
  });
});
