import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { EngineContext } from '../service.ts';

interface StoredKey {
  privateKeyPem: string;
  createdAt: number;
}

export interface DigestKey {
  /** 32 hexadecimal digits. */
  fingerprint: string;
  /** DER PKCS#1, base64, as ListPublicKeys answers. */
  publicKey: string;
  createdAt: number;
  /** SHA256withRSA, hexadecimal. */
  sign(text: string): string;
}

/** The key that signs digests: RSA, since CloudTrail's verifiers know no other. Made once; node:crypto draws its primes. */
export function digestKey({ store, clock }: EngineContext): DigestKey {
  let stored = store.get<StoredKey>('cloudtrail.keys', 'digest');
  if (stored === undefined) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    stored = {
      privateKeyPem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
      createdAt: clock.now(),
    };
    store.put('cloudtrail.keys', 'digest', stored);
  }
  const privateKey = createPrivateKey(stored.privateKeyPem);
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'pkcs1' });
  return {
    fingerprint: createHash('sha256').update(der).digest('hex').slice(0, 32),
    publicKey: der.toString('base64'),
    createdAt: stored.createdAt,
    sign: (text) => sign('sha256', Buffer.from(text), privateKey).toString('hex'),
  };
}
