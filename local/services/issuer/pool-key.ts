import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { Store } from '../service.ts';

interface KeptKey {
  kid: string;
  /** PKCS #8, PEM */
  pem: string;
}

export interface PoolKey {
  kid: string;
  publicKey: KeyObject;
  /** RFC 7517; RS256, for signatures. */
  jwk: Record<string, unknown>;
  signature(text: string): Buffer;
}

/** The pool's RS256 key: made at the first start, kept in the store, never anywhere else. */
export function poolKey(store: Store, pool: string, newKid: () => string): PoolKey {
  const kept = store.get<KeptKey>('issuer.key', pool) ?? newKey(newKid());
  store.put('issuer.key', pool, kept);
  const privateKey = createPrivateKey(kept.pem);
  const publicKey = createPublicKey(privateKey);
  return {
    kid: kept.kid,
    publicKey,
    jwk: { ...publicKey.export({ format: 'jwk' }), kid: kept.kid, alg: 'RS256', use: 'sig' },
    signature: (text) => sign('sha256', Buffer.from(text), privateKey),
  };
}

function newKey(kid: string): KeptKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}
