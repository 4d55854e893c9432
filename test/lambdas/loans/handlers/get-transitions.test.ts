import { describe, expect, it } from 'vitest';
import { asBorrower, complete, loanWorld, people } from '../loan-world.ts';

describe('GET /v1/loans/{loanId}/transitions', () => {
  it('tells what may be done now, by whom, and for what may not, why not', async () => {
    const { call, open, move, kernel } = loanWorld();
    const loanId = await open({ ...complete, property: { state: 'CO' } });
    await move(loanId, 'take-application');
    const { body } = await call('GET', `/v1/loans/${loanId}/transitions`, people.officer);
    expect(body['transitions']).toEqual([
      {
        name: 'submit-to-processing',
        to: 'PROCESSING',
        summary: expect.any(String),
        allowedToYou: true,
        blockers: [
          { guard: 'six-items-complete', reason: 'missing: propertyAddress, estimatedPropertyValue' },
        ],
      },
      {
        name: 'deny',
        to: 'DENIED',
        summary: expect.any(String),
        allowedToYou: false,
        blockers: [{ guard: 'denial-reasons-given', reason: expect.any(String) }],
      },
      { name: 'withdraw', to: 'WITHDRAWN', summary: expect.any(String), allowedToYou: true, blockers: [] },
    ]);
    expect(kernel.storage.all('ledger').map(({ action }) => action)).toContain('TransitionsRead');
  });

  it('lets a borrower look and do nothing', async () => {
    const { call, open, borrowersOf } = loanWorld();
    const loanId = await open();
    const { body } = await call(
      'GET',
      `/v1/loans/${loanId}/transitions`,
      asBorrower((await borrowersOf(loanId))[0] ?? ''),
    );
    expect(
      (body['transitions'] as unknown as { allowedToYou: boolean }[]).map(({ allowedToYou }) => allowedToYou),
    ).toEqual([false, false]);
  });

  it('is not told to strangers', async () => {
    const { call, open } = loanWorld();
    expect((await call('GET', `/v1/loans/${await open()}/transitions`, people.farProcessor)).status).toBe(
      404,
    );
  });
});
