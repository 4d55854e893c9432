import { describe, expect, it } from 'vitest';
import { operationsWorld } from '../fake-queues.ts';
import { serveOperations } from '../serve.ts';

describe('GET /v1/openapi.json', () => {
  it('is there for everybody, without a token', async () => {
    const reply = await serveOperations(operationsWorld())({ method: 'GET', path: '/v1/openapi.json' });

    expect(reply).toMatchObject({
      status: 200,
      body: { openapi: '3.1.0' },
      headers: { 'cache-control': 'public, max-age=300' },
    });
  });
});
