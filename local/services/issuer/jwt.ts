import type { PoolKey } from './pool-key.ts';

export type Claims = Record<string, unknown>;

/** A compact JWS, RS256, with the header Cognito writes. */
export function signedToken(key: PoolKey, claims: Claims): string {
  const unsigned = `${encoded({ kid: key.kid, alg: 'RS256' })}.${encoded(claims)}`;
  return `${unsigned}.${key.signature(unsigned).toString('base64url')}`;
}

export function encoded(part: Claims): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** The claims of a token, unverified. */
export function claimsIn(token: string): Claims {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Claims;
}
