import { accepted, type ApiRequest, type Reply } from '../../shared/request.ts';
import type { operationsRoutes } from '../routes.ts';
import type { Deps } from './get-queues.ts';

/** POST /v1/operations/queues/{name}/redrives: the move first, then its record: a crash between means a second move, which consumers do not mind. */
export async function postRedrive(
  request: ApiRequest<(typeof operationsRoutes.routes)[2]>,
  deps: Deps,
): Promise<Reply> {
  const { params, body, actor, correlationId } = request;
  const { messages } = await deps.deadLetterQueues.redrive(params.name, body.perSecond);
  const reply = accepted('/v1/operations/queues', {
    name: params.name,
    messages,
    startedAt: deps.clock.now(),
  });
  await deps.commit({
    subject: 'SYSTEM#operations',
    actor,
    correlationId,
    action: 'QueueRedriven',
    facts: { queue: params.name, messages, perSecond: body.perSecond },
    writes: [],
    idempotency: request.recorded(reply),
  });
  return reply;
}
