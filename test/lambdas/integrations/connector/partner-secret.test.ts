import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { partnerSecret } from '../../../../lambdas/integrations/connector/partner-secret.ts';
import { createSecretsManagerService } from '../../../../local/services/secretsmanager/shell.ts';
import { engineContext } from '../../../support/engine-context.ts';
import { serveService, type ServedService } from '../../../support/serve-service.ts';

const service = createSecretsManagerService(engineContext());
let served: ServedService;
let client: SecretsManagerClient;

beforeAll(async () => {
  served = await serveService(service);
  client = new SecretsManagerClient(served.client);
});
afterAll(async () => {
  client.destroy();
  await served.close();
});

const made = async (Name: string, value: unknown) =>
  service.call('CreateSecret', { Name, SecretString: JSON.stringify(value) });

it('reads what the operator has put in, anew each time', async () => {
  await made('good', { clientId: 'one', clientSecret: 'first' });
  const secret = partnerSecret('good', client);
  expect(await secret()).toEqual({ clientId: 'one', clientSecret: 'first' });
  await service.call('PutSecretValue', {
    SecretId: 'good',
    SecretString: '{"clientId":"two","clientSecret":"second"}',
  });
  expect(await secret()).toEqual({ clientId: 'two', clientSecret: 'second' });
});

it.each([
  ['is not there', 'nowhere'],
  ['has another shape', 'odd'],
])('is unavailable, and quotes nothing, where the secret %s', async (_, name) => {
  if (name === 'odd') await made('odd', { user: 'planted-value' });
  const error = await partnerSecret(name, client)().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'NoCredentials', kind: 'unavailable' });
  expect(JSON.stringify(error)).not.toContain('planted-value');
});
