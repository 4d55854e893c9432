import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../../../support/fake-kernel.ts';
import { asBorrower, avery, complete, jordan, loanWorld, people } from '../loan-world.ts';

describe('GET /v1/loans/{loanId}', () => {
  it('shows staff of the loan all its parties, with an ETag, and leaves an entry', async () => {
    const { call, open, kernel } = loanWorld();
    const loanId = await open({ ...complete, borrowers: [avery, jordan] });
    const { status, headers, body } = await call('GET', `/v1/loans/${loanId}`, people.officer);
    expect([status, headers['etag']]).toEqual([200, '"1"']);
    expect(body['parties']).toHaveLength(2);
    expect(ledgerOf(kernel.storage, `READS#LOAN#${loanId}`)).toMatchObject([
      { action: 'LoanRead', actor: people.officer.userId },
    ]);
  });

  it("shows a borrower their own part, not the co-borrower's income or needs, and never a sealed value", async () => {
    const { call, open, borrowersOf } = loanWorld();
    const loanId = await open({ ...complete, borrowers: [avery, jordan] });
    const [mine = '', theirs = ''] = await borrowersOf(loanId);
    for (const contactId of [mine, theirs])
      await call('POST', `/v1/loans/${loanId}/needs`, people.processor, {
        kind: 'w2',
        contactId,
        reasonCode: 'missing-document',
      });
    const { status, body } = await call('GET', `/v1/loans/${loanId}`, asBorrower(mine));
    expect(status).toBe(200);
    const text = JSON.stringify(body);
    expect(text).toContain('Avery');
    expect(text).not.toMatch(/Jordan|512300|123-45-6789|1985-04-12/);
    expect(text).not.toContain(theirs);
  });

  it.each([
    ['another officer', people.otherOfficer, 404],
    ['another branch', people.farProcessor, 404],
    ['a borrower of none', asBorrower('cont_01JD0000000000000000000099'), 404],
    ['operations', people.operations, 403],
    ['compliance', people.compliance, 200],
  ] as const)('answers %s', async (_who, who, status) => {
    const { call, open } = loanWorld();
    const loanId = await open();
    expect((await call('GET', `/v1/loans/${loanId}`, who)).status).toBe(status);
  });

  it('is not open to the agent', async () => {
    const { call, open, file } = loanWorld();
    const loanId = await open({
      ...complete,
      agent: { firstName: 'Casey', lastName: 'Sample', email: 'casey@example.com' },
    });
    expect(
      (await call('GET', `/v1/loans/${loanId}`, asBorrower((await file(loanId)).access.agentContactId ?? '')))
        .status,
    ).toBe(404);
  });
});
