import { createHmac, timingSafeEqual } from 'node:crypto';
import { epochSeconds, type Instant } from '../../shared/clock.ts';

/** A signature is good for five minutes either way; a replay inside them changes nothing (`post-verification-webhook.ts`). */
export const signatureWindowSeconds = 300;

export type SignatureVerdict =
  | { valid: true }
  | { valid: false; reason: 'missing' | 'malformed' | 'outside-window' | 'mismatch' };

/**
 * `t=<seconds>,v1=<64 hex digits>`: HMAC-SHA256 of `<t>.<raw body>` under the shared secret. Several `v1` may be given
 * while a secret is changed; one that fits is enough.
 */
export function verifySignature(
  header: string | undefined,
  rawBody: string,
  secret: string,
  now: Instant,
): SignatureVerdict {
  if (header === undefined || header === '') return { valid: false, reason: 'missing' };
  const parts = header.length > 1_000 ? [] : header.split(',').map((part) => part.trim().split('='));
  const stamp = parts.find(([name]) => name === 't')?.[1];
  const given = parts.flatMap(([name, value]) => (name === 'v1' && value !== undefined ? [value] : []));
  if (stamp === undefined || !/^\d{1,12}$/.test(stamp) || given.length === 0)
    return { valid: false, reason: 'malformed' };
  const expected = createHmac('sha256', secret).update(`${stamp}.${rawBody}`).digest();
  const fits = given.some(
    (hex) => /^[0-9a-f]{64}$/.test(hex) && timingSafeEqual(Buffer.from(hex, 'hex'), expected),
  );
  if (!fits) return { valid: false, reason: 'mismatch' };
  // After the signature: how far off a clock is, is told only to who holds the secret.
  const age = Math.abs(epochSeconds(now) - Number.parseInt(stamp, 10));
  return age > signatureWindowSeconds ? { valid: false, reason: 'outside-window' } : { valid: true };
}
