import * as z from 'zod';
import { BranchIdSchema, LoanIdSchema, TaskIdSchema } from '../ids.ts';
import { indexKeys, keys } from '../table.ts';
import type { Write } from '../storage.ts';
import { defineView } from './view.ts';

export const taskKinds = [
  'review-document',
  'stalled-stage',
  'employment-record-unavailable',
  'uncertain-effect',
  'income-disagrees',
  'income-needs-evidence',
] as const;

export const Task = z.object({
  taskId: TaskIdSchema,
  loanId: LoanIdSchema,
  branchId: BranchIdSchema,
  kind: z.enum(taskKinds),
  /** What it is about: a document, a need, an effect, a verification. */
  aboutId: z.string(),
  status: z.enum(['OPEN', 'DONE']),
  escalated: z.boolean(),
  openedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  doneAt: z.iso.datetime().optional(),
  doneBy: z.string().optional(),
});
export type Task = z.infer<typeof Task>;

/** What a person of the branch has to do. Key `LOAN#<id> / TASK#<taskId>`; each kind is written by the slice that opens it, listed by loans. */
export const taskView = defineView<Task>({
  name: 'task',
  schemaVersion: 1,
  writer: 'documents, income, loans, messaging: each its own kinds',
  schema: Task,
  example: {
    taskId: 'task_01JD0000000000000000000005',
    loanId: 'loan_01JD0000000000000000000000',
    branchId: 'branch_main',
    kind: 'review-document',
    aboutId: 'doc_01JD0000000000000000000003',
    status: 'OPEN',
    escalated: false,
    openedAt: '2026-11-21T15:00:00.000Z',
    dueAt: '2026-11-23T15:00:00.000Z',
  },
});

/** The task's item; an open one stands in its branch's list, a done one leaves it. */
export function taskWrite(task: Task, when?: Write['when']): Write {
  const listed = task.status === 'OPEN' ? indexKeys.branchTasks(task.branchId, task.dueAt, task.taskId) : {};
  const item = { ...keys.task(task.loanId, task.taskId), ...listed, schemaVersion: 1, ...task };
  return { kind: 'put', item, ...(when ? { when } : {}) };
}
