import { describe, expect, it } from 'vitest';
import { as, identityApi, userOf, wanted } from '../identity-api.ts';

describe('GET /v1/users/{userId}', () => {
  it('shows the user and its version, and nothing of how it is stored', async () => {
    const { call, put, kernel } = identityApi();
    await put(1, as('manager'));
    const { status, headers, body } = await call('GET', `/v1/users/${userOf(1)}`, as('compliance'));
    expect([status, headers['etag']]).toEqual([200, '"1"']);
    expect(body).toEqual({
      ...wanted,
      userId: userOf(1),
      licences: [],
      active: true,
      version: 1,
      updatedAt: kernel.clock.now(),
    });
  });

  it('is 404 where there is none, and 403 to those who do not look after users', async () => {
    const { call } = identityApi();
    expect((await call('GET', `/v1/users/${userOf(1)}`, as('manager'))).body['code']).toBe('UserNotFound');
    expect((await call('GET', `/v1/users/${userOf(1)}`, as('processor'))).status).toBe(403);
  });
});
