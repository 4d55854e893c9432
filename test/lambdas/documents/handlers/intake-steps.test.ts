import { describe, expect, it } from 'vitest';
import { readingsOf, type Inspected } from '../../../../lambdas/documents/adapters/readings.ts';
import { taskAcceptDocument } from '../../../../lambdas/documents/handlers/task-accept-document.ts';
import { taskPassToClean } from '../../../../lambdas/documents/handlers/task-pass-to-clean.ts';
import { taskReconcileDocument } from '../../../../lambdas/documents/handlers/task-reconcile-document.ts';
import { taskReturnDocument } from '../../../../lambdas/documents/handlers/task-return-document.ts';
import { keys } from '../../../../lambdas/shared/table.ts';
import { DocumentFacts } from '../../../../lambdas/shared/views/document-facts.v1.ts';
import { PAY_STUB_LINES, typedPage } from '../../../support/page-words.ts';
import { ledgerOf, toldEvents } from '../../../support/fake-kernel.ts';
import {
  avery,
  blair,
  content,
  documentId,
  inspectedPayStub,
  loanId,
  reading,
  requested,
  sha256Of,
  stage,
  step,
} from './stage.ts';

const key = `loans/${loanId}/${documentId}`;
const pass = { ...step, sourceVersionId: 'v1' };

async function withInspected(inspected: Inspected, document = reading) {
  const deps = await stage(document);
  await readingsOf(deps.store, documentId).writeInspected(inspected);
  return deps;
}
const stub = inspectedPayStub() as unknown as Inspected;

describe('the clean file', () => {
  it('is copied, received and told of', async () => {
    const deps = await stage(requested);
    deps.store.quarantine.set(key, { bytes: content, sha256: sha256Of(content), versionId: 'v1' });
    expect(await taskPassToClean(pass, deps)).toEqual({ outcome: 'PASSED' });
    expect(await deps.document()).toMatchObject({
      state: 'READING',
      file: { sourceVersionId: 'v1', key, versionId: 'clean-1' },
    });
    expect(toldEvents(deps.storage)).toEqual([
      { detailType: 'DocumentReceived.v1', data: { loanId, documentId, ownerContactId: avery } },
    ]);
  });

  it('is received once when the step runs again', async () => {
    const deps = await stage(requested);
    deps.store.quarantine.set(key, { bytes: content, sha256: sha256Of(content), versionId: 'v1' });
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
    deps.store.quarantine.set(key, file);
    expect(await taskPassToClean(pass, deps)).toEqual({ outcome: 'MISMATCH' });
    expect(deps.store.clean.size).toBe(0);
    expect((await deps.document())?.['state']).toBe('REQUESTED');
  });

  it.each(['QUARANTINED', 'ACCEPTED', 'IN_REVIEW'] as const)('is not taken in from %s', async (state) => {
    const deps = await stage({ ...requested, state });
    expect(await taskPassToClean(pass, deps)).toEqual({ outcome: 'ENDED' });
    expect(deps.store.copies).toBe(0);
  });
});

describe('reconciling', () => {
  it('accepts a pay stub that agrees with itself and the loan', async () => {
    const deps = await withInspected(stub);
    expect(await taskReconcileDocument({ ...step, analyzed: false }, deps)).toEqual({ outcome: 'ACCEPT' });
  });

  it("hands another borrower's pay stub to a person", async () => {
    const deps = await withInspected(stub, { ...reading, ownerContactId: blair });
    expect(await taskReconcileDocument({ ...step, analyzed: false }, deps)).toEqual({ outcome: 'REVIEW' });
    const kept = await readingsOf(deps.store, documentId).findReading();
    expect(kept?.parts[0]?.lookAt.map(({ code }) => code)).toContain('pay-stub.person-not-on-loan');
  });

  it('asks for a newer one when it is stale on the day of asking', async () => {
    const late = { ...reading, requestedAt: '2026-08-01T15:00:00.000Z' };
    const deps = await withInspected(stub, late);
    expect(await taskReconcileDocument({ ...step, analyzed: true }, deps)).toEqual({ outcome: 'RETURN' });
    await taskReturnDocument({ ...step, refusal: null }, deps);
    expect(await deps.document()).toMatchObject({ state: 'RETURNED', reasonCode: 'TooOld' });
  });

  it('asks Analyze Lending for the page of a field that decides and was not found, once', async () => {
    const lines = PAY_STUB_LINES.filter(([, piece]) => piece?.[1] !== 'Gross Pay');
    const deps = await withInspected(inspectedPayStub(typedPage(lines)) as unknown as Inspected);
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
      ...(inspectedPayStub(typedPage(lines as never)) as unknown as Inspected),
      ranges: [[2]],
    });
    await readingsOf(deps.store, documentId).writeRange([2], { pages: [], unread: [2] });
    expect((await taskReconcileDocument({ ...step, analyzed: true }, deps)).outcome).toBe('REVIEW');
    const kept = await readingsOf(deps.store, documentId).findReading();
    expect(JSON.stringify(kept)).not.toMatch(/900-?12-?3456/);
    expect(kept?.parts.at(-1)?.lookAt[0]?.code).toBe('page-unread');
  });
});

describe('accepting', () => {
  async function accepted() {
    const deps = await withInspected(stub);
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
});
