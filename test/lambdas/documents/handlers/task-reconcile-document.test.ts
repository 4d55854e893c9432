import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../../../lambdas/documents/adapters/readings.ts';
import { taskReconcileDocument } from '../../../../lambdas/documents/handlers/task-reconcile-document.ts';
import { taskReturnDocument } from '../../../../lambdas/documents/handlers/task-return-document.ts';
import { toldEvents } from '../../../support/fake-kernel.ts';
import { PAY_STUB_LINES, typedPage } from '../../../support/page-words.ts';
import { blair, documentId, inspectedPayStub, reading, step, withInspected } from './stage.ts';

describe('reconciling', () => {
  it('accepts a pay stub that agrees with itself and the loan', async () => {
    const deps = await withInspected(inspectedPayStub());
    expect(await taskReconcileDocument({ ...step, analyzed: false }, deps)).toEqual({ outcome: 'ACCEPT' });
  });

  it("hands another borrower's pay stub to a person", async () => {
    const deps = await withInspected(inspectedPayStub(), { ...reading, ownerContactId: blair });
    expect(await taskReconcileDocument({ ...step, analyzed: false }, deps)).toEqual({ outcome: 'REVIEW' });
    const kept = await readingsOf(deps.store, documentId).findReading();
    expect(kept?.parts[0]?.lookAt.map(({ code }) => code)).toContain('pay-stub.person-not-on-loan');
  });

  it('asks for a newer one when it is stale on the day of asking', async () => {
    const late = { ...reading, requestedAt: '2026-08-01T15:00:00.000Z' };
    const deps = await withInspected(inspectedPayStub(), late);
    expect(await taskReconcileDocument({ ...step, analyzed: true }, deps)).toEqual({ outcome: 'RETURN' });
    await taskReturnDocument({ ...step, refusal: null }, deps);
    expect(await deps.document()).toMatchObject({ state: 'RETURNED', reasonCode: 'TooOld' });
  });

  it('asks Analyze Lending for the page of a field that decides and was not found, once', async () => {
    const lines = PAY_STUB_LINES.filter(([, piece]) => piece?.[1] !== 'Gross Pay');
    const deps = await withInspected(inspectedPayStub(typedPage(lines)));
    const first = await taskReconcileDocument({ ...step, analyzed: false }, deps);
    expect(first).toEqual({ outcome: 'ANALYZE', pages: [1] });
    expect((await taskReconcileDocument({ ...step, analyzed: true }, deps)).outcome).toBe('REVIEW');
  });

  it('keeps no sealed value, and a page that was refused goes to a person', async () => {
    const lines = [
      ...PAY_STUB_LINES.filter(([, piece]) => piece?.[1].startsWith('SSN') !== true),
      [0.17, [0.06, 'SSN: 900-12-3456']],
    ];
    const deps = await withInspected({
      ...inspectedPayStub(typedPage(lines as never)),
      ranges: [[2]],
    });
    await readingsOf(deps.store, documentId).writeRange([2], { pages: [], unread: [2] });
    expect((await taskReconcileDocument({ ...step, analyzed: true }, deps)).outcome).toBe('REVIEW');
    const kept = await readingsOf(deps.store, documentId).findReading();
    expect(JSON.stringify(kept)).not.toMatch(/900-?12-?3456/);
    expect(kept?.parts.at(-1)?.lookAt[0]?.code).toBe('page-unread');
  });

  it('judges the same when the step runs again, and tells nobody', async () => {
    const deps = await withInspected(inspectedPayStub());
    const judge = async () => [
      await taskReconcileDocument({ ...step, analyzed: true }, deps),
      await readingsOf(deps.store, documentId).findReading(),
    ];
    const first = await judge();
    expect(await judge()).toEqual(first);
    expect(toldEvents(deps.storage)).toEqual([]);
  });

  it('judges nothing of a document that ended', async () => {
    const deps = await withInspected(inspectedPayStub(), { ...reading, state: 'QUARANTINED' });
    expect(await taskReconcileDocument({ ...step, analyzed: true }, deps)).toEqual({ outcome: 'ENDED' });
    expect(await readingsOf(deps.store, documentId).findReading()).toBeUndefined();
  });
});
