import { describe, expect, it } from 'vitest';
import { taskAcceptDocument } from '../../../../lambdas/documents/handlers/task-accept-document.ts';
import { taskReconcileDocument } from '../../../../lambdas/documents/handlers/task-reconcile-document.ts';
import { keys } from '../../../../lambdas/shared/table.ts';
import { DocumentFacts } from '../../../../lambdas/shared/views/document-facts.v1.ts';
import { ledgerOf, toldEvents } from '../../../support/fake-kernel.ts';
import { avery, documentId, inspectedPayStub, loanId, reading, stage, step, withInspected } from './stage.ts';

describe('accepting', () => {
  async function accepted() {
    const deps = await withInspected(inspectedPayStub());
    await taskReconcileDocument({ ...step, analyzed: false }, deps);
    return deps;
  }

  it('writes the facts, without names and numbers, and tells what the document is', async () => {
    const deps = await accepted();
    expect(await taskAcceptDocument(step, deps)).toEqual({ outcome: 'ACCEPTED' });
    const view = DocumentFacts.parse(await deps.storage.get(keys.documentFacts(loanId, documentId, 0)));
    expect(view.facts.find(({ name }) => name === 'currentGross')).toMatchObject({
      value: '215000',
      unit: 'cents',
      page: 1,
      engine: 'text-layer',
    });
    expect(view.facts.find(({ name }) => name === 'regularHours')?.value).toBe('8000');
    expect(view.facts.map(({ name }) => name)).not.toContain('employee');
    expect(JSON.stringify(view)).not.toMatch(/Avery|Sample|1234/);
    expect(toldEvents(deps.storage).at(-1)).toEqual({
      detailType: 'DocumentAccepted.v1',
      data: { loanId, documentId, ownerContactId: avery, types: ['pay-stub'], by: 'rules' },
    });
  });

  it('happens once when the step runs again', async () => {
    const deps = await accepted();
    await taskAcceptDocument(step, deps);
    expect(await taskAcceptDocument(step, deps)).toEqual({ outcome: 'ACCEPTED' });
    expect(toldEvents(deps.storage)).toHaveLength(1);
    expect(ledgerOf(deps.storage, `LOAN#${loanId}`)).toHaveLength(1);
  });

  it('is refused where nobody has decided', async () => {
    const deps = await stage({ ...reading, state: 'IN_REVIEW' });
    await expect(taskAcceptDocument(step, deps)).rejects.toMatchObject({ code: 'NotReviewed' });
    expect((await deps.document())?.['state']).toBe('IN_REVIEW');
  });

  it.each(['QUARANTINED', 'RETURNED'] as const)('changes nothing from %s', async (state) => {
    const deps = await stage({ ...reading, state });
    expect(await taskAcceptDocument(step, deps)).toEqual({ outcome: 'ENDED' });
    expect(toldEvents(deps.storage)).toEqual([]);
  });
});
