import { describe, expect, it } from 'vitest';
import { asBorrower, avery, complete, jordan, loanWorld, people } from '../loan-world.ts';

describe('GET /v1/loans/{loanId}/needs', () => {
  it('shows staff all of them and a borrower their own', async () => {
    const { call, open, borrowersOf, kernel } = loanWorld();
    const loanId = await open({ ...complete, borrowers: [avery, jordan] });
    const contacts = await borrowersOf(loanId);
    for (const contactId of contacts)
      await call('POST', `/v1/loans/${loanId}/needs`, people.processor, {
        kind: 'w2',
        contactId,
        reasonCode: 'missing-document',
      });
    const whose = async (as: Parameters<typeof call>[2]) =>
      (
        (await call('GET', `/v1/loans/${loanId}/needs`, as)).body['items'] as unknown as {
          contactId: string;
        }[]
      ).map(({ contactId }) => contactId);
    expect((await whose(people.processor)).toSorted()).toEqual(contacts.toSorted());
    expect(await whose(asBorrower(contacts[1] ?? ''))).toEqual([contacts[1]]);
    expect(kernel.storage.all('ledger').map(({ action }) => action)).toContain('NeedsRead');
  });

  it('is not shown to strangers', async () => {
    const { call, open } = loanWorld();
    expect((await call('GET', `/v1/loans/${await open()}/needs`, people.otherOfficer)).status).toBe(404);
  });
});
