import { JwtVerifier } from 'aws-jwt-verify';
import { SimpleFetcher } from 'aws-jwt-verify/https';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import { unavailable } from '../../shared/errors.ts';
import { AccessTokenClaims, type VerifiedToken } from '../domain/token.ts';

export interface Pool {
  name: VerifiedToken['pool'];
  issuer: string;
  jwksUri: string;
  clientIds: readonly string[];
}

export type VerifyToken = (token: string) => Promise<VerifiedToken>;

/**
 * Throws on anything but a live access token of one of the pools, signed by it, for one of its own clients.
 * `Unavailable` when the pool's keys cannot be had: that says nothing about the token.
 */
export function tokenVerifier(pools: readonly Pool[]): VerifyToken {
  const verifier = JwtVerifier.create(
    pools.map((pool) => ({
      issuer: pool.issuer,
      audience: null,
      jwksUri: pool.jwksUri,
      customJwtCheck: ({ payload }: { payload: unknown }) => {
        const { client_id } = AccessTokenClaims.parse(payload);
        if (!pool.clientIds.includes(client_id)) throw new Error('client not of this pool');
      },
    })),
    { jwksCache: new SimpleJwksCache({ fetcher: { fetch: fetchKeys } }) },
  );
  return async (token) => {
    const claims = AccessTokenClaims.parse(await verifier.verify(token));
    const pool = pools.find(({ issuer }) => issuer === claims.iss);
    if (!pool) throw new Error('issuer not of a pool');
    const { iss: issuer, sub, email, email_verified: emailVerified = false } = claims;
    return { pool: pool.name, issuer, sub, email, emailVerified };
  };
}

const https = new SimpleFetcher();

/** Keys come over TLS; plain http is taken from loopback alone, where the local cloud's issuer stands. */
async function fetchKeys(uri: string): Promise<ArrayBuffer> {
  const url = new URL(uri);
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !loopback) throw new Error('keys come over https');
  try {
    return url.protocol === 'https:' ? await https.fetch(uri) : await plainKeys(url);
  } catch (error) {
    throw unavailable('Unavailable', 'the issuer did not give its keys', {}, error);
  }
}

async function plainKeys(url: URL): Promise<ArrayBuffer> {
  const reply = await fetch(url, { signal: AbortSignal.timeout(3000) });
  if (!reply.ok) throw new Error(`the issuer answered ${reply.status}`);
  return reply.arrayBuffer();
}
