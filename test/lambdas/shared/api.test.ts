import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import type { Principal } from '../../../lambdas/shared/actor.ts';
import { apiFunction } from '../../../lambdas/shared/api.ts';
import { conflict, forbidden, invalid, missing, unavailable } from '../../../lambdas/shared/errors.ts';
import type { Kernel } from '../../../lambdas/shared/kernel.ts';
import { type ApiRequest, created, ok, type Reply } from '../../../lambdas/shared/request.ts';
import { type Route, route, type RouteTable } from '../../../lambdas/shared/route.ts';
import { keys, loanSubject } from '../../../lambdas/shared/table.ts';
import { apiEvent, lambdaContext, type TestRequest } from '../../support/api-event.ts';
import { capturedLines } from '../../support/captured-lines.ts';
import { fakeKernel, ledgerOf } from '../../support/fake-kernel.ts';

const loanId = 'loan_01JD0000000000000000000000';
const officer: Principal = {
  kind: 'staff',
  userId: 'user_01JD0000000000000000000001',
  role: 'loan-officer',
  branchId: 'branch_main',
};
const stranger: Principal = { ...officer, userId: 'user_01JD0000000000000000000009' };
const processor: Principal = { ...officer, role: 'processor' };
const params = z.strictObject({ loanId: z.string().regex(/^loan_/) });
const body = z.strictObject({ amountCents: z.int(), note: z.string().optional() });
const replies = {
  200: { description: 'ok', schema: z.strictObject({ value: z.number() }) },
  201: { description: 'made', schema: z.object({ value: z.number() }) },
};

const table = {
  capability: 'loans',
  prefixes: ['/v1/loans'],
  routes: [
    route({
      operationId: 'read',
      method: 'GET',
      path: '/v1/loans/{loanId}',
      summary: '',
      permission: 'loan:read',
      authorization: 'loan',
      params,
      readAction: 'LoanRead',
      replies,
    }),
    route({
      operationId: 'change',
      method: 'POST',
      path: '/v1/loans/{loanId}/changes',
      summary: '',
      permission: 'loan:update',
      authorization: 'story',
      params,
      body,
      idempotent: true,
      replies,
    }),
    route({
      operationId: 'list',
      method: 'GET',
      path: '/v1/loans',
      summary: '',
      permission: 'loan:open',
      authorization: 'role',
      query: z.strictObject({ limit: z.coerce.number().optional() }),
      replies,
    }),
    route({
      operationId: 'hook',
      method: 'POST',
      path: '/v1/hooks',
      summary: '',
      permission: 'public',
      authorization: 'none',
      body,
      replies,
    }),
  ],
} as const satisfies RouteTable;

type Story = (request: ApiRequest<Route>, kernel: Kernel) => Promise<Reply>;

function setUp(stories: Partial<Record<'read' | 'change' | 'list' | 'hook', Story>> = {}) {
  const kernel = fakeKernel();
  let effects = 0;
  const usual: Story = async (request, { commit, storage }) => {
    const item = await storage.get(keys.loanAccess(loanId));
    request.permit(item as never);
    effects += 1;
    const reply = created('/v1/there', { value: effects });
    await commit({
      subject: loanSubject(loanId),
      actor: request.actor,
      correlationId: request.correlationId,
      action: 'LoanChanged',
      facts: {},
      writes: [],
      idempotency: request.recorded(reply),
    });
    return reply;
  };
  const plain: Story = async () => ok({ value: 1 });
  const handler = apiFunction({
    table,
    stories: { read: plain, change: usual, list: plain, hook: plain, ...stories } as never,
    wire: () => kernel,
  });
  const access = {
    loanId,
    branchId: 'branch_main',
    officerUserId: officer.kind === 'staff' ? officer.userId : '',
    borrowerContactIds: ['cont_01JD0000000000000000000002'],
  };
  const opened = kernel.storage.write({ kind: 'put', item: { ...keys.loanAccess(loanId), ...access } });
  const call = async (request: TestRequest) => {
    await opened;
    const result = await handler(apiEvent(request), lambdaContext);
    return {
      ...result,
      headers: result.headers ?? {},
      json: result.body === '' ? undefined : (JSON.parse(result.body) as Record<string, unknown>),
    };
  };
  const reads = () => ledgerOf(kernel.storage, `READS#${loanSubject(loanId)}`).map(({ action }) => action);
  return { kernel, handler, call, reads, effects: () => effects };
}

const change = (more: Partial<TestRequest> = {}): TestRequest => ({
  method: 'POST',
  path: `/v1/loans/${loanId}/changes`,
  as: officer,
  body: { amountCents: 1 },
  headers: { 'idempotency-key': 'key-0000001' },
  ...more,
});

afterEach(() => vi.restoreAllMocks());

