import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bucket, errorOf, KEY_ARN, s3Fixture, sealed, type S3Fixture } from './s3-fixture.ts';

let fixture: S3Fixture;
let client: S3Client;

beforeAll(async () => {
  fixture = await s3Fixture([bucket('vault', sealed), bucket('plain')]);
  client = fixture.client;
});
afterAll(async () => {
  await fixture.served.close();
});

async function text(Bucket: string, Key: string, VersionId?: string): Promise<string> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, VersionId }));
  return (await Body?.transformToString()) ?? '';
}

describe('objects through the real client', () => {
  it('come back with their body, metadata, content type and encryption headers', async () => {
    const put = await client.send(
      new PutObjectCommand({
        Bucket: 'vault',
        Key: 'loans/a b+(1)/pay stub é.pdf',
        Body: 'hello',
        ContentType: 'application/pdf',
        Metadata: { source: 'upload' },
        Tagging: 'kind=paystub&x=1%202',
      }),
    );
    expect(put).toMatchObject({
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: KEY_ARN,
      BucketKeyEnabled: true,
    });
    expect(put.VersionId).toMatch(/^[\w.]{32}$/);
    const got = await client.send(
      new GetObjectCommand({ Bucket: 'vault', Key: 'loans/a b+(1)/pay stub é.pdf' }),
    );
    expect(await got.Body?.transformToString()).toBe('hello');
    expect(got).toMatchObject({
      ContentType: 'application/pdf',
      ContentLength: 5,
      Metadata: { source: 'upload' },
      VersionId: put.VersionId,
      ETag: put.ETag,
      TagCount: 2,
      SSEKMSKeyId: KEY_ARN,
    });
    const tags = await client.send(
      new GetObjectTaggingCommand({ Bucket: 'vault', Key: 'loans/a b+(1)/pay stub é.pdf' }),
    );
    expect(tags.TagSet).toEqual([
      { Key: 'kind', Value: 'paystub' },
      { Key: 'x', Value: '1 2' },
    ]);
  });

  it('have the MD5 as their ETag only where no KMS key is used', async () => {
    const md5 = `"${createHash('md5').update('same').digest('hex')}"`;
    const plain = await client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'e', Body: 'same' }));
    const kept = await client.send(new PutObjectCommand({ Bucket: 'vault', Key: 'e', Body: 'same' }));
    expect(plain.ETag).toBe(md5);
    expect(plain.ServerSideEncryption).toBe('AES256');
    expect(kept.ETag).not.toBe(md5);
  });

  it('are received from a stream with its checksum in the trailer', async () => {
    await client.send(
      new PutObjectCommand({
        Bucket: 'plain',
        Key: 'streamed',
        Body: Readable.from([Buffer.from('abc'), Buffer.from('def')]),
        ContentLength: 6,
      }),
    );
    expect(await text('plain', 'streamed')).toBe('abcdef');
    const head = await client.send(
      new HeadObjectCommand({ Bucket: 'plain', Key: 'streamed', ChecksumMode: 'ENABLED' }),
    );
    expect(head.ChecksumCRC32).toBeDefined();
    expect(head.ContentEncoding).toBeUndefined();
  });

  it.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=5-99', '56789', 'bytes 5-9/10'],
  ])('answer the range %s', async (Range, expected, contentRange) => {
    await client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'digits', Body: '0123456789' }));
    const got = await client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'digits', Range }));
    expect(await got.Body?.transformToString()).toBe(expected);
    expect(got.ContentRange).toBe(contentRange);
  });

  it('refuse a range outside their length', async () => {
    await client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'digits', Body: '0123456789' }));
    const failure = await errorOf(
      client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'digits', Range: 'bytes=10-' })),
    );
    expect(failure).toMatchObject({ name: 'InvalidRange', status: 416 });
  });

  it('keep every version, and a delete only hides the newest', async () => {
    const Key = 'versioned';
    const one = await client.send(new PutObjectCommand({ Bucket: 'vault', Key, Body: 'one' }));
    const two = await client.send(new PutObjectCommand({ Bucket: 'vault', Key, Body: 'two' }));
    const hidden = await client.send(new DeleteObjectCommand({ Bucket: 'vault', Key }));
    expect(hidden.DeleteMarker).toBe(true);
    expect(await errorOf(client.send(new GetObjectCommand({ Bucket: 'vault', Key })))).toMatchObject({
      name: 'NoSuchKey',
      status: 404,
    });
    expect(await errorOf(client.send(new HeadObjectCommand({ Bucket: 'vault', Key })))).toMatchObject({
      name: 'NotFound',
    });
    expect(await text('vault', Key, one.VersionId)).toBe('one');
    const marker = hidden.VersionId;
    expect(
      await errorOf(client.send(new GetObjectCommand({ Bucket: 'vault', Key, VersionId: marker }))),
    ).toMatchObject({ name: 'MethodNotAllowed' });
    const listed = await client.send(new ListObjectVersionsCommand({ Bucket: 'vault', Prefix: Key }));
    expect(listed.Versions?.map(({ VersionId, IsLatest }) => [VersionId, IsLatest])).toEqual([
      [two.VersionId, false],
      [one.VersionId, false],
    ]);
    expect(listed.DeleteMarkers).toMatchObject([{ VersionId: marker, IsLatest: true }]);
    await client.send(new DeleteObjectCommand({ Bucket: 'vault', Key, VersionId: marker }));
    expect(await text('vault', Key)).toBe('two');
    await client.send(new DeleteObjectCommand({ Bucket: 'vault', Key, VersionId: two.VersionId }));
    expect(await text('vault', Key)).toBe('one');
    expect(
      await errorOf(client.send(new GetObjectCommand({ Bucket: 'vault', Key, VersionId: two.VersionId }))),
    ).toMatchObject({ name: 'NoSuchVersion' });
  });

  it('are gone for good in a bucket without versions', async () => {
    await client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'gone', Body: 'x' }));
    const deleted = await client.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'gone' }));
    expect(deleted.DeleteMarker).toBeUndefined();
    const listed = await client.send(new ListObjectVersionsCommand({ Bucket: 'plain', Prefix: 'gone' }));
    expect(listed.Versions).toBeUndefined();
  });

  it('are deleted many at a time, each key answered', async () => {
    for (const Key of ['m/1', 'm/2'])
      await client.send(new PutObjectCommand({ Bucket: 'plain', Key, Body: 'x' }));
    const { Deleted, Errors } = await client.send(
      new DeleteObjectsCommand({
        Bucket: 'plain',
        Delete: { Objects: [{ Key: 'm/1' }, { Key: 'm/2' }, { Key: 'm/none' }] },
      }),
    );
    expect(Deleted?.map(({ Key }) => Key)).toEqual(['m/1', 'm/2', 'm/none']);
    expect(Errors).toBeUndefined();
  });

  it('are copied by version, keeping or replacing metadata and tags, under the target encryption', async () => {
    const from = await client.send(
      new PutObjectCommand({
        Bucket: 'plain',
        Key: 'src é',
        Body: 'copied',
        Metadata: { a: '1' },
        Tagging: 't=1',
      }),
    );
    expect(from.VersionId).toBeUndefined();
    const kept = await client.send(
      new CopyObjectCommand({
        Bucket: 'vault',
        Key: 'copy',
        CopySource: `plain/${encodeURIComponent('src é')}`,
      }),
    );
    expect(kept).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: KEY_ARN });
    const original = await client.send(new PutObjectCommand({ Bucket: 'vault', Key: 'copy', Body: 'newer' }));
    const again = await client.send(
      new CopyObjectCommand({
        Bucket: 'plain',
        Key: 'back',
        CopySource: `/vault/copy?versionId=${kept.VersionId}`,
        MetadataDirective: 'REPLACE',
        Metadata: { b: '2' },
        TaggingDirective: 'REPLACE',
        Tagging: 'u=2',
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: 'another-key',
      }),
    );
    expect(again.CopySourceVersionId).toBe(kept.VersionId);
    expect(again.CopySourceVersionId).not.toBe(original.VersionId);
    const head = await client.send(new HeadObjectCommand({ Bucket: 'plain', Key: 'back' }));
    expect(head).toMatchObject({
      Metadata: { b: '2' },
      SSEKMSKeyId: 'arn:aws:kms:us-east-1:000000000000:key/another-key',
    });
    expect(await text('plain', 'back')).toBe('copied');
    const tags = await client.send(new GetObjectTaggingCommand({ Bucket: 'plain', Key: 'back' }));
    expect(tags.TagSet).toEqual([{ Key: 'u', Value: '2' }]);
    const onItself = new CopyObjectCommand({ Bucket: 'plain', Key: 'back', CopySource: 'plain/back' });
    expect(await errorOf(client.send(onItself))).toMatchObject({ name: 'InvalidRequest' });
  });

  it('keep their body and version when they are tagged', async () => {
    const put = await client.send(
      new PutObjectCommand({ Bucket: 'vault', Key: 'tagged', Body: 'still here' }),
    );
    const tagged = await client.send(
      new PutObjectTaggingCommand({
        Bucket: 'vault',
        Key: 'tagged',
        Tagging: { TagSet: [{ Key: 'state', Value: 'a & <b>' }] },
      }),
    );
    expect(tagged.VersionId).toBe(put.VersionId);
    expect(await text('vault', 'tagged')).toBe('still here');
    const { TagSet } = await client.send(new GetObjectTaggingCommand({ Bucket: 'vault', Key: 'tagged' }));
    expect(TagSet).toEqual([{ Key: 'state', Value: 'a & <b>' }]);
    await client.send(
      new PutObjectTaggingCommand({ Bucket: 'vault', Key: 'tagged', Tagging: { TagSet: [] } }),
    );
    const emptied = await client.send(new GetObjectTaggingCommand({ Bucket: 'vault', Key: 'tagged' }));
    expect(emptied.TagSet).toEqual([]);
  });

  it('are written once when the writer asks that nothing be there', async () => {
    const put = () =>
      client.send(new PutObjectCommand({ Bucket: 'vault', Key: 'once', Body: 'x', IfNoneMatch: '*' }));
    const racers = await Promise.allSettled([put(), put(), put()]);
    expect(racers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await errorOf(put())).toMatchObject({ name: 'PreconditionFailed', status: 412 });
    await client.send(new DeleteObjectCommand({ Bucket: 'vault', Key: 'once' }));
    expect((await put()).VersionId).toBeDefined();
  });

  it('are replaced only over the ETag that the writer saw', async () => {
    const first = await client.send(new PutObjectCommand({ Bucket: 'vault', Key: 'cas', Body: '1' }));
    await client.send(new PutObjectCommand({ Bucket: 'vault', Key: 'cas', Body: '2', IfMatch: first.ETag }));
    const stale = new PutObjectCommand({ Bucket: 'vault', Key: 'cas', Body: '3', IfMatch: first.ETag });
    expect(await errorOf(client.send(stale))).toMatchObject({ name: 'PreconditionFailed', status: 412 });
    expect(await text('vault', 'cas')).toBe('2');
  });

  it('are not sent again to a reader that has them', async () => {
    const { ETag } = await client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'cached', Body: '1' }));
    const failure = await errorOf(
      client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'cached', IfNoneMatch: ETag })),
    );
    expect(failure.status).toBe(304);
  });
});

describe('buckets', () => {
  it('say where they are', async () => {
    expect(
      (await client.send(new GetBucketLocationCommand({ Bucket: 'plain' }))).LocationConstraint,
    ).toBeUndefined();
    expect((await client.send(new HeadBucketCommand({ Bucket: 'plain' }))).BucketRegion).toBe('us-east-1');
    expect((await client.send(new ListBucketsCommand({}))).Buckets?.map(({ Name }) => Name)).toEqual([
      'plain',
      'vault',
    ]);
  });

  it('that were never declared do not exist', async () => {
    expect(
      await errorOf(client.send(new PutObjectCommand({ Bucket: 'nowhere', Key: 'k', Body: 'x' }))),
    ).toMatchObject({ name: 'NoSuchBucket', status: 404 });
  });
});
