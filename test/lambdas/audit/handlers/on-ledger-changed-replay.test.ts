import { describe, expect, it } from 'vitest';
import { onLedgerChangedReplay } from '../../../../lambdas/audit/handlers/on-ledger-changed-replay.ts';
import { verifyArchive } from '../../../../lambdas/audit/domain/verify-archive.ts';
import { ledgerOf } from '../../../support/fake-kernel.ts';
import { givenUp } from '../../../support/given-up.ts';
import { archived, signed } from '../archive-days.ts';
import { chainOf, entriesOf, memoryArchive, subject, testSigner } from '../chain.ts';

/** Five entries a minute apart; the stream gave up the third and the fourth. */
async function setUp() {
  const kernel = await chainOf(5);
  const archive = memoryArchive();
  const { sign, publicKey } = testSigner();
  const deps = { archive, sign, clock: kernel.clock, storage: kernel.storage };
  const items = ledgerOf(kernel.storage, subject);
  await archived([...items.slice(0, 2), ...items.slice(4)], 1, deps);
  const batch = givenUp('2026-11-21T15:02:00Z', '2026-11-21T15:03:00Z');
  return { kernel, archive, deps, publicKey, batch };
}

describe('a batch of entries that the stream gave up', () => {
  it('is archived from the ledger, what lacks and no more, and signed as late', async () => {
    const { kernel, archive, deps, publicKey, batch } = await setUp();
    kernel.clock.advance(3 * 3600_000);
    await signed(deps);
    await onLedgerChangedReplay(batch, deps);
    expect(await signed(deps)).toMatchObject({ addenda: 1, entries: 2 });
    const { verified, lines, unsigned } = verifyArchive(archive.objects, publicKey);
    expect({ verified, unsigned }).toEqual({ verified: true, unsigned: [] });
    const seqs = lines.map((line) => (JSON.parse(line) as { seq: number }).seq);
    expect(seqs.toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5]);
    expect(entriesOf(kernel)).toHaveLength(5);
  });

  it('set going twice is archived once', async () => {
    const { archive, deps, batch } = await setUp();
    await onLedgerChangedReplay(batch, deps);
    const before = new Map(archive.objects);
    await onLedgerChangedReplay(batch, deps);
    expect(archive.objects).toEqual(before);
  });

  it('is kept with its reason when the ledger knows nothing of that time', async () => {
    const { deps } = await setUp();
    await expect(onLedgerChangedReplay(givenUp('2026-11-01T15:00:00Z'), deps)).rejects.toMatchObject({
      code: 'EntriesNotFound',
      kind: 'invalid',
    });
  });
});
