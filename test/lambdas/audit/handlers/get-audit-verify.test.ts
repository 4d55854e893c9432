import { describe, expect, it } from 'vitest';
import { keys } from '../../../../lambdas/shared/table.ts';
import { ledgerOf } from '../../../support/fake-kernel.ts';
import { archived, signed } from '../archive-days.ts';
import { auditApi, farManager } from '../audit-api.ts';
import { loanId, subject } from '../chain.ts';

const path = `/v1/loans/${loanId}/audit/verify`;

const hourMs = 3600_000;

/** Four changes, the last one archived after its hour was signed. */
async function lateFourth() {
  const served = await auditApi(4);
  const deps = { ...served, clock: served.kernel.clock };
  const items = ledgerOf(served.kernel.storage, subject);
  await archived(items.slice(0, 3), 1, deps);
  served.kernel.clock.advance(3 * hourMs);
  await signed(deps);
  return { ...served, deps, late: () => archived(items.slice(3), 4, deps) };
}

describe('GET /v1/loans/{loanId}/audit/verify', () => {
  it('says that the chain holds', async () => {
    expect((await (await auditApi(4)).get(path)).body).toMatchObject({ loanId, verified: true, entries: 4 });
  });

  it('says where it does not', async () => {
    const { get, kernel } = await auditApi(4);
    await kernel.storage.write({
      kind: 'update',
      table: 'ledger',
      key: keys.ledgerEntry(subject, 3),
      set: { actor: 'user_01JD0000000000000000000009' },
    });
    expect((await get(path)).body).toMatchObject({
      verified: false,
      firstBreak: { seq: 3, reason: 'its content was changed' },
    });
  });

  it('knows the roots and the addenda of the archive', async () => {
    const { get, deps, late } = await lateFourth();
    expect((await get(path)).body['archive']).toMatchObject({ signed: 3, awaiting: 1, breaks: [] });
    await late();
    await signed(deps);
    expect((await get(path)).body).toMatchObject({
      verified: true,
      archive: { signed: 4, awaiting: 0, notLookedAt: 0, breaks: [] },
    });
  });

  it('misses a late entry that never came, once the stream cannot bring it any more', async () => {
    const { get, kernel } = await lateFourth();
    kernel.clock.advance(24 * hourMs);
    expect((await get(path)).body).toMatchObject({
      verified: false,
      archive: { breaks: ['entry 4 is under no root as the ledger has it'] },
    });
  });

  it('finds one changed byte in the archive', async () => {
    const { get, archive } = await lateFourth();
    for (const [key, text] of archive.objects)
      if (key.startsWith('ledger/')) archive.objects.set(key, text.replace('"n":1', '"n":7'));
    const { archive: check, verified } = (await get(path)).body;
    expect(verified).toBe(false);
    expect(check?.['breaks']).toContain('roots/2026/11/21/15.json: what it covers was changed');
  });

  it('misses a root that a later one follows', async () => {
    const { get, archive } = await lateFourth();
    archive.objects.delete('roots/2026/11/21/15.json');
    archive.objects.set('roots/2026/11/21/16.json', '{}');
    expect((await get(path)).body).toMatchObject({
      verified: false,
      archive: { breaks: ['roots/2026/11/21/15.json is missing'] },
    });
  });

  it('calls no loan broken that changes while it is read', async () => {
    const { get, kernel } = await auditApi(2);
    const query = kernel.storage.query.bind(kernel.storage);
    kernel.storage.query = async (...parts) => {
      const page = await query(...parts);
      await kernel.commit({
        subject,
        actor: 'system:test',
        correlationId: 'c',
        action: 'LoanChanged',
        facts: {},
        writes: [],
      });
      return page;
    };
    expect((await get(path)).body).toMatchObject({ verified: true });
  });

  it('is answered to a manager of another branch as if there were no loan', async () => {
    expect((await (await auditApi(1)).get(path, {}, farManager)).status).toBe(404);
  });
});
