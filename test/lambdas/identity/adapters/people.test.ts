import { describe, expect, it } from 'vitest';
import { storedPeople } from '../../../../lambdas/identity/adapters/people.ts';
import type { VerifiedToken } from '../../../../lambdas/identity/domain/token.ts';
import { indexKeys, keys } from '../../../../lambdas/shared/table.ts';
import { fakeKernel, fakeMacs } from '../../../support/fake-kernel.ts';

const userId = 'user_01JD0000000000000000000001';
const contactId = 'cont_01JD0000000000000000000002';
const token = (more: Partial<VerifiedToken> = {}): VerifiedToken => ({
  pool: 'staff',
  issuer: 'https://issuer.example/staff',
  sub: 'sub-1',
  email: 'Avery@Example.com',
  emailVerified: true,
  ...more,
});
const asBorrower = { pool: 'borrowers', issuer: 'https://issuer.example/borrowers' } as const;

async function setUp() {
  const kernel = fakeKernel();
  const { storage, clock } = kernel;
  const user = {
    userId,
    displayName: 'Avery Sample',
    email: 'avery@example.com',
    role: 'processor',
    branchId: 'branch_main',
    licences: [],
    active: true,
    version: 1,
    updatedAt: clock.now(),
  };
  await storage.write({
    kind: 'put',
    item: { ...keys.user(userId), ...indexKeys.branchUsers('branch_main', userId), ...user },
  });
  await storage.write({
    kind: 'put',
    item: { ...keys.email(await fakeMacs.mac('staff-email', 'avery@example.com')), userId },
  });
  await storage.write({
    kind: 'put',
    item: { ...keys.contact(contactId), contactId, kind: 'borrower', sealed: {} },
  });
  await storage.write({
    kind: 'put',
    item: { ...keys.email(await fakeMacs.mac('email', 'avery@example.com')), contactId },
  });
  const people = storedPeople(kernel, 'operator@example.com');
  const actions = () => storage.all('ledger').map(({ action, pk }) => [action, pk]);
  return {
    kernel,
    people,
    actions,
    resolve: (more?: Partial<VerifiedToken>) => people.resolve(token(more), 'corr-0001'),
  };
}
const processor = { kind: 'staff', userId, role: 'processor', branchId: 'branch_main' };

describe('who signs in', () => {
  it('is bound by a verified address on the first sign-in, on the trail, once', async () => {
    const { resolve, actions } = await setUp();
    expect(await resolve()).toEqual(processor);
    expect(await resolve()).toEqual(processor);
    expect(actions()).toEqual([['PersonBound', `USER#${userId}`]]);
  });

  it('many times at once is bound once', async () => {
    const { resolve, actions } = await setUp();
    expect(await Promise.all([1, 2, 3, 4].map(async () => resolve()))).toEqual([
      processor,
      processor,
      processor,
      processor,
    ]);
    expect(actions()).toHaveLength(1);
  });

  it('is known by issuer and sub from then on, whatever address the token shows', async () => {
    const { resolve } = await setUp();
    await resolve();
    expect(await resolve({ email: undefined, emailVerified: false })).toEqual(processor);
  });

  it.each<[string, Partial<VerifiedToken>]>([
    ['an address that nobody verified', { emailVerified: false }],
    ['no address', { email: undefined }],
    ['an address that is not known', { email: 'nobody@example.com' }],
    ["the first operator's address in the borrowers' pool", { ...asBorrower, email: 'operator@example.com' }],
  ])('with %s is a stranger', async (_what, more) => {
    const { resolve, actions } = await setUp();
    expect(await resolve(more)).toBeUndefined();
    expect(actions()).toEqual([]);
  });

  it('to the portal is the contact of that address, never the staff user', async () => {
    const { resolve } = await setUp();
    expect(await resolve(asBorrower)).toEqual({ kind: 'borrower', contactId, role: 'borrower' });
    expect(await resolve()).toEqual(processor);
  });

  it('by a second account that shows the same address is a stranger, also at once', async () => {
    const { resolve, actions } = await setUp();
    const both = await Promise.all([resolve({ sub: 'sub-1' }), resolve({ sub: 'sub-2' })]);
    expect(both.filter((one) => one !== undefined)).toHaveLength(1);
    expect(await resolve({ sub: 'sub-3' })).toBeUndefined();
    expect(actions()).toHaveLength(1);
  });

  it('with the same sub of another issuer is somebody else', async () => {
    const { resolve } = await setUp();
    await resolve();
    expect(await resolve({ issuer: 'https://elsewhere.example', email: undefined })).toBeUndefined();
  });

  it('as a user who is no longer active is a stranger at once', async () => {
    const { resolve, kernel } = await setUp();
    await resolve();
    await kernel.storage.write({ kind: 'update', key: keys.user(userId), set: { active: false } });
    expect(await resolve()).toBeUndefined();
  });

  it('first as the configured operator becomes operations, once', async () => {
    const { resolve, actions, kernel } = await setUp();
    const operator = { email: 'Operator@example.com', sub: 'op-1' };
    const both = await Promise.all([
      resolve(operator),
      resolve(operator),
      resolve({ ...operator, sub: 'op-2' }),
    ]);
    expect(both.filter((one) => one?.role === 'operations').length).toBeGreaterThanOrEqual(1);
    expect(await resolve({ ...operator, sub: 'op-3' })).toBeUndefined();
    expect(actions().map(([action]) => action)).toEqual(['FirstOperatorAppointed']);
    expect(
      kernel.storage.all().filter(({ sk, role }) => sk === 'USER' && role === 'operations'),
    ).toHaveLength(1);
  });

  it('leaves no address in any key or entry', async () => {
    const { resolve, kernel } = await setUp();
    await resolve();
    const open = [
      ...kernel.storage.all().map(({ pk, sk, gsi1pk, gsi1sk }) => ({ pk, sk, gsi1pk, gsi1sk })),
      ...kernel.storage.all('ledger'),
    ];
    expect(JSON.stringify(open)).not.toMatch(/avery|example\.com/i);
  });
});
