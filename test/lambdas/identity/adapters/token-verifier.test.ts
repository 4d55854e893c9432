import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenVerifier, type VerifyToken } from '../../../../lambdas/identity/adapters/token-verifier.ts';
import { DomainError } from '../../../../lambdas/shared/errors.ts';

const staff = await generateKeyPair('RS256');
const borrowers = await generateKeyPair('RS256');
const stranger = await generateKeyPair('RS256');
const issuers = { staff: 'https://issuer.example/staff', borrowers: 'https://issuer.example/borrowers' };
let server: Server;
let base = '';
let isDown = false;
let fetches = 0;
let verify: VerifyToken;

const keysOf = async (pair: typeof staff, kid: string) =>
  JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid, alg: 'RS256', use: 'sig' }] });
const verifier = () =>
  tokenVerifier([
    { name: 'staff', issuer: issuers.staff, jwksUri: `${base}/staff`, clientIds: ['staff-web', 'staff-cli'] },
    { name: 'borrowers', issuer: issuers.borrowers, jwksUri: `${base}/borrowers`, clientIds: ['portal'] },
  ]);

beforeAll(async () => {
  const sets = {
    '/staff': await keysOf(staff, 'staff-1'),
    '/borrowers': await keysOf(borrowers, 'borrowers-1'),
  };
  server = createServer((request, response) => {
    fetches += 1;
    if (isDown) response.writeHead(503).end();
    else response.end(sets[request.url as keyof typeof sets]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  verify = verifier();
});
afterAll(() => server.close());

const claims = {
  token_use: 'access',
  client_id: 'staff-web',
  email: 'avery@example.com',
  email_verified: 'true',
};
const token = (
  more: Record<string, unknown> = {},
  { key = staff.privateKey, kid = 'staff-1', issuer = issuers.staff, expires = '5m' } = {},
) =>
  new SignJWT({ ...claims, ...more })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setSubject('sub-1')
    .setIssuer(issuer)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(key);
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a token', () => {
  it('of a pool, for one of its clients, says who it is and which pool vouches', async () => {
    expect(await verify(await token())).toEqual({
      pool: 'staff',
      issuer: issuers.staff,
      sub: 'sub-1',
      email: 'avery@example.com',
      emailVerified: true,
    });
    const theirs = await token(
      { client_id: 'portal', email: undefined, email_verified: undefined },
      { key: borrowers.privateKey, kid: 'borrowers-1', issuer: issuers.borrowers },
    );
    expect(await verify(theirs)).toEqual({
      pool: 'borrowers',
      issuer: issuers.borrowers,
      sub: 'sub-1',
      email: undefined,
      emailVerified: false,
    });
  });

  it.each([
    ['true', true],
    [true, true],
    ['false', false],
    [false, false],
    [undefined, false],
  ])('whose e-mail is verified %s counts as %s', async (email_verified, emailVerified) => {
    expect((await verify(await token({ email_verified }))).emailVerified).toBe(emailVerified);
  });

  const bad: [string, () => Promise<string>][] = [
    ['that has expired', () => token({}, { expires: '-1s' })],
    ['of an unknown issuer', () => token({}, { issuer: 'https://elsewhere.example' })],
    ['signed by another key under a known name', () => token({}, { key: stranger.privateKey })],
    ['signed by the other pool', () => token({}, { key: borrowers.privateKey, kid: 'borrowers-1' })],
    ['of an unknown key', () => token({}, { kid: 'unknown' })],
    ['for a client of the other pool', () => token({ client_id: 'portal' })],
    ['for no client', () => token({ client_id: undefined })],
    ['that is an id token', () => token({ token_use: 'id', aud: 'staff-web' })],
    ['without a use', () => token({ token_use: undefined })],
    ['not valid yet', () => token({ nbf: Math.floor(Date.parse('2099-01-01') / 1000) })],
    [
      'with no signature (alg none)',
      async () => `${part({ alg: 'none', kid: 'staff-1' })}.${(await token()).split('.')[1] ?? ''}.`,
    ],
    [
      'whose header was changed to alg none',
      async () => [part({ alg: 'none', kid: 'staff-1' }), ...(await token()).split('.').slice(1)].join('.'),
    ],
    [
      'whose claims were changed',
      async () => {
        const [head, , signature] = (await token()).split('.');
        return [
          head,
          part({ ...claims, sub: 'sub-2', iss: issuers.staff, exp: 4_000_000_000 }),
          signature,
        ].join('.');
      },
    ],
    [
      'signed HS256 with the public key as the secret',
      async () =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: 'HS256', kid: 'staff-1' })
          .setSubject('sub-1')
          .setIssuer(issuers.staff)
          .setExpirationTime('5m')
          .sign(Buffer.from(await exportSPKI(staff.publicKey))),
    ],
    ['that is none', async () => 'a.b.c'],
  ];
  it.each(bad)('%s is refused', async (_what, make) => {
    await expect(verifier()(await make())).rejects.toThrow(Error);
  });

  it('is not called bad when the issuer does not give its keys', async () => {
    isDown = true;
    const said: unknown = await verifier()(await token()).catch((error: unknown) => error);
    isDown = false;
    expect(said).toBeInstanceOf(DomainError);
    expect((said as DomainError).kind).toBe('unavailable');
  });

  it('costs no fetch while the keys are known', async () => {
    await verify(await token());
    const before = fetches;
    await Promise.all([verify(await token()), verify(await token()), verify(await token())]);
    expect(fetches).toBe(before);
  });

  it('takes no keys over plain http from anywhere but this machine', async () => {
    const remote = tokenVerifier([
      {
        name: 'staff',
        issuer: issuers.staff,
        jwksUri: 'http://issuer.example/keys',
        clientIds: ['staff-web'],
      },
    ]);
    await expect(remote(await token())).rejects.toThrow('https');
  });
});
