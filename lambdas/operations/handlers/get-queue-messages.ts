import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import type { operationsRoutes } from '../routes.ts';
import type { Deps } from './get-queues.ts';

/** GET /v1/operations/queues/{name}/messages */
export async function getQueueMessages(
  { params }: ApiRequest<(typeof operationsRoutes.routes)[1]>,
  { deadLetterQueues }: Deps,
): Promise<Reply> {
  return ok({ name: params.name, items: await deadLetterQueues.inspect(params.name) });
}
