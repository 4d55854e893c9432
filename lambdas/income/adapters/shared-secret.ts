import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { type Clock, epochMs } from '../../shared/clock.ts';
import { unavailable } from '../../shared/errors.ts';

/** As `lib/constructs/partner-secret.ts` makes it and an operator fills it. */
const Held = z.object({ clientSecret: z.string().min(1) });

const keptMs = 300_000;

/** A secret's present value, kept for five minutes so that a changed one takes hold without a deploy. Throws `Unavailable`. */
export function sharedSecret(
  secretId: string,
  clock: Clock,
  client = new SecretsManagerClient({}),
): () => Promise<string> {
  let kept: { value: string; until: number } | undefined;
  return async () => {
    const now = epochMs(clock.now());
    if (kept && now < kept.until) return kept.value;
    try {
      const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
      const { clientSecret } = Held.parse(JSON.parse(SecretString ?? ''));
      kept = { value: clientSecret, until: now + keptMs };
      return clientSecret;
    } catch (error) {
      // Without the cause: a parser's message may quote what it could not read.
      const cause = error instanceof Error ? error.name : 'unknown';
      throw unavailable('Unavailable', 'the secret could not be read', { cause });
    }
  };
}
