import { describe, expect, it } from 'vitest';
import { storedPeople } from '../../../../lambdas/identity/adapters/people.ts';
import { keys } from '../../../../lambdas/shared/table.ts';
import { ledgerOf } from '../../../support/fake-kernel.ts';
import { as, identityApi, userOf } from '../identity-api.ts';

describe('PUT /v1/users/{userId}', () => {
  it('creates, changes by If-Match, and puts both on the trail without an address', async () => {
    const { put, kernel } = identityApi();
    const created = await put(1, as('manager'));
    expect([created.status, created.headers['etag'], created.headers['location']]).toEqual([
      201,
      '"1"',
      `/v1/users/${userOf(1)}`,
    ]);
    const changed = await put(1, as('manager'), { role: 'underwriter' }, 1);
    expect([changed.status, changed.headers['etag'], changed.body['role']]).toEqual([
      200,
      '"2"',
      'underwriter',
    ]);
    expect(ledgerOf(kernel.storage, `USER#${userOf(1)}`).map(({ action }) => action)).toEqual([
      'UserCreated',
      'UserChanged',
    ]);
    expect(JSON.stringify(kernel.storage.all('ledger'))).not.toContain('avery');
  });

  it.each<[string, ReturnType<typeof as>, object]>([
    ['another branch', as('manager'), { branchId: 'branch_far' }],
    ['a manager', as('manager'), { role: 'manager' }],
    ['compliance', as('manager'), { role: 'compliance' }],
    ['operations', as('manager'), { role: 'operations' }],
    ['anybody, as an officer', as('loan-officer'), {}],
    ['anybody, as compliance', as('compliance'), {}],
  ])('lets a manager appoint within the branch and below: not %s', async (_what, who, more) => {
    const { put, kernel } = identityApi();
    expect((await put(1, who, more)).status).toBe(403);
    expect(kernel.storage.all().filter(({ sk }) => sk === 'USER')).toEqual([]);
  });

  it.each([{ branchId: 'branch_far' }, { role: 'compliance' }, { role: 'manager' }])(
    'keeps a manager from taking over a user who stands as %j',
    async (standing) => {
      const { put, call } = identityApi();
      await put(1, as('operations'), standing);
      expect((await put(1, as('manager'), { email: 'mine@example.com' }, 1)).status).toBe(403);
      expect((await call('GET', `/v1/users/${userOf(1)}`, as('operations'))).body).toMatchObject({
        version: 1,
        ...standing,
      });
    },
  );

  it('takes no name that nobody could read', async () => {
    const { put } = identityApi();
    expect((await put(1, as('operations'), { displayName: ' \u200b ' })).status).toBe(400);
  });

  it('lets operations appoint anybody', async () => {
    const { put } = identityApi();
    expect((await put(1, as('operations'), { role: 'compliance', branchId: 'branch_far' })).status).toBe(201);
  });

  it('is refused without, and with a stale, If-Match; of two at once one wins', async () => {
    const { put } = identityApi();
    await put(1, as('manager'));
    expect((await put(1, as('manager'))).body['code']).toBe('UserExists');
    expect((await put(1, as('manager'), {}, 7)).status).toBe(412);
    expect((await put(2, as('manager'), { email: 'b@example.com' }, 1)).status).toBe(412);
    const both = await Promise.all([
      put(1, as('manager'), { displayName: 'A' }, 1),
      put(1, as('manager'), { displayName: 'B' }, 1),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const fresh = { email: 'c@example.com' };
    const created = await Promise.all([put(3, as('manager'), fresh), put(3, as('manager'), fresh)]);
    expect(created.map(({ body }) => body['code'])).toEqual(
      expect.arrayContaining(['UserExists', undefined]),
    );
  });

  it('gives an address to one user, frees it when it changes, and takes case for nothing', async () => {
    const { put } = identityApi();
    await put(1, as('manager'));
    expect((await put(2, as('manager'), { email: 'AVERY@example.com' })).body['code']).toBe('EmailTaken');
    expect((await put(1, as('manager'), { email: 'Avery@Example.com' }, 1)).status).toBe(200);
    expect((await put(1, as('manager'), { email: 'new@example.com' }, 2)).status).toBe(200);
    expect((await put(2, as('manager'))).status).toBe(201);
    const racing = await Promise.all(
      [3, 4].map(async (n) => put(n, as('manager'), { email: 'race@example.com' })),
    );
    expect(racing.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  });

  it('keeps the sign-in that is bound: no second account comes in after a change', async () => {
    const { put, kernel } = identityApi();
    const people = storedPeople(kernel, 'operator@example.com');
    const signIn = (sub: string) =>
      people.resolve(
        { pool: 'staff', issuer: 'i', sub, email: 'avery@example.com', emailVerified: true },
        'corr-0001',
      );
    await put(1, as('manager'));
    expect(await signIn('one')).toMatchObject({ userId: userOf(1) });
    await put(1, as('manager'), { role: 'underwriter' }, 1);
    expect(await kernel.storage.get(keys.user(userOf(1)))).toHaveProperty('boundAt');
    expect(await signIn('two')).toBeUndefined();
    expect(await signIn('one')).toMatchObject({ role: 'underwriter' });
  });
});
