import { describe, expect, it } from 'vitest';
import { onDocumentReviewed } from '../../../../lambdas/documents/handlers/on-document-reviewed.ts';
import { taskAcceptDocument } from '../../../../lambdas/documents/handlers/task-accept-document.ts';
import { taskAwaitReview } from '../../../../lambdas/documents/handlers/task-await-review.ts';
import { accept, inReview, review, reviewed, reviewOf, wait } from './review.ts';
import { reading, stage, step } from './stage.ts';

const taskId = 'task_01JD0000000000000000000001';

describe('a recorded decision', () => {
  it.each(['accept', 'return'] as const)('to %s wakes the machine that waits with it', async (decision) => {
    const deps = await inReview();
    await onDocumentReviewed(reviewed(decision, (await reviewOf(deps))!.taskId), deps);
    expect(deps.answered).toEqual([{ token: 'token-1', decision }]);
  });

  it('wakes the round that waits now, not the one it replaced', async () => {
    const deps = await inReview();
    await taskAwaitReview(wait('token-2', true), deps);
    await onDocumentReviewed(reviewed('accept', (await reviewOf(deps))!.taskId), deps);
    expect(deps.answered).toEqual([{ token: 'token-2', decision: 'accept' }]);
  });

  it('gives the one answer again when it is delivered twice, and changes no document', async () => {
    const deps = await inReview();
    await review(deps, accept);
    const before = await deps.document();
    for (let delivery = 0; delivery < 2; delivery += 1)
      await onDocumentReviewed(reviewed('accept', (await reviewOf(deps))!.taskId), deps);
    expect(new Set(deps.answered.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await deps.document()).toEqual(before);
  });

  it('wakes nobody once the machine has acted on it', async () => {
    const deps = await inReview();
    await review(deps, accept);
    await taskAcceptDocument(step, deps);
    await onDocumentReviewed(reviewed('accept', (await reviewOf(deps))!.taskId), deps);
    expect(deps.answered).toEqual([]);
  });

  it('wakes nobody where no review waits', async () => {
    const deps = await stage(reading);
    await onDocumentReviewed(reviewed('accept', taskId), deps);
    expect(deps.answered).toEqual([]);
  });
});
