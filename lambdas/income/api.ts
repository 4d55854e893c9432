import * as z from 'zod';
import { apiFunction } from '../shared/api.ts';
import { KernelEnv, readEnv } from '../shared/env.ts';
import { wireKernel } from '../shared/kernel.ts';
import { sharedSecret } from './adapters/shared-secret.ts';
import { getIncome } from './handlers/get-income.ts';
import { postVerification } from './handlers/post-verification.ts';
import { postVerificationWebhook } from './handlers/post-verification-webhook.ts';
import { incomeRoutes } from './routes.ts';

const Env = KernelEnv.extend({ WEBHOOK_SECRET: z.string() });
export type Env = z.input<typeof Env>;

function wire() {
  const env = readEnv(Env);
  const kernel = wireKernel(env);
  return { ...kernel, webhookSecret: sharedSecret(env.WEBHOOK_SECRET, kernel.clock) };
}

/** Every operation's story; the tests serve these very ones. */
export const stories = {
  getIncome,
  orderVerification: postVerification,
  receiveVerificationWebhook: postVerificationWebhook,
};

export const handler = apiFunction({
  table: incomeRoutes,
  stories,
  wire,
});
