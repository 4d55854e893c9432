import * as z from 'zod';
import { KernelEnv } from '../../shared/env.ts';
import { wireKernel } from '../../shared/kernel.ts';
import { kmsEnvelopes } from '../../shared/pii.ts';
import { sharedSecret } from './shared-secret.ts';
import { trueworkVerifier } from './truework-verifier.ts';
import { schedulerChecks } from './verification-checks.ts';

/** What every function that speaks with the verification provider needs. */
export const PursuitEnv = KernelEnv.extend({
  DEAD_LETTER_QUEUE_URL: z.string(),
  PII_KEY_ID: z.string(),
  VERIFIER_URL: z.url(),
  VERIFIER_TOKEN_SECRET: z.string(),
  CHECK_GROUP: z.string(),
  CHECK_QUEUE_ARN: z.string(),
  CHECK_DEAD_LETTERS_ARN: z.string(),
  CHECK_ROLE_ARN: z.string(),
});

export function wirePursuit(env: z.output<typeof PursuitEnv>) {
  const kernel = wireKernel(env);
  return {
    ...kernel,
    envelopes: kmsEnvelopes(kernel.storage, env.PII_KEY_ID),
    verifier: trueworkVerifier({
      baseUrl: env.VERIFIER_URL,
      token: sharedSecret(env.VERIFIER_TOKEN_SECRET, kernel.clock),
    }),
    checks: schedulerChecks({
      groupName: env.CHECK_GROUP,
      queueArn: env.CHECK_QUEUE_ARN,
      deadLettersArn: env.CHECK_DEAD_LETTERS_ARN,
      roleArn: env.CHECK_ROLE_ARN,
    }),
    deadLetterQueueUrl: env.DEAD_LETTER_QUEUE_URL,
  };
}
