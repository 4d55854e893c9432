import { describe, expect, it } from 'vitest';
import { taskReturnDocument } from '../../../../lambdas/documents/handlers/task-return-document.ts';
import { toldEvents } from '../../../support/fake-kernel.ts';
import { inReview, review } from './review.ts';
import { avery, documentId, loanId, reading, stage, step } from './stage.ts';

describe('returning', () => {
  it('tells the refusal as a code and a sentence, once', async () => {
    const deps = await stage(reading);
    await taskReturnDocument({ ...step, refusal: 'encrypted' }, deps);
    await taskReturnDocument({ ...step, refusal: 'encrypted' }, deps);
    expect(await deps.document()).toMatchObject({ state: 'RETURNED', reasonCode: 'Encrypted' });
    expect((await deps.document())?.['plainReason']).toMatch(/password/);
    expect(toldEvents(deps.storage)).toEqual([
      {
        detailType: 'DocumentReturned.v1',
        data: { loanId, documentId, ownerContactId: avery, reasonCode: 'Encrypted' },
      },
    ]);
  });

  it('is refused where the verdict asks for nothing', async () => {
    const deps = await stage(reading);
    await expect(taskReturnDocument({ ...step, refusal: null }, deps)).rejects.toMatchObject({
      code: 'NotReturned',
    });
  });

  it('returns the document with the sentence of the chosen code', async () => {
    const deps = await inReview();
    await review(deps, { decision: 'return', reasonCode: 'WrongPerson' });
    await taskReturnDocument({ ...step, refusal: null }, deps);
    expect(await deps.document()).toMatchObject({ state: 'RETURNED', reasonCode: 'WrongPerson' });
    expect(toldEvents(deps.storage).at(-1)?.data).toMatchObject({ reasonCode: 'WrongPerson' });
  });

  it('is refused where a person has not decided', async () => {
    const deps = await inReview();
    await expect(taskReturnDocument({ ...step, refusal: null }, deps)).rejects.toMatchObject({
      code: 'NotReviewed',
    });
    expect((await deps.document())?.['state']).toBe('IN_REVIEW');
  });
});
