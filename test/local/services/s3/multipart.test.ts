import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListPartsCommand,
  UploadPartCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bucket, errorOf, KEY_ARN, s3Fixture, sealed, type S3Fixture } from './s3-fixture.ts';

const FIVE_MB = Buffer.alloc(5 * 1024 ** 2, 'a');
const address = { Bucket: 'vault', Key: 'big file' };

let fixture: S3Fixture;
let client: S3Client;

beforeAll(async () => {
  fixture = await s3Fixture([bucket('vault', sealed)]);
  client = fixture.client;
});
afterAll(async () => {
  await fixture.served.close();
});

async function uploaded(bodies: Uint8Array[]) {
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ ...address, ChecksumAlgorithm: 'SHA256', ContentType: 'image/tiff' }),
  );
  const Parts = [];
  for (const [index, Body] of bodies.entries()) {
    const PartNumber = index + 1;
    const { ETag, ChecksumSHA256 } = await client.send(
      new UploadPartCommand({ ...address, UploadId, PartNumber, Body, ChecksumAlgorithm: 'SHA256' }),
    );
    Parts.push({ PartNumber, ETag, ChecksumSHA256 });
  }
  return { UploadId, Parts };
}

describe('a multipart upload', () => {
  it('becomes one object of its parts in order, and only when completed', async () => {
    const { UploadId, Parts } = await uploaded([FIVE_MB, Buffer.from('tail')]);
    const listed = await client.send(new ListPartsCommand({ ...address, UploadId }));
    expect(listed.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
      [1, FIVE_MB.length],
      [2, 4],
    ]);
    expect(await errorOf(client.send(new HeadObjectCommand(address)))).toMatchObject({ status: 404 });
    const done = await client.send(
      new CompleteMultipartUploadCommand({ ...address, UploadId, MultipartUpload: { Parts } }),
    );
    expect(done).toMatchObject({ SSEKMSKeyId: KEY_ARN, ChecksumType: 'COMPOSITE' });
    expect(done.ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
    const got = await client.send(new GetObjectCommand(address));
    expect(got).toMatchObject({ ContentType: 'image/tiff', VersionId: done.VersionId });
    const body = Buffer.from((await got.Body?.transformToByteArray()) ?? []);
    expect(body.equals(Buffer.concat([FIVE_MB, Buffer.from('tail')]))).toBe(true);
    const again = new CompleteMultipartUploadCommand({ ...address, UploadId, MultipartUpload: { Parts } });
    expect(await errorOf(client.send(again))).toMatchObject({ name: 'NoSuchUpload' });
    expect(fixture.published.filter(({ detailType }) => detailType === 'Object Created')).toMatchObject([
      { detail: { reason: 'CompleteMultipartUpload', object: { size: body.length } } },
    ]);
  });

  it('is refused with small, unknown or disordered parts', async () => {
    const { UploadId, Parts } = await uploaded([Buffer.from('small'), Buffer.from('tail')]);
    const complete = (parts: typeof Parts) =>
      errorOf(
        client.send(
          new CompleteMultipartUploadCommand({ ...address, UploadId, MultipartUpload: { Parts: parts } }),
        ),
      );
    expect(await complete(Parts)).toMatchObject({ name: 'EntityTooSmall' });
    expect(await complete([...Parts].reverse())).toMatchObject({ name: 'InvalidPartOrder' });
    expect(
      await complete(Parts.map((part) => ({ ...part, ETag: '"00000000000000000000000000000000"' }))),
    ).toMatchObject({ name: 'InvalidPart' });
  });

  it('leaves nothing when aborted', async () => {
    const { UploadId } = await uploaded([Buffer.from('x')]);
    await client.send(new AbortMultipartUploadCommand({ ...address, UploadId }));
    expect(await errorOf(client.send(new ListPartsCommand({ ...address, UploadId })))).toMatchObject({
      name: 'NoSuchUpload',
    });
    expect(fixture.context.store.list('s3.parts', { prefix: `${UploadId}/` })).toEqual([]);
  });
});
