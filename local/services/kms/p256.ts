import { createECDH, createPublicKey } from 'node:crypto';
import type { Random } from '../service.ts';

/** Order of NIST P-256 (FIPS 186-5, SP 800-186 3.2.1.3). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * ECDSA over P-256 for the holder of the private key, on digests as KMS's MessageType=DIGEST asks (node:crypto always
 * hashes). Every point needed is a multiple of the generator, so node's ECDH computes it: d·G for the key, k·G for a
 * signature, and (u1 + u2·d)·G for a verification.
 */
export function newScalar(random: Random): string {
  for (;;) {
    const candidate = Buffer.from(random.bytes(32)).toString('hex');
    const value = BigInt(`0x${candidate}`);
    if (value > 0n && value < ORDER) return candidate;
  }
}

/** @returns the signature in DER (FIPS 186-5 6.4.1). */
export function signDigest(privateScalar: string, digest: Uint8Array, random: Random): Uint8Array {
  const d = BigInt(`0x${privateScalar}`);
  const z = hashValue(digest);
  for (;;) {
    const k = BigInt(`0x${newScalar(random)}`);
    const r = xOf(k);
    const s = modulo(inverse(k) * (z + r * d));
    if (r !== 0n && s !== 0n) return toDer(r, s);
  }
}

/** FIPS 186-5 6.4.2, with the private key at hand. A signature that is not DER is simply not valid. */
export function verifyDigest(privateScalar: string, digest: Uint8Array, signature: Uint8Array): boolean {
  const pair = fromDer(Buffer.from(signature));
  if (pair === undefined) return false;
  const [r, s] = pair;
  if (r <= 0n || r >= ORDER || s <= 0n || s >= ORDER) return false;
  const w = inverse(s);
  const scalar = modulo(modulo(hashValue(digest) * w) + modulo(r * w) * BigInt(`0x${privateScalar}`));
  return scalar !== 0n && xOf(scalar) === r;
}

/** DER SubjectPublicKeyInfo, as GetPublicKey answers. */
export function publicKeyDer(privateScalar: string): Uint8Array {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(privateScalar, 'hex');
  const point = ecdh.getPublicKey();
  const key = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });
  return key.export({ format: 'der', type: 'spki' });
}

function xOf(scalar: bigint): bigint {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(scalar.toString(16).padStart(64, '0'), 'hex');
  return modulo(BigInt(`0x${ecdh.getPublicKey().subarray(1, 33).toString('hex')}`));
}

function hashValue(digest: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(digest).toString('hex')}`);
}

function modulo(value: bigint): bigint {
  const rest = value % ORDER;
  return rest < 0n ? rest + ORDER : rest;
}

function inverse(value: bigint): bigint {
  let [a, b, x, y] = [modulo(value), ORDER, 1n, 0n];
  while (a > 1n) {
    const quotient = a / b;
    [a, b] = [b, a % b];
    [x, y] = [y, x - quotient * y];
  }
  return modulo(x);
}

function toDer(r: bigint, s: bigint): Uint8Array {
  const body = Buffer.concat([integer(r), integer(s)]);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}

function integer(value: bigint): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  const positive = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
  return Buffer.concat([Buffer.from([0x02, positive.length]), positive]);
}

/** Strict: what does not encode back to the same bytes is refused. */
function fromDer(der: Buffer): [r: bigint, s: bigint] | undefined {
  const rLength = der[3] ?? 0;
  const sAt = 4 + rLength;
  const sLength = der[sAt + 1] ?? 0;
  if (rLength === 0 || sLength === 0 || der.length !== sAt + 2 + sLength) return undefined;
  const r = BigInt(`0x${der.subarray(4, sAt).toString('hex')}`);
  const s = BigInt(`0x${der.subarray(sAt + 2).toString('hex')}`);
  return Buffer.compare(der, Buffer.from(toDer(r, s))) === 0 ? [r, s] : undefined;
}
