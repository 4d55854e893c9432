import { conflict, missing } from '../../shared/errors.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import { keys, loanSubject } from '../../shared/table.ts';
import { Task, taskWrite } from '../../shared/views/task.v1.ts';
import type { loanRoutes } from '../routes.ts';

/** POST /v1/loans/{loanId}/tasks/{taskId}/completions: leaves the branch's list, with who and why on the trail. */
export async function postTaskCompletion(
  request: ApiRequest<(typeof loanRoutes.routes)[11]>,
  { storage, commit, clock }: Kernel,
): Promise<Reply> {
  const { loanId, taskId } = request.params;
  const item = await storage.get(keys.task(loanId, taskId));
  if (!item) throw missing('TaskNotFound', 'there is no such task on this loan', { taskId });
  const task = Task.parse(item);
  if (task.kind === 'review-document')
    throw conflict('TaskNeedsReview', 'a document is done by reviewing it', { taskId });
  if (task.status !== 'OPEN') throw conflict('TaskNotOpen', 'the task is done already', { taskId });
  const done: Task = { ...task, status: 'DONE', doneAt: clock.now(), doneBy: request.actor };
  const reply = ok(done);
  const doneMeanwhile = () => conflict('TaskNotOpen', 'the task is done already', { taskId });
  await commit({
    subject: loanSubject(loanId),
    actor: request.actor,
    correlationId: request.correlationId,
    action: 'TaskDone',
    facts: { taskId, kind: task.kind, reasonCode: request.body.reasonCode },
    writes: [{ ...taskWrite(done), when: { equals: { status: 'OPEN' } }, otherwise: doneMeanwhile }],
    idempotency: request.recorded(reply),
  });
  return reply;
}
