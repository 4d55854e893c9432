import * as z from 'zod';
import { apiFunction } from '../shared/api.ts';
import { KernelEnv, readEnv } from '../shared/env.ts';
import { wireKernel } from '../shared/kernel.ts';
import { sqsDeadLetterQueues } from './adapters/dead-letter-queues.ts';
import { openApiFile } from './adapters/openapi-file.ts';
import { getOpenApi } from './handlers/get-openapi.ts';
import { getQueueMessages } from './handlers/get-queue-messages.ts';
import { getQueues } from './handlers/get-queues.ts';
import { postRedrive } from './handlers/post-redrive.ts';
import { operationsRoutes } from './routes.ts';

const Env = KernelEnv.extend({
  /** `keyturn-dev-` */
  QUEUE_PREFIX: z.string(),
  /** Comma-separated names of the consumers that have a dead-letter queue. */
  CONSUMERS: z.string(),
});
export type Env = z.input<typeof Env>;

function wire() {
  const env = readEnv(Env);
  const deadLetterQueues = sqsDeadLetterQueues(env.QUEUE_PREFIX, env.CONSUMERS.split(','));
  return { ...wireKernel(env), deadLetterQueues, openApi: openApiFile(import.meta.dirname) };
}

/** Every operation's story; the tests serve these very ones. */
export const stories = {
  listDeadLetterQueues: getQueues,
  inspectDeadLetters: getQueueMessages,
  redriveDeadLetters: postRedrive,
  getOpenApi,
};

export const handler = apiFunction({
  table: operationsRoutes,
  stories,
  wire,
});
