import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Archive, s3Archive } from '../../../../lambdas/audit/adapters/archive.ts';
import { bucket, s3Fixture, type S3Fixture } from '../../../local/services/s3/s3-fixture.ts';
import { memoryArchive } from '../chain.ts';

let fixture: S3Fixture;
beforeAll(async () => {
  fixture = await s3Fixture([bucket('archive', { VersioningConfiguration: { Status: 'Enabled' } })]);
});
afterAll(async () => await fixture.served.close());

const archives: [string, () => Archive][] = [
  ['the fake', memoryArchive],
  ['S3', () => s3Archive('archive', new S3Client({ ...fixture.served.client, forcePathStyle: true }))],
];

describe.each(archives)('%s as the archive', (_name, make) => {
  it('creates and never writes over', async () => {
    const archive = make();
    expect(await archive.put('roots/2026/11/21/13.json', 'first\n')).toBe('written');
    expect(await archive.put('roots/2026/11/21/13.json', 'second\n')).toBe('already there');
    expect(await archive.read('roots/2026/11/21/13.json')).toBe('first\n');
  });

  it('lists keys under a prefix in order', async () => {
    const archive = make();
    for (const n of [2, 3, 1]) await archive.put(`ledger/2026/11/21/13/${n}.jsonl`, `${n}\n`);
    await archive.put('ledger/2026/11/21/14/1.jsonl', 'x\n');
    const expected = [1, 2, 3].map((n) => `ledger/2026/11/21/13/${n}.jsonl`);
    expect(await archive.list('ledger/2026/11/21/13/')).toEqual(expected);
  });
});
