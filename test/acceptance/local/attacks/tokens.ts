import { expect } from 'vitest';
import * as z from 'zod';
import type { Attack, Attacks } from './victims.ts';

const forgeries = {
  'an expired token': 'expired',
  'a token of tomorrow': 'not-yet-valid',
  'a tampered token': 'tampered',
  'a token of the wrong pool': 'wrong-pool',
  'a token for another client': 'wrong-client',
  'an id token in the place of an access token': 'wrong-use',
  'an unsigned token': 'unsigned',
  'a token signed with a key that nobody published': 'unknown-key',
  'a token signed with the public key as if it were a secret': 'public-key-as-secret',
} as const;

async function forged({ road, victims }: Attack, kind: string): Promise<string> {
  const { email } = victims.loan.scenario.borrower;
  const reply = await fetch(`${road.cloud.urls.api}/_local/issuer/borrowers/forge`, {
    method: 'POST',
    body: JSON.stringify({ kind, email, sub: `road-${email}` }),
  });
  return z.object({ token: z.string() }).parse(await reply.json()).token;
}

export const forgedTokens: Attacks = {
  ...Object.fromEntries(
    Object.entries(forgeries).map(([what, kind]) => [
      `${what} opens nothing`,
      async (attack: Attack) => {
        const client = attack.road.cast.withToken(await forged(attack, kind));
        for (const path of ['/v1/me', `/v1/loans/${attack.victims.loan.loanId}`])
          expect(await client.get(path)).toMatchObject({
            status: 401,
            body: { status: 401, code: 'Unauthorized' },
          });
      },
    ]),
  ),
  'no token, and what is no token, opens nothing': async ({ road, victims }: Attack) => {
    const path = `/v1/loans/${victims.loan.loanId}`;
    expect(await road.cast.nobody.get(path)).toMatchObject({ status: 401, body: { code: 'Unauthorized' } });
    expect(await road.cast.withToken('a.b.c').get(path)).toMatchObject({ status: 401 });
  },
};
