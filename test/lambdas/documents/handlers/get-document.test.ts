import { describe, expect, it } from 'vitest';
import { taskReconcileDocument } from '../../../../lambdas/documents/handlers/task-reconcile-document.ts';
import { readDocuments } from './call.ts';
import {
  asBorrower,
  avery,
  blair,
  documentId,
  inspectedPayStub,
  processor,
  reading,
  stage,
  step,
  withInspected,
} from './stage.ts';

describe('seeing a document', () => {
  async function read() {
    const deps = await withInspected(inspectedPayStub());
    await taskReconcileDocument({ ...step, analyzed: true }, deps);
    return deps;
  }

  it('shows staff each value with page, box, engine and confidence, the sealed ones without value', async () => {
    const { body } = await readDocuments(await read(), `/${documentId}`, processor);
    const [part] = body['parts'] as { fields: Record<string, unknown>[] }[];
    expect(part?.fields.find(({ name }) => name === 'currentGross')).toMatchObject({
      value: 215000,
      page: 1,
      engine: 'text-layer',
      confidence: 100,
      box: { left: expect.any(Number) as number },
    });
    for (const field of part?.fields.filter(({ sealed }) => sealed) ?? [])
      expect(field).not.toHaveProperty('value');
  });

  it('shows the owner state and reason alone', async () => {
    const { body } = await readDocuments(await read(), `/${documentId}`, asBorrower(avery));
    expect(body).toMatchObject({ documentId, state: 'READING' });
    for (const hidden of ['parts', 'review', 'uploadedBy', 'activeContent'])
      expect(body).not.toHaveProperty(hidden);
  });

  it("hides a borrower's document from the other borrower, by id, in the list and as a file", async () => {
    const deps = await stage(reading);
    const there = await readDocuments(deps, `/${documentId}`, asBorrower(blair));
    const notThere = await readDocuments(deps, '/doc_01JD0000000000000000000099', asBorrower(blair));
    expect([there.status, there.body]).toEqual([404, notThere.body]);
    expect((await readDocuments(deps, `/${documentId}/file`, asBorrower(blair))).status).toBe(404);
    expect((await readDocuments(deps, '', asBorrower(blair))).body['items']).toEqual([]);
    expect((await readDocuments(deps, '', asBorrower(avery))).body['items']).toHaveLength(1);
  });
});
