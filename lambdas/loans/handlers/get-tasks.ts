import { forbidden } from '../../shared/errors.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { type ApiRequest, ok, type Reply } from '../../shared/request.ts';
import { Task } from '../../shared/views/task.v1.ts';
import type { loanRoutes } from '../routes.ts';

/** GET /v1/tasks: the open tasks of the caller's branch, by due time. */
export async function getTasks(
  { principal, query }: ApiRequest<(typeof loanRoutes.routes)[10]>,
  { storage }: Kernel,
): Promise<Reply> {
  if (principal.kind !== 'staff') throw forbidden('Forbidden', 'tasks are staff work');
  const { limit, cursor } = query;
  const page = await storage.queryIndex({
    index: 'gsi1',
    pk: `TASKS#${principal.branchId}`,
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  });
  return ok({ items: page.items.map((item) => Task.parse(item)), next: page.next });
}
