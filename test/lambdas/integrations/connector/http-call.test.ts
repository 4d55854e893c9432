import { afterAll, beforeAll, expect, it } from 'vitest';
import { callJson } from '../../../../lambdas/integrations/connector/http-call.ts';
import type { HttpResponse } from '../../../../local/services/service.ts';
import { type HttpServer, serveHttp } from '../../../../local/runtime/serve-http.ts';

let partner: HttpServer;

beforeAll(async () => {
  partner = await serveHttp(0, async ({ method, url, headers, body }): Promise<HttpResponse> => {
    if (url.pathname === '/slow') await new Promise((resolve) => setTimeout(resolve, 1000));
    if (url.pathname === '/html') return { status: 502, body: '<html>' };
    if (url.pathname === '/busy') return { status: 429, headers: { 'retry-after': '17' }, body: '{}' };
    if (url.pathname === '/moved') return { status: 302, headers: { location: `${partner.url}/stolen` } };
    const said = { method, type: headers['content-type'] ?? null, body: Buffer.from(body).toString() };
    return { status: 200, body: JSON.stringify(said) };
  });
});
afterAll(() => partner.close());

const call = (path: string, body?: unknown, timeoutMs = 20_000) =>
  callJson(timeoutMs)({
    method: body === undefined ? 'GET' : 'POST',
    url: `${partner.url}${path}`,
    headers: {},
    body,
  });

it('sends JSON and gives the status and the parsed body', async () => {
  expect(await call('/', { a: 1 })).toEqual({
    status: 200,
    body: { method: 'POST', type: 'application/json', body: '{"a":1}' },
  });
});

it('gives up after its time, whatever the other side does', async () => {
  await expect(call('/slow', undefined, 100)).rejects.toMatchObject({
    code: 'NoAnswer',
    kind: 'unavailable',
  });
});

it('does not fall over what is not JSON', async () => {
  expect(await call('/html')).toEqual({ status: 502, body: undefined });
});

it('tells how long the partner asks us to wait', async () => {
  expect(await call('/busy')).toMatchObject({ status: 429, retryAfterSeconds: 17 });
});

it('takes its token nowhere else: a redirect is an answer', async () => {
  expect(await call('/moved')).toMatchObject({ status: 302 });
});

it('is unavailable where nobody listens', async () => {
  const nobody = callJson(20_000)({ method: 'GET', url: 'http://127.0.0.1:9/', headers: {} });
  await expect(nobody).rejects.toMatchObject({ code: 'NoAnswer' });
});
