import { describe, expect, it } from 'vitest';
import { taskPassToClean } from '../../../../lambdas/documents/handlers/task-pass-to-clean.ts';
import { toldEvents } from '../../../support/fake-kernel.ts';
import { avery, content, documentId, loanId, objectKey, requested, sha256Of, stage, step } from './stage.ts';

const pass = { ...step, sourceVersionId: 'v1' };

describe('the clean file', () => {
  it('is copied, received and told of', async () => {
    const deps = await stage(requested);
    deps.store.quarantine.set(objectKey, { bytes: content, sha256: sha256Of(content), versionId: 'v1' });
    expect(await taskPassToClean(pass, deps)).toEqual({ outcome: 'PASSED' });
    expect(await deps.document()).toMatchObject({
      state: 'READING',
      file: { sourceVersionId: 'v1', key: objectKey, versionId: 'clean-1' },
    });
    expect(toldEvents(deps.storage)).toEqual([
      { detailType: 'DocumentReceived.v1', data: { loanId, documentId, ownerContactId: avery } },
    ]);
  });

  it('is received once when the step runs again', async () => {
    const deps = await stage(requested);
    deps.store.quarantine.set(objectKey, { bytes: content, sha256: sha256Of(content), versionId: 'v1' });
    await taskPassToClean(pass, deps);
    expect(await taskPassToClean(pass, deps)).toEqual({ outcome: 'PASSED' });
    expect(deps.store.copies).toBe(1);
    expect(toldEvents(deps.storage)).toHaveLength(1);
  });

  it.each([
    ['of other content', { bytes: content, sha256: 'x', versionId: 'v1' }],
    [
      'of another length',
      { bytes: Buffer.from('longer than declared'), sha256: sha256Of(content), versionId: 'v1' },
    ],
    ['of another version', { bytes: content, sha256: sha256Of(content), versionId: 'v2' }],
  ])('stays in quarantine when it is %s', async (_title, file) => {
    const deps = await stage(requested);
    deps.store.quarantine.set(objectKey, file);
    expect(await taskPassToClean(pass, deps)).toEqual({ outcome: 'MISMATCH' });
    expect(deps.store.clean.size).toBe(0);
    expect((await deps.document())?.['state']).toBe('REQUESTED');
  });

  it('of a loan that has ended meanwhile is kept, goes no further, and its owner is told so, once', async () => {
    const deps = await stage(requested);
    deps.store.quarantine.set(objectKey, { bytes: content, sha256: sha256Of(content), versionId: 'v1' });
    await deps.moveLoan('WITHDRAWN');
    for (let run = 0; run < 2; run += 1)
      expect(await taskPassToClean(pass, deps)).toEqual({ outcome: 'ENDED' });
    expect(deps.store.clean.get(objectKey)).toEqual(content);
    expect(await deps.document()).toMatchObject({
      state: 'RETURNED',
      reasonCode: 'LoanClosed',
      plainReason: expect.stringMatching(/closed .* nothing more to do/),
      file: { key: objectKey },
    });
    expect(toldEvents(deps.storage)).toEqual([
      {
        detailType: 'DocumentReturned.v1',
        data: { loanId, documentId, ownerContactId: avery, reasonCode: 'LoanClosed' },
      },
    ]);
  });

  it('of a loan that ends between the look and the write is kept all the same', async () => {
    const deps = await stage(requested);
    deps.store.quarantine.set(objectKey, { bytes: content, sha256: sha256Of(content), versionId: 'v1' });
    const commit: typeof deps.commit = async (change) => {
      await deps.moveLoan('DENIED');
      return deps.commit(change);
    };
    expect(await taskPassToClean(pass, { ...deps, commit })).toEqual({ outcome: 'ENDED' });
    expect((await deps.document())?.['reasonCode']).toBe('LoanClosed');
  });

  it.each(['QUARANTINED', 'ACCEPTED', 'IN_REVIEW'] as const)('is not taken in from %s', async (state) => {
    const deps = await stage({ ...requested, state });
    expect(await taskPassToClean(pass, deps)).toEqual({ outcome: 'ENDED' });
    expect(deps.store.copies).toBe(0);
  });
});
