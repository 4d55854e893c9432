import type { Instant } from '../../shared/clock.ts';
import type { Storage, Write } from '../../shared/storage.ts';
import { keys } from '../../shared/table.ts';
import { Task, taskWrite } from '../../shared/views/task.v1.ts';
import type { Document } from '../domain/document.ts';

/** Takes the review's task off the branch's list; nothing where there was no review or it is done. */
export async function closeTask(
  storage: Storage,
  { loanId, review }: Document,
  doneAt: Instant,
): Promise<Write[]> {
  const item = review && (await storage.get(keys.task(loanId, review.taskId)));
  if (!item) return [];
  const task = Task.parse(item);
  if (task.status === 'DONE') return [];
  return [
    taskWrite(
      { ...task, status: 'DONE', doneAt, doneBy: review.decision?.by ?? 'system:documents' },
      { equals: { status: 'OPEN' } },
    ),
  ];
}
