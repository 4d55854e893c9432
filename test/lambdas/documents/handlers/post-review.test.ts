import { describe, expect, it } from 'vitest';
import { onDocumentReviewed } from '../../../../lambdas/documents/handlers/on-document-reviewed.ts';
import { taskAcceptDocument } from '../../../../lambdas/documents/handlers/task-accept-document.ts';
import { keys } from '../../../../lambdas/shared/table.ts';
import { DocumentFacts } from '../../../../lambdas/shared/views/document-facts.v1.ts';
import { Task } from '../../../../lambdas/shared/views/task.v1.ts';
import { toldEvents } from '../../../support/fake-kernel.ts';
import { accept, inReview, reviewed, review, reviewOf } from './review.ts';
import { blair, documentId, loanId, reading, stage, step } from './stage.ts';

describe('POST …/review', () => {
  it('records the decision, wakes the machine, and the document becomes accepted by that person', async () => {
    const deps = await inReview();
    const reply = await review(deps, {
      ...accept,
      corrections: [{ fact: 'currentGross', value: '215100' }],
    });
    expect(reply.status).toBe(202);
    const { taskId } = (await reviewOf(deps))!;
    expect(toldEvents(deps.storage).at(-1)).toEqual({
      detailType: 'DocumentReviewed.v1',
      data: { loanId, documentId, taskId, decision: 'accept' },
    });
    await onDocumentReviewed(reviewed('accept', taskId), deps);
    expect(deps.answered).toEqual([{ token: 'token-1', decision: 'accept' }]);

    await taskAcceptDocument(step, deps);
    const view = DocumentFacts.parse(await deps.storage.get(keys.documentFacts(loanId, documentId, 0)));
    expect(view).toMatchObject({ ownerContactId: blair, acceptedBy: 'user_01JD0000000000000000000009' });
    expect(view.facts.find(({ name }) => name === 'currentGross')).toMatchObject({
      value: '215100',
      engine: 'person',
      correctedBy: 'user_01JD0000000000000000000009',
      page: 1,
    });
    const task = Task.parse(await deps.storage.get(keys.task(loanId, taskId)));
    expect(task).toMatchObject({ status: 'DONE', doneBy: 'user_01JD0000000000000000000009' });
    expect(toldEvents(deps.storage).at(-1)?.data).toMatchObject({ by: 'person', types: ['pay-stub'] });
  });

  it('answers the same key with the same reply and decides once', async () => {
    const deps = await inReview();
    const first = await review(deps, accept);
    const second = await review(deps, accept);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(
      toldEvents(deps.storage).filter(({ detailType }) => detailType === 'DocumentReviewed.v1'),
    ).toHaveLength(1);
  });

  it('refuses a second decision', async () => {
    const deps = await inReview();
    await review(deps, accept);
    const other = await review(deps, { decision: 'return', reasonCode: 'WrongPerson' }, 'review-key-2');
    expect([other.status, other.body['code']]).toEqual([409, 'AlreadyReviewed']);
  });

  it.each([
    ['a sealed value', { fact: 'ssn', value: '900-12-3456' }],
    ['a name', { fact: 'employee', value: 'Somebody Else' }],
    ['a fact that the type has not', { fact: 'box1', value: '1' }],
    ['an amount that is no amount', { fact: 'currentGross', value: '1,000.00' }],
    ['a part that is not there', { part: 3, fact: 'currentGross', value: '1' }],
  ])('refuses to correct %s', async (_title, correction) => {
    const deps = await inReview();
    const reply = await review(deps, { ...accept, corrections: [correction] });
    expect([reply.status, reply.body['code']]).toEqual([422, 'CorrectionRefused']);
    expect(JSON.stringify(reply.body)).not.toContain('900-12');
    expect((await reviewOf(deps))?.decision).toBeUndefined();
  });

  it('is refused where no review waits', async () => {
    const deps = await stage(reading);
    const reply = await review(deps, accept);
    expect([reply.status, reply.body['code']]).toEqual([409, 'NotInReview']);
  });
});
