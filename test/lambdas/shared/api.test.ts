import { afterEach, describe, expect, it, vi } from 'vitest';
import { conflict, forbidden, invalid, missing, unavailable } from '../../../lambdas/shared/errors.ts';
import { ok } from '../../../lambdas/shared/request.ts';
import { keys } from '../../../lambdas/shared/table.ts';
import { apiEvent, lambdaContext, type TestRequest } from '../../support/api-event.ts';
import { capturedLines } from '../../support/captured-lines.ts';
import { ledgerOf } from '../../support/fake-kernel.ts';
import { change, loanId, officer, processor, setUp, stranger } from './small-api.ts';

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
    const plain = {
      type: 'about:blank',
      title: 'Internal error',
      status: 500,
      code,
      correlationId: 'req-test-0001',
    };
    const told: unknown = expect.objectContaining({ status, code, correlationId: 'req-test-0001' });
    expect(json).toEqual(status === 500 ? plain : told);
    expect(headers['retry-after']).toBe(status === 503 ? '2' : undefined);
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
    [
      'a body that says it is text',
      change({ headers: { 'idempotency-key': 'key-0000001', 'content-type': 'text/plain' } }),
      415,
      'UnsupportedMediaType',
    ],
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
    ["none that could be a person's number", '900-11-2222', 'req-test-0001'],
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
