import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../../../lambdas/documents/adapters/readings.ts';
import { taskAcceptDocument } from '../../../../lambdas/documents/handlers/task-accept-document.ts';
import { taskReconcileDocument } from '../../../../lambdas/documents/handlers/task-reconcile-document.ts';
import { keys } from '../../../../lambdas/shared/table.ts';
import { DocumentFacts } from '../../../../lambdas/shared/views/document-facts.v1.ts';
import { type Need, needView } from '../../../../lambdas/shared/views/need.v1.ts';
import { ledgerOf, toldEvents } from '../../../support/fake-kernel.ts';
import { readDocuments } from './call.ts';
import {
  asBorrower,
  avery,
  blair,
  documentId,
  inspectedPayStub,
  loanId,
  reading,
  stage,
  step,
  withInspected,
} from './stage.ts';

describe('accepting', () => {
  /** Every page a stub of its own, read as the first was. */
  const packageOf = async (count: number) => {
    const deps = await accepted();
    const readings = readingsOf(deps.store, documentId);
    const stub = (await readings.findReading())?.parts[0];
    if (!stub) throw new Error('the stub was not read');
    const parts = Array.from({ length: count }, (_, index) => ({ ...stub, pages: [index + 1] }));
    await readings.writeReading({ schemaVersion: 1, parts });
    return deps;
  };
  const factsOf = (deps: Awaited<ReturnType<typeof packageOf>>) =>
    deps.storage.all().filter(({ sk }) => sk.startsWith(`FACTS#${documentId}#`));

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

  it('of a package of more parts than one transaction holds writes all and tells of it once, at the end', async () => {
    const deps = await packageOf(200);
    expect(await taskAcceptDocument(step, deps)).toEqual({ outcome: 'ACCEPTED' });
    expect(factsOf(deps)).toHaveLength(200);
    expect(toldEvents(deps.storage)).toEqual([
      expect.objectContaining({ detailType: 'DocumentAccepted.v1' }),
    ]);
    expect(await deps.document()).not.toHaveProperty('factsWritten');
    expect(ledgerOf(deps.storage, `LOAN#${loanId}`).map(({ action }) => action)).toEqual([
      'DocumentAccepted',
      'DocumentFactsRecorded',
      'DocumentFactsRecorded',
    ]);
  });

  it.each([1, 2])('goes on where it stopped when it crashed after commit %i', async (survived) => {
    const deps = await packageOf(200);
    let left = survived;
    const crashing: typeof deps.commit = async (change) => {
      if (left === 0) throw new Error('crashed');
      left -= 1;
      return deps.commit(change);
    };
    await expect(taskAcceptDocument(step, { ...deps, commit: crashing })).rejects.toThrow('crashed');
    expect(toldEvents(deps.storage)).toEqual([]);
    deps.clock.advance(60_000);
    expect(await taskAcceptDocument(step, deps)).toEqual({ outcome: 'ACCEPTED' });
    expect(await taskAcceptDocument(step, deps)).toEqual({ outcome: 'ACCEPTED' });
    expect(factsOf(deps)).toHaveLength(200);
    expect(new Set(factsOf(deps).map(({ acceptedAt }) => acceptedAt)).size).toBe(1);
    expect(toldEvents(deps.storage)).toHaveLength(1);
    expect(ledgerOf(deps.storage, `LOAN#${loanId}`)).toHaveLength(3);
  });

  it.each<[string, Partial<Need>, string | undefined]>([
    ['what was asked for', { kind: 'pay-stub' }, undefined],
    [
      'another document than was asked for',
      { kind: 'w2' },
      'We asked for your W-2; this looks like a pay stub. We keep it for your file as that. We still need your W-2.',
    ],
    ["another document than another borrower's", { kind: 'w2', contactId: blair }, undefined],
    ['another document than was asked for before', { kind: 'w2', status: 'SATISFIED' }, undefined],
    ['a thing that no document answers', { kind: 'income-verification' }, undefined],
  ])('of %s says so to the sender, and asks on', async (_, need, text) => {
    const deps = await accepted();
    const item = { ...needView.example, loanId, contactId: avery, ...need };
    await deps.storage.write({ kind: 'put', item: { ...keys.need(loanId, item.needId), ...item } });
    await taskAcceptDocument(step, deps);
    const { body } = await readDocuments(deps, `/${documentId}`, asBorrower(avery));
    expect(body['state']).toBe('ACCEPTED');
    expect(body['reason']).toEqual(text === undefined ? undefined : { code: 'NotWhatWasAsked', text });
    expect(toldEvents(deps.storage).at(-1)?.data).toMatchObject({ types: ['pay-stub'] });
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
