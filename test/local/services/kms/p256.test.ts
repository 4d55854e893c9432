import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../local/runtime/random.ts';
import { newScalar, publicKeyDer, signDigest, verifyDigest } from '../../../../local/services/kms/p256.ts';

function keyOf(scalar: string) {
  const publicKey = createPublicKey({ key: Buffer.from(publicKeyDer(scalar)), format: 'der', type: 'spki' });
  const jwk = { ...publicKey.export({ format: 'jwk' }), d: Buffer.from(scalar, 'hex').toString('base64url') };
  return { publicKey, privateKey: createPrivateKey({ key: jwk, format: 'jwk' }) };
}

describe('P-256 signatures over digests', () => {
  it('agree with OpenSSL in both directions, and fail for any other message', () => {
    fc.assert(
      fc.property(fc.integer(), fc.uint8Array({ maxLength: 80 }), (seed, message) => {
        const random = seededRandom(seed);
        const scalar = newScalar(random);
        const { publicKey, privateKey } = keyOf(scalar);
        const digest = createHash('sha256').update(message).digest();
        const ours = signDigest(scalar, digest, random);
        expect(verify('sha256', message, publicKey, ours)).toBe(true);
        expect(verifyDigest(scalar, digest, sign('sha256', message, privateKey))).toBe(true);
        const other = createHash('sha256').update('not it').digest();
        expect(verifyDigest(scalar, other, ours)).toBe(false);
        expect(verifyDigest(newScalar(random), digest, ours)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('refuse bytes that are not a DER signature', () => {
    const scalar = newScalar(seededRandom(3));
    const digest = Buffer.alloc(32, 1);
    const valid = Buffer.from(signDigest(scalar, digest, seededRandom(4)));
    for (const wrong of [
      Buffer.alloc(0),
      Buffer.alloc(70),
      valid.subarray(0, -1),
      Buffer.concat([valid, Buffer.from([0])]),
    ])
      expect(verifyDigest(scalar, digest, wrong)).toBe(false);
  });
});
