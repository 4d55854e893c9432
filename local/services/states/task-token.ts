import * as z from 'zod';
import type { Random } from '../service.ts';

const contents = z.strictObject({ execution: z.string(), nonce: z.string() });

/** An opaque token that can be told from nonsense after its task is gone; guessing one means guessing 32 random bytes. */
export function mintToken(execution: string, random: Random): string {
  const nonce = Buffer.from(random.bytes(32)).toString('base64url');
  return Buffer.from(JSON.stringify({ execution, nonce })).toString('base64');
}

/** The execution a token was minted for; undefined when it is no token of ours. */
export function executionOfToken(token: string): string | undefined {
  try {
    return contents.parse(JSON.parse(Buffer.from(token, 'base64').toString('utf8'))).execution;
  } catch {
    return undefined;
  }
}
