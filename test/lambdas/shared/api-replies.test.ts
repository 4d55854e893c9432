import { describe, expect, it } from 'vitest';
import type { Principal } from '../../../lambdas/shared/actor.ts';
import { conflict } from '../../../lambdas/shared/errors.ts';
import { created, ok } from '../../../lambdas/shared/request.ts';
import { keys, loanSubject } from '../../../lambdas/shared/table.ts';
import { ledgerOf } from '../../support/fake-kernel.ts';
import { change, loanId, officer, processor, setUp } from './small-api.ts';

describe('a reply', () => {
  it.each([
    ['a field that a strict schema does not list', { status: 200, body: { value: 1, ssn: '900-11-2222' } }],
    ['a status that the route does not list', { status: 202, body: { value: 1 } }],
  ])('with %s does not leave', async (_what, reply) => {
    const { statusCode, body: text } = await setUp({ list: async () => reply }).call({
      method: 'GET',
      path: '/v1/loans',
      as: officer,
    });
    expect(statusCode).toBe(500);
    expect(text).not.toContain('900-11-2222');
  });

  it('loses what its schema does not list, the first time and when it is told again', async () => {
    const { call } = setUp({
      change: async (request, { commit }) => {
        request.permit({
          loanId,
          branchId: 'branch_main',
          officerUserId: 'user_01JD0000000000000000000001',
          borrowerContactIds: [],
        } as never);
        const reply = created('/x', { value: 1, secret: 'x' });
        await commit({
          subject: loanSubject(loanId),
          actor: request.actor,
          correlationId: 'c',
          action: 'LoanChanged',
          facts: {},
          writes: [],
          idempotency: request.recorded(reply),
        });
        return reply;
      },
    });
    expect((await call(change())).json).toEqual({ value: 1 });
    expect((await call(change())).json).toEqual({ value: 1 });
  });

  it('is never kept by a cache, and names the asking origin', async () => {
    const { headers } = await setUp().call({
      method: 'GET',
      path: '/v1/loans',
      as: officer,
      headers: { origin: 'https://app.example' },
    });
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'access-control-allow-origin': 'https://app.example',
      vary: 'origin',
    });
  });
});

describe('an idempotency key', () => {
  it.each([
    ['none', {}],
    ['too short', { 'idempotency-key': 'short' }],
    ['with spaces', { 'idempotency-key': 'has spaces in it' }],
  ])('is required: %s', async (_what, headers) => {
    const { call, effects } = setUp();
    const { statusCode, json } = await call(change({ headers }));
    expect([statusCode, json?.['code'], effects()]).toEqual([400, 'MissingIdempotencyKey', 0]);
  });

  it('gives the same answer again, headers and all, and does the work once', async () => {
    const { call, effects } = setUp();
    const first = await call(change());
    const again = await call(change({ rawBody: ' {"amountCents" : 1} ' }));
    expect(again.statusCode).toBe(201);
    expect(again.json).toEqual(first.json);
    expect(again.headers).toEqual({ ...first.headers, 'idempotency-replayed': 'true' });
    expect(effects()).toBe(1);
  });

  it.each([`/v1/loans/${loanId}/changes/`, `/v1/loans/${loanId.replace('_', '%5F')}/changes`])(
    'is the same however its path is spelled: %s',
    async (path) => {
      const { call, effects } = setUp();
      const [first, again] = [await call(change()), await call(change({ path }))];
      expect([again.json, again.headers['idempotency-replayed']]).toEqual([first.json, 'true']);
      expect(effects()).toBe(1);
    },
  );

  it('is refused with another body, and is another key for another person or path', async () => {
    const { call, effects } = setUp();
    await call(change());
    const { statusCode, json } = await call(change({ body: { amountCents: 2 } }));
    expect([statusCode, json?.['code']]).toEqual([409, 'IdempotencyKeyReused']);
    expect(
      (await call(change({ as: { ...processor, userId: 'user_01JD0000000000000000000003' } as Principal })))
        .statusCode,
    ).toBe(201);
    expect(effects()).toBe(2);
  });

  it('answers one who has left the loan as if there were none', async () => {
    const { call, kernel } = setUp();
    await call(change());
    await kernel.storage.write({
      kind: 'update',
      key: keys.loanAccess(loanId),
      set: { officerUserId: 'user_01JD0000000000000000000009' },
    });
    expect((await call(change())).statusCode).toBe(404);
  });

  it('sent five times at once has one effect and one answer', async () => {
    const { call, kernel } = setUp();
    const results = await Promise.all(Array.from({ length: 5 }, async () => call(change())));
    expect(results.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(results.map(({ json }) => json?.['value'])).size).toBe(1);
    expect(ledgerOf(kernel.storage, loanSubject(loanId))).toHaveLength(1);
  });

  it("answers with the first request's reply where a second one meets its work", async () => {
    const { call, kernel } = setUp({
      change: async (request, { commit, storage }) => {
        const access = await storage.get(keys.loanAccess(loanId));
        request.permit(access as never);
        const key = { pk: loanSubject(loanId), sk: 'NEED#1' };
        if (await storage.get(key)) throw conflict('NeedNotOpen', 'it is closed');
        const reply = ok({ value: 7 });
        await commit({
          subject: loanSubject(loanId),
          actor: request.actor,
          correlationId: 'c',
          action: 'NeedClosed',
          facts: {},
          writes: [
            {
              kind: 'put',
              item: key,
              when: { exists: false },
              otherwise: () => conflict('NeedNotOpen', 'it is closed'),
            },
          ],
          idempotency: request.recorded(reply),
        });
        return reply;
      },
    });
    const results = await Promise.all([call(change()), call(change()), call(change())]);
    expect(results.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(ledgerOf(kernel.storage, loanSubject(loanId))).toHaveLength(1);
    expect((await call(change({ headers: { 'idempotency-key': 'key-0000002' } }))).json?.['code']).toBe(
      'NeedNotOpen',
    );
  });

  it('keeps no body, actor or key in clear', async () => {
    const { call, kernel } = setUp();
    await call(change({ body: { amountCents: 1, note: 'avery.sample@example.com' } }));
    const record = kernel.storage.all().find(({ sk }) => sk === 'IDEMPOTENCY');
    expect(record).toBeDefined();
    expect(JSON.stringify(record)).not.toMatch(/avery|key-0000001|user_/);
  });
});
