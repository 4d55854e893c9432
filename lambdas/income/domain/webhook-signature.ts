import { createHash, timingSafeEqual } from 'node:crypto';

export type SignatureVerdict = { valid: true } | { valid: false; reason: 'missing' | 'mismatch' };

/**
 * Truework signs a webhook with a static token, `X-Truework-Token`, that both sides hold. It covers neither body nor time:
 * who has read one can send others. So a webhook that passes is believed to be a hint and nothing more, and one that comes
 * again is the same hint (`post-verification-webhook.ts`).
 */
export function verifySignature(header: string | undefined, secret: string): SignatureVerdict {
  if (header === undefined || header === '') return { valid: false, reason: 'missing' };
  // Hashes are of one length, whatever was sent, and take as long to compare.
  return timingSafeEqual(digest(header), digest(secret))
    ? { valid: true }
    : { valid: false, reason: 'mismatch' };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