describe('what an error becomes', () => {
  const rows: [string, unknown, number, string][] = [
    ['a request that cannot be read', invalid('InvalidRequest', 'x'), 400, 'InvalidRequest'],
    ['a broken rule', invalid('OfficerNotInBranch', 'x'), 422, 'OfficerNotInBranch'],
    ['a refusal', forbidden('Forbidden', 'x'), 403, 'Forbidden'],
    ['a missing thing', missing('NeedNotFound', 'x'), 404, 'NeedNotFound'],
    ['a conflict', conflict('IllegalTransition', 'x'), 409, 'IllegalTransition'],
    ['a stale version', invalid('PreconditionFailed', 'x'), 412, 'PreconditionFailed'],
    ['too much', invalid('RequestTooLarge', 'x'), 413, 'RequestTooLarge'],
    ['an outage', unavailable('Unavailable', 'x'), 503, 'Unavailable'],
    ['a bug', new Error('Avery Sample, 900-11-2222'), 500, 'InternalError'],
    ['a thrown text', 'Avery Sample', 500, 'InternalError'],
  ];
  it.each(rows)('%s', async (_what, error, status, code) => {
    const { call } = setUp({
      list: async () => {
        throw error;
      },
    });
    const { statusCode, headers, json } = await call({ method: 'GET', path: '/v1/loans', as: officer });
    expect(statusCode).toBe(status);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(json).toMatchObject({ status, code, correlationId: 'req-test-0001' });
    expect(headers['retry-after']).toBe(status === 503 ? '2' : undefined);
    if (status === 500)
      expect(json).toEqual({
        type: 'about:blank',
        title: 'Internal error',
        status: 500,
        code: 'InternalError',
        correlationId: 'req-test-0001',
      });
  });

  it('of a bug reaches neither the reply nor the log', async () => {
    const lines = capturedLines();
    const { call } = setUp({
      list: async () => {
        throw new Error('value 900-11-2222\n    at 900-11-2222');
      },
    });
    const { body: text } = await call({ method: 'GET', path: '/v1/loans', as: officer });
    expect(text).not.toContain('900-11-2222');
    expect(JSON.stringify(lines)).toContain('InternalError');
    expect(JSON.stringify(lines)).not.toContain('900-11-2222');
  });

  it("of a stored item that is malformed is ours, not the client's", async () => {
    const { kernel, call } = setUp();
    await call({ method: 'GET', path: '/v1/loans', as: officer });
    await kernel.storage.write({ kind: 'put', item: { ...keys.loanAccess(loanId), broken: true } });
    expect((await call({ method: 'GET', path: `/v1/loans/${loanId}`, as: officer })).statusCode).toBe(500);
  });
});

