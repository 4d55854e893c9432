import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import type { DeadLetterQueuesPort } from '../adapters/dead-letter-queues.ts';
import type { operationsRoutes } from '../routes.ts';

export interface Deps extends Kernel {
  deadLetterQueues: DeadLetterQueuesPort;
}

/** GET /v1/operations/queues */
export async function getQueues(
  _request: ApiRequest<(typeof operationsRoutes.routes)[0]>,
  { deadLetterQueues }: Deps,
): Promise<Reply> {
  return ok({ items: await deadLetterQueues.list() });
}
