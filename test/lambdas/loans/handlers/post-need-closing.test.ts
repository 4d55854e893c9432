import { describe, expect, it } from 'vitest';
import { toldEvents } from '../../../support/fake-kernel.ts';
import { loanWorld, people } from '../loan-world.ts';

const setUp = async () => {
  const world = loanWorld();
  const loanId = await world.open();
  const [contactId] = await world.borrowersOf(loanId);
  const { body } = await world.call('POST', `/v1/loans/${loanId}/needs`, people.processor, {
    kind: 'letter-of-explanation',
    contactId,
    reasonCode: 'missing-document',
  });
  const needId = String(body['needId']);
  const close = (more = {}, as = people.processor, request = {}) =>
    world.call(
      'POST',
      `/v1/loans/${loanId}/needs/${needId}/closings`,
      as,
      { outcome: 'SATISFIED', reasonCode: 'explanation-accepted', ...more },
      request,
    );
  return { ...world, loanId, needId, close };
};

describe('POST /v1/loans/{loanId}/needs/{needId}/closings', () => {
  it.each(['SATISFIED', 'WAIVED'])('closes it as %s, and tells the road', async (outcome) => {
    const { close, kernel, needId } = await setUp();
    const { status, body } = await close({ outcome }, people.underwriter);
    expect([status, body['status']]).toEqual([200, outcome]);
    expect(toldEvents(kernel.storage).at(-1)).toMatchObject({
      detailType: 'NeedClosed.v1',
      data: { needId, outcome },
    });
  });

  it('is refused where it is closed already, by another key', async () => {
    const { close } = await setUp();
    await close();
    expect((await close({ outcome: 'WAIVED' }, people.manager)).body['code']).toBe('NeedNotOpen');
  });

  it('twice with one key, at once or later, closes once with one answer', async () => {
    const { close, kernel } = await setUp();
    const request = { headers: { 'idempotency-key': 'the-same-key' } };
    const results = await Promise.all([1, 2, 3].map(async () => close({}, people.processor, request)));
    expect([...results, await close({}, people.processor, request)].map(({ status }) => status)).toEqual([
      200, 200, 200, 200,
    ]);
    expect(
      toldEvents(kernel.storage).filter(({ detailType }) => detailType === 'NeedClosed.v1'),
    ).toHaveLength(1);
  });

  it("of two people at once is one's", async () => {
    const { close, file, loanId } = await setUp();
    const results = await Promise.all([
      close({ outcome: 'WAIVED' }, people.underwriter),
      close({}, people.manager),
    ]);
    expect(results.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await file(loanId)).needs[0]?.version).toBe(2);
  });

  it.each([
    ['by its loan officer', {}, people.officer],
    ['as waived by a processor', { outcome: 'WAIVED' }, people.processor],
  ])('is refused %s, and stays open', async (_who, more, as) => {
    const { close, file, loanId } = await setUp();
    expect((await close(more, as)).status).toBe(403);
    expect((await file(loanId)).needs[0]?.status).toBe('OPEN');
  });

  it('knows no need of another loan', async () => {
    const { close, call, open, needId } = await setUp();
    expect((await close({}, people.farProcessor)).status).toBe(404);
    const { body } = await call(
      'POST',
      `/v1/loans/${await open()}/needs/${needId}/closings`,
      people.processor,
      { outcome: 'WAIVED', reasonCode: 'not-applicable' },
    );
    expect(body['code']).toBe('NeedNotFound');
  });
});
