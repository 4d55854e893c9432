import * as z from 'zod';

export interface TokenWish {
  pool: 'staff' | 'borrowers';
  sub: string;
  email: string;
  emailVerified?: boolean;
  expiresInSeconds?: number;
}

/** Where a caller's access token comes from; the portable suite is handed one, so that it runs against any environment. */
export type TokenSource = (wish: TokenWish) => Promise<string>;

/** Tokens of the local cloud's issuers. */
export const localTokens =
  (apiUrl: string): TokenSource =>
  async ({ pool, ...wish }) => {
    const reply = await fetch(`${apiUrl}/_local/issuer/${pool}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ emailVerified: true, tokenUse: 'access', ...wish }),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`the issuer answered ${reply.status}: ${text}`);
    return z.object({ token: z.string() }).parse(JSON.parse(text)).token;
  };
