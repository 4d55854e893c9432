import { describe, expect, it } from 'vitest';
import { verifyArchive } from '../../../../lambdas/audit/domain/verify-archive.ts';
import { ledgerOf } from '../../../support/fake-kernel.ts';
import { archived, signed } from '../archive-days.ts';
import { chainOf, memoryArchive, subject, testSigner } from '../chain.ts';

const hourMs = 3600_000;
const root = 'roots/2026/11/21/15.json';
const addendum = 'roots/2026/11/21/15.late-0001.json';

/** Three entries in time, two late ones under an addendum, and the root of a later hour that names it. */
async function archiveWithLateEntries() {
  const kernel = await chainOf(5);
  const archive = memoryArchive();
  const { sign, publicKey } = testSigner();
  const deps = { archive, sign, clock: kernel.clock };
  const items = ledgerOf(kernel.storage, subject);
  await archived(items.slice(0, 3), 100, deps);
  kernel.clock.advance(3 * hourMs);
  await signed(deps);
  await archived(items.slice(3), 103, deps);
  kernel.clock.advance(hourMs);
  await signed(deps);
  return { files: archive.objects, publicKey };
}
const objectWith = (files: ReadonlyMap<string, string>, text: string) =>
  [...files].find(([key, content]) => key.startsWith('ledger/') && content.includes(text))?.[0] ?? '';

describe('the whole archive', () => {
  it('fits, roots and addenda, by the published key', async () => {
    const { files, publicKey } = await archiveWithLateEntries();
    expect(verifyArchive(files, publicKey)).toMatchObject({
      verified: true,
      hours: 3,
      addenda: 1,
      entries: 5,
      unsigned: [],
      breaks: [],
    });
  });

  it.each<[string, (files: Map<string, string>) => void, string]>([
    [
      'one byte of an entry is changed',
      (files) => changeByte(files, objectWith(files, '"n":1')),
      `${root}: what it covers was changed`,
    ],
    [
      'one byte of a late entry is changed',
      (files) => changeByte(files, objectWith(files, '"n":4')),
      `${addendum}: what it covers was changed`,
    ],
    ['a late entry is missing', (files) => void files.delete(objectWith(files, '"n":4')), 'is missing'],
    [
      'a late entry is missing with the addendum that named it',
      (files) =>
        [objectWith(files, '"n":3'), objectWith(files, '"n":4'), addendum].map((key) => files.delete(key)),
      `${addendum} is missing`,
    ],
    ['a root is missing', (files) => void files.delete('roots/2026/11/21/16.json'), 'hours are missing'],
    [
      'a root is signed with something else',
      (files) => void files.set(root, (files.get(root) ?? '').replace('"entries":3', '"entries":2')),
      `${root}: the signature is not valid`,
    ],
    [
      'an addendum stands in for a root',
      (files) => void files.set(root, files.get(addendum) ?? ''),
      `${root} was signed as another document`,
    ],
    ['a root is no JSON', (files) => void files.set(root, '{'), `${root} cannot be read`],
  ])('does not when %s', async (_what, harm, reason) => {
    const { files, publicKey } = await archiveWithLateEntries();
    harm(files);
    const verdict = verifyArchive(files, publicKey);
    expect(verdict.verified).toBe(false);
    expect(verdict.breaks.join('\n')).toContain(reason);
  });

  it('does not by another key than the one that signed', async () => {
    const { files } = await archiveWithLateEntries();
    expect(verifyArchive(files, testSigner().publicKey).breaks).toHaveLength(4);
  });

  it('counts an object that nothing has signed yet apart', async () => {
    const { files, publicKey } = await archiveWithLateEntries();
    files.set('ledger/2026/11/21/15/999.jsonl', '{}\n');
    expect(verifyArchive(files, publicKey)).toMatchObject({
      verified: true,
      entries: 5,
      unsigned: ['ledger/2026/11/21/15/999.jsonl'],
    });
  });
});

function changeByte(files: Map<string, string>, key: string): void {
  files.set(key, (files.get(key) ?? '').replace('LoanChanged', 'LoanChangeX'));
}
