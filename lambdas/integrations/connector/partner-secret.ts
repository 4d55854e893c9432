import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { unavailable } from '../../shared/errors.ts';

/** What a partner gave us to sign in with, as Secrets Manager keeps it. */
export const ClientCredentials = z.object({ clientId: z.string().min(1), clientSecret: z.string().min(1) });
export type ClientCredentials = z.infer<typeof ClientCredentials>;

/** Read when a token is fetched, which is once an hour: a rotated secret needs no restart. */
export const partnerSecret =
  (secretId: string, client = new SecretsManagerClient({})) =>
  async (): Promise<ClientCredentials> => {
    try {
      const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
      return ClientCredentials.parse(JSON.parse(SecretString ?? ''));
    } catch (error) {
      const cause = error instanceof Error ? error.name : 'unknown';
      throw unavailable('NoCredentials', 'the secret of the partner cannot be read', { cause });
    }
  };