describe('a request', () => {
  it.each([
    ['an unknown path', { method: 'GET', path: '/v1/nowhere' }, 404, 'NotFound'],
    ['another method', { method: 'DELETE', path: '/v1/loans' }, 405, 'MethodNotAllowed'],
    ['a malformed id', { method: 'GET', path: '/v1/loans/xyz' }, 400, 'InvalidRequest'],
    [
      'an encoded slash',
      { method: 'POST', path: `/v1/loans/${loanId}%2Fchanges`, body: {} },
      405,
      'MethodNotAllowed',
    ],
    ['broken percent encoding', { method: 'GET', path: '/v1/loans/%E0%A4%A' }, 400, 'InvalidRequest'],
    [
      'an unknown query field',
      { method: 'GET', path: '/v1/loans', query: { limit: '1', bogus: '1' } },
      400,
      'InvalidRequest',
    ],
    ['no body', change({ body: undefined }), 400, 'InvalidJson'],
    ['broken JSON', change({ rawBody: '{"amountCents":' }), 400, 'InvalidJson'],
    ['half a surrogate pair', change({ rawBody: '{"amountCents":1,"note":"\\ud800"}' }), 400, 'InvalidJson'],
    [
      'JSON ten thousand deep',
      change({ rawBody: '['.repeat(10_000) + ']'.repeat(10_000) }),
      400,
      'InvalidJson',
    ],
    [
      'ten megabytes',
      change({ rawBody: JSON.stringify({ note: 'x'.repeat(10_000_000) }) }),
      413,
      'RequestTooLarge',
    ],
    ['a field of the wrong kind', change({ body: { amountCents: '1' } }), 400, 'InvalidRequest'],
    ['an unknown field', change({ body: { amountCents: 1, role: 'operations' } }), 400, 'InvalidRequest'],
    ['a prototype', change({ rawBody: '{"amountCents":1,"__proto__":{"a":1}}' }), 400, 'InvalidRequest'],
    ['an array', change({ rawBody: '[]' }), 400, 'InvalidRequest'],
    ['a number past all bounds', change({ rawBody: '{"amountCents":1e999}' }), 400, 'InvalidRequest'],
    [
      'an If-Match that is no ETag',
      change({ headers: { 'idempotency-key': 'key-0000001', 'if-match': '*' } }),
      400,
      'InvalidIfMatch',
    ],
  ] satisfies [string, TestRequest, number, string][])(
    'with %s is refused',
    async (_what, request, status, code) => {
      const { call, effects } = setUp();
      const result = await call({ as: officer, ...request });
      expect([result.statusCode, result.json?.['code']]).toEqual([status, code]);
      expect(effects()).toBe(0);
    },
  );

  it('says which methods a path takes', async () => {
    const { headers } = await setUp().call({ method: 'PUT', path: '/v1/loans', as: officer });
    expect(headers['allow']).toBe('GET');
  });

  it('names the field and the rule, never the value', async () => {
    const { json, body: text } = await setUp().call(
      change({ body: { amountCents: 1, note: 42, 'avery.sample@example.com': 1 } }),
    );
    expect(json?.['problems']).toEqual(expect.arrayContaining([expect.objectContaining({ field: 'note' })]));
    expect(text).not.toContain('avery.sample');
  });

  it('may come in base64', async () => {
    const { handler } = setUp();
    const body64 = Buffer.from('{"amountCents":1}').toString('base64');
    const event = apiEvent({ method: 'POST', path: '/v1/hooks', rawBody: body64 });
    expect((await handler({ ...event, isBase64Encoded: true }, lambdaContext)).statusCode).toBe(200);
    expect((await handler(event, lambdaContext)).statusCode).toBe(400);
  });

  it.each([
    ['its own', 'client-id-0001', 'client-id-0001'],
    ['none that is too short', 'x', 'req-test-0001'],
    ['none with a line break', 'abcdefgh\nset-cookie: x', 'req-test-0001'],
  ])('carries a correlation id: %s', async (_what, given, expected) => {
    const { headers } = await setUp().call({
      method: 'GET',
      path: '/v1/loans',
      as: officer,
      headers: { 'X-Correlation-Id': given },
    });
    expect(headers['x-correlation-id']).toBe(expected);
  });

  it('without a principal behind an authorized route is a failure, never an open door', async () => {
    expect((await setUp().call({ method: 'GET', path: '/v1/loans' })).statusCode).toBe(500);
    expect(
      (await setUp().call({ method: 'POST', path: '/v1/hooks', body: { amountCents: 1 } })).statusCode,
    ).toBe(200);
  });
});

describe('the policy at the door', () => {
  it('answers a stranger to the loan exactly as if there were no loan, and puts it on the trail', async () => {
    const { call, reads } = setUp();
    const refused = await call({ method: 'GET', path: `/v1/loans/${loanId}`, as: stranger });
    const absent = await call({ method: 'GET', path: `/v1/loans/${loanId.slice(0, -1)}9`, as: stranger });
    expect(refused.statusCode).toBe(404);
    expect(refused.body).toBe(absent.body);
    expect(reads()).toEqual(['AccessRefused']);
  });

  it('refuses a role outright with 403, on the trail', async () => {
    const { call, kernel } = setUp();
    expect((await call({ method: 'GET', path: '/v1/loans', as: processor })).statusCode).toBe(403);
    expect(ledgerOf(kernel.storage, 'READS#SYSTEM#loans').map(({ action }) => action)).toEqual([
      'AccessRefused',
    ]);
  });

  it('puts a refusal by the story on the trail too', async () => {
    const { call, reads } = setUp({
      change: async () => {
        throw forbidden('Forbidden', 'not you');
      },
    });
    expect((await call(change())).statusCode).toBe(403);
    expect(reads()).toEqual(['AccessRefused']);
  });

  it('puts a read on the trail before it is shown', async () => {
    const { call, reads } = setUp();
    expect((await call({ method: 'GET', path: `/v1/loans/${loanId}`, as: officer })).statusCode).toBe(200);
    expect(reads()).toEqual(['LoanRead']);
  });

  it('shows nothing when the trail cannot be written', async () => {
    const { call, kernel } = setUp();
    await call({ method: 'GET', path: '/v1/loans', as: officer });
    kernel.storage.write = async () => {
      throw unavailable('Unavailable', 'down');
    };
    const { statusCode, body: text } = await call({
      method: 'GET',
      path: `/v1/loans/${loanId}`,
      as: officer,
    });
    expect(statusCode).toBe(503);
    expect(text).not.toContain('"value"');
  });

  it('fails a story that forgot to ask for its permit', async () => {
    const { call } = setUp({
      change: async (request) => {
        request.recorded(ok({ value: 1 }));
        return ok({ value: 1 });
      },
    });
    expect((await call(change())).statusCode).toBe(500);
  });
});

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
