import { describe, expect, it } from 'vitest';
import { taskAcceptDocument } from '../../../../lambdas/documents/handlers/task-accept-document.ts';
import { keys } from '../../../../lambdas/shared/table.ts';
import { DocumentFacts } from '../../../../lambdas/shared/views/document-facts.v1.ts';
import { ledgerOf, toldEvents } from '../../../support/fake-kernel.ts';
import { readDocuments } from './call.ts';
import { accept, inReview, review, reviewOf, unknownInReview } from './review.ts';
import { documentId, loanId, processor, step } from './stage.ts';

const stub = {
  employer: 'Example Mills',
  periodStart: '2026-03-02',
  periodEnd: '2026-03-15',
  payDate: '2026-03-20',
  currentGross: '215000',
  netPay: '177052',
  ytdGross: '1060000',
};
const valuesOf = (facts: Partial<typeof stub>) =>
  Object.entries(facts).map(([fact, value]) => ({ fact, value }));
const named = (facts: Partial<typeof stub>, more: object = {}) => ({
  ...accept,
  reclassified: [{ type: 'pay-stub' }],
  corrections: valuesOf(facts),
  ...more,
});

describe('a document that the machine did not know', () => {
  it('becomes what the reviewer names, with their values, each by their hand, on the trail', async () => {
    const deps = await unknownInReview();
    expect((await review(deps, named(stub))).status).toBe(202);
    expect(ledgerOf(deps.storage, `LOAN#${loanId}`).at(-1)).toMatchObject({
      action: 'DocumentReviewed',
      facts: { decision: 'accept', reclassified: ['0 pay-stub'] },
    });
    await taskAcceptDocument(step, deps);
    const view = DocumentFacts.parse(await deps.storage.get(keys.documentFacts(loanId, documentId, 0)));
    expect(view.type).toBe('pay-stub');
    expect(Object.fromEntries(view.facts.map(({ name, value }) => [name, value]))).toEqual(stub);
    expect(new Set(view.facts.map(({ correctedBy }) => correctedBy))).toEqual(
      new Set(['user_01JD0000000000000000000009']),
    );
    expect(toldEvents(deps.storage).at(-1)?.data).toMatchObject({ types: ['pay-stub'], by: 'person' });
    const shown = await readDocuments(deps, `/${documentId}`, processor);
    expect(shown.body['review']).toMatchObject({ reclassified: [{ part: 0, type: 'pay-stub' }] });
  });

  it.each<[string, object, RegExp]>([
    ['values that contradict each other', named({ ...stub, netPay: '315000' }), /net-above-gross/],
    ['one that is too old', named({ ...stub, periodEnd: '2026-01-15', payDate: '2026-01-20' }), /too-old/],
    ['too few values', named({ employer: 'Example Mills' }), /pay period.*gross pay/],
    ['a part that is not there', named(stub, { reclassified: [{ part: 1, type: 'pay-stub' }] }), /unknown/],
    [
      'two names for one document',
      named(stub, { reclassified: [{ type: 'pay-stub' }, { type: 'w2' }] }),
      /once/,
    ],
  ])('does not become it with %s', async (_, body, why) => {
    const deps = await unknownInReview();
    const reply = await review(deps, body);
    expect([reply.status, reply.body['code']]).toEqual([422, 'ReclassificationRefused']);
    expect(JSON.stringify(reply.body['problems'] ?? reply.body)).toMatch(why);
    expect((await reviewOf(deps))?.decision).toBeUndefined();
  });

  it.each([
    ['a fact of another kind', { fact: 'box1', value: '100' }],
    ['a sealed value', { fact: 'ssn', value: '900-12-3456' }],
  ])('takes no %s', async (_, correction) => {
    const deps = await unknownInReview();
    const reply = await review(deps, named(stub, { corrections: [...valuesOf(stub), correction] }));
    expect([reply.status, reply.body['code']]).toEqual([422, 'CorrectionRefused']);
  });
});

it('a document that the machine knew is not named anew', async () => {
  const deps = await inReview();
  const reply = await review(deps, named(stub));
  expect([reply.status, reply.body['code']]).toEqual([422, 'ReclassificationRefused']);
});
