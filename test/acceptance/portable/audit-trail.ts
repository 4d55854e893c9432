import { expect } from 'vitest';
import * as z from 'zod';
import { expectBody } from '../../../tools/client/keyturn-client.ts';
import { openSampleLoan } from './sample-loan.ts';
import type { Scene } from './scene.ts';

const Verified = z.looseObject({ verified: z.boolean(), entries: z.int(), headHash: z.string() });
const Page = z.looseObject({ items: z.array(z.looseObject({ action: z.string(), actor: z.string() })) });
const Export = z.looseObject({
  entries: z.array(z.looseObject({ hash: z.string().optional() })),
  head: z.looseObject({ hash: z.string() }),
  signature: z.looseObject({ value: z.string() }),
});

export const auditTrail = {
  "every change of a loan is an entry of its chain, the chain verifies, and the export's head is the chain's":
    async ({ cast }: Scene) => {
      const { loanId } = await openSampleLoan(cast.officer, cast.address('audited'));
      const path = `/v1/loans/${loanId}/audit`;
      const before = expectBody(await cast.compliance.get(`${path}/verify`), 200, Verified);
      await cast.officer.post(`/v1/loans/${loanId}/transitions/take-application`, {});
      const after = expectBody(await cast.compliance.get(`${path}/verify`), 200, Verified);
      expect([before.verified, after.verified]).toEqual([true, true]);
      expect(after.entries).toBeGreaterThan(before.entries);
      const exported = expectBody(await cast.compliance.get(`${path}/export`), 200, Export);
      expect(exported.head.hash).toBe(exported.entries.at(-1)?.hash);
      expect(exported.signature.value).not.toBe('');
    },
  'who read a loan is on the trail': async ({ cast }: Scene) => {
    const { loanId } = await openSampleLoan(cast.officer, cast.address('read'));
    await cast.underwriter.get(`/v1/loans/${loanId}`);
    const me = expectBody(await cast.underwriter.get('/v1/me'), 200, z.looseObject({ userId: z.string() }));
    const { items } = expectBody(
      await cast.compliance.get(`/v1/audit?loanId=${loanId}&kind=reads`),
      200,
      Page,
    );
    expect(items).toContainEqual(expect.objectContaining({ actor: me.userId, action: 'LoanRead' }));
  },
};
