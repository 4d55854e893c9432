import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../local/runtime/memory-store.ts';
import { listObjects, listVersions } from '../../../../local/services/s3/listing.ts';
import { saveVersions, type ObjectVersion } from '../../../../local/services/s3/object-version.ts';
import { bucket, errorOf, s3Fixture } from './s3-fixture.ts';

const version: ObjectVersion = {
  versionId: 'v1',
  deleteMarker: false,
  size: 1,
  eTag: 'e',
  lastModifiedAt: 0,
  headers: {},
  metadata: {},
  tags: {},
};

function storeOf(keys: readonly string[], versions = [version]) {
  const store = memoryStore();
  for (const key of keys) saveVersions(store, 'b', key, versions);
  saveVersions(store, 'bb', 'other bucket', [version]);
  return store;
}

const keys = fc.uniqueArray(fc.stringMatching(/^[ab/]{1,6}$/), { maxLength: 25 });

describe('a listing', () => {
  it('read in pages of any size is the listing read at once', () => {
    fc.assert(
      fc.property(
        keys,
        fc.constantFrom('', 'a', 'a/'),
        fc.constantFrom('', '/'),
        fc.integer({ min: 1, max: 5 }),
        (names, prefix, delimiter, maxKeys) => {
          const store = storeOf(names);
          const whole = listObjects(store, { bucket: 'b', prefix, delimiter, maxKeys: 1000 });
          const found = { keys: [] as string[], prefixes: [] as string[] };
          let after: string | undefined;
          do {
            const page = listObjects(store, {
              bucket: 'b',
              prefix,
              delimiter,
              maxKeys,
              ...(after === undefined ? {} : { after }),
            });
            expect(page.entries.length + page.commonPrefixes.length).toBeLessThanOrEqual(maxKeys);
            found.keys.push(...page.entries.map(({ key }) => key));
            found.prefixes.push(...page.commonPrefixes);
            after = page.next;
          } while (after !== undefined);
          expect(found.keys).toEqual(whole.entries.map(({ key }) => key));
          expect(found.prefixes).toEqual(whole.commonPrefixes);
          const expected = names.filter(
            (name) =>
              name.startsWith(prefix) && (delimiter === '' || !name.slice(prefix.length).includes('/')),
          );
          expect(found.keys).toEqual(expected.sort());
        },
      ),
    );
  });

  it('of versions read in pages names every version once', () => {
    fc.assert(
      fc.property(
        keys,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (names, perKey, maxKeys) => {
          const store = storeOf(
            names,
            Array.from({ length: perKey }, (_, index) => ({ ...version, versionId: `v${index}` })),
          );
          const found: string[] = [];
          let marker: { after?: string; afterVersionId?: string } | undefined = {};
          while (marker !== undefined) {
            const page: ReturnType<typeof listVersions> = listVersions(store, {
              bucket: 'b',
              prefix: '',
              delimiter: '',
              maxKeys,
              ...marker,
            });
            found.push(...page.entries.map(({ key, version: one }) => `${key} ${one.versionId}`));
            marker =
              page.next === undefined
                ? undefined
                : {
                    after: page.next,
                    ...(page.nextVersionId === undefined ? {} : { afterVersionId: page.nextVersionId }),
                  };
          }
          const expected = names
            .sort()
            .flatMap((name) => Array.from({ length: perKey }, (_, index) => `${name} v${index}`));
          expect(found).toEqual(expected);
        },
      ),
    );
  });

  it('through the real client pages by token and rolls up at the delimiter', async () => {
    const { client, served } = await s3Fixture([bucket('plain')]);
    for (const Key of ['a/1', 'a/2', 'b', 'c & d/é', 'z'])
      await client.send(new PutObjectCommand({ Bucket: 'plain', Key, Body: 'x' }));
    const first = await client.send(
      new ListObjectsV2Command({ Bucket: 'plain', Delimiter: '/', MaxKeys: 2 }),
    );
    expect(first).toMatchObject({ IsTruncated: true, KeyCount: 2, CommonPrefixes: [{ Prefix: 'a/' }] });
    const second = await client.send(
      new ListObjectsV2Command({
        Bucket: 'plain',
        Delimiter: '/',
        ContinuationToken: first.NextContinuationToken,
      }),
    );
    expect(second).toMatchObject({ IsTruncated: false, CommonPrefixes: [{ Prefix: 'c & d/' }] });
    expect(second.Contents?.map(({ Key }) => Key)).toEqual(['z']);
    const under = await client.send(
      new ListObjectsV2Command({ Bucket: 'plain', Prefix: 'c & d/', StartAfter: 'b' }),
    );
    expect(under.Contents).toMatchObject([{ Key: 'c & d/é', Size: 1, StorageClass: 'STANDARD' }]);
    const wrong = new ListObjectsV2Command({ Bucket: 'plain', ContinuationToken: 'nonsense' });
    expect(await errorOf(client.send(wrong))).toMatchObject({ name: 'InvalidArgument' });
    await served.close();
  });
});
