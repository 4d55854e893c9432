import { describe, expect, it } from 'vitest';
import { readDocuments } from './call.ts';
import { asBorrower, blair, documentId, loanId, processor, reading, requested, stage } from './stage.ts';

describe('viewing the file', () => {
  it('gives a link for one minute and writes down who looked', async () => {
    const deps = await stage(reading);
    const { status, body } = await readDocuments(deps, `/${documentId}/file`, processor);
    expect([status, body['expiresAt']]).toEqual([200, '2026-11-21T15:01:00.000Z']);
    const reads = deps.storage.all('ledger').filter(({ pk }) => pk === `READS#LOAN#${loanId}`);
    expect(reads).toMatchObject([
      { action: 'FileViewed', actor: 'user_01JD0000000000000000000009', facts: { documentId } },
    ]);
  });

  it.each([
    ['nothing has passed its scan', requested],
    ['it is in quarantine', { ...reading, state: 'QUARANTINED' as const }],
  ])('is refused while %s', async (_title, document) => {
    const reply = await readDocuments(await stage(document), `/${documentId}/file`, processor);
    expect([reply.status, reply.body['code']]).toEqual([409, 'FileNotViewable']);
  });

  it('is refused to the other borrower, as if the document were not there, and the refusal alone is written', async () => {
    const deps = await stage(reading);
    expect((await readDocuments(deps, `/${documentId}/file`, asBorrower(blair))).status).toBe(404);
    const actions = deps.storage.all('ledger').map(({ action }) => action);
    expect(actions).toEqual(['AccessRefused']);
  });
});
