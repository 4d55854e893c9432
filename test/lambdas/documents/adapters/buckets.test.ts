import { createHash } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DocumentStore, s3Store } from '../../../../lambdas/documents/adapters/document-store.ts';
import { type DocumentLinks, s3Links } from '../../../../lambdas/documents/adapters/upload-links.ts';
import { bucket, KEY_ARN, s3Fixture, type S3Fixture, sealed } from '../../../local/services/s3/s3-fixture.ts';

const loanId = 'loan_01JD0000000000000000000000';
const content = Buffer.from('%PDF-1.7 an invented file');
const sha256 = createHash('sha256').update(content).digest('base64');
const versioned = { ...sealed, VersioningConfiguration: { Status: 'Enabled' } };

let fixture: S3Fixture;
let links: DocumentLinks;
let store: DocumentStore;
let count = 0;

beforeAll(async () => {
  fixture = await s3Fixture([bucket('quarantine', versioned), bucket('documents', versioned)]);
  const settings = { quarantineBucket: 'quarantine', documentsBucket: 'documents', keyId: KEY_ARN };
  const options = { ...fixture.served.client, forcePathStyle: true };
  const client = new S3Client({ ...options, requestChecksumCalculation: 'WHEN_REQUIRED' });
  links = s3Links(settings, client);
  store = s3Store(settings, client);
});
afterAll(async () => await fixture.served.close());

async function asked() {
  count += 1;
  const documentId = `doc_01JD00000000000000000${String(count).padStart(5, '0')}` as const;
  const link = await links.upload({
    loanId,
    documentId,
    contentType: 'application/pdf',
    sizeBytes: content.length,
    sha256,
  });
  return { key: `loans/${loanId}/${documentId}`, ...link };
}
type Asked = Awaited<ReturnType<typeof asked>>;

async function put({ url, headers }: Asked, body: Buffer = content, over: Record<string, string> = {}) {
  const { 'content-length': _, ...sent } = headers;
  const reply = await fetch(url, { method: 'PUT', headers: { ...sent, ...over }, body });
  await reply.arrayBuffer();
  return { status: reply.status, versionId: reply.headers.get('x-amz-version-id') ?? '' };
}

describe('a link to upload', () => {
  it('signs length, type, checksum, key and that nothing may be there', async () => {
    const { url } = await asked();
    expect(new URL(url).searchParams.get('X-Amz-SignedHeaders')?.split(';')).toEqual([
      'content-length',
      'content-type',
      'host',
      'if-none-match',
      'x-amz-checksum-sha256',
      'x-amz-server-side-encryption',
      'x-amz-server-side-encryption-aws-kms-key-id',
    ]);
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('300');
  });

  it('takes the declared file once', async () => {
    const link = await asked();
    expect((await put(link)).status).toBe(200);
    expect((await put(link)).status).toBe(412);
  });

  it.each<[string, Buffer, Record<string, string>, number]>([
    ['another type', content, { 'content-type': 'text/html' }, 403],
    ['a longer file', Buffer.concat([content, content]), {}, 403],
    ['other content of that length', Buffer.alloc(content.length, 'x'), {}, 400],
    ['its own checksum', content, { 'x-amz-checksum-sha256': sha256.replace(/^./, 'A') }, 403],
    ['no encryption by our key', content, { 'x-amz-server-side-encryption': 'AES256' }, 403],
    ['a file in place of one', content, { 'if-none-match': '"x"' }, 403],
  ])('refuses %s', async (_title, body, over, status) => {
    const link = await asked();
    expect((await put(link, body, over)).status).toBe(status);
    expect(await store.uploaded(link.key, 'null')).toBeUndefined();
  });
});

describe('the way out of quarantine', () => {
  it('copies the version that was scanned, with its checksum, and a repeat finds it there', async () => {
    const link = await asked();
    const { versionId } = await put(link);
    expect(await store.uploaded(link.key, versionId)).toEqual({
      sizeBytes: content.length,
      sha256,
      versionId,
    });
    const copy = await store.passToClean(link.key, versionId, 'application/pdf');
    expect(copy).toMatchObject({ sizeBytes: content.length, sha256 });
    expect(await store.passToClean(link.key, versionId, 'application/pdf')).toEqual(copy);
    expect(Buffer.from(await store.bytes({ key: link.key, versionId: copy.versionId }))).toEqual(content);
  });

  it('says so when a version is gone', async () => {
    const link = await asked();
    await put(link);
    expect(await store.uploaded(link.key, 'another-version')).toBeUndefined();
  });

  it('gives no answer rather than a wrong one when S3 gives none', async () => {
    const gone = s3Store(
      { quarantineBucket: 'nowhere', documentsBucket: 'nowhere', keyId: KEY_ARN },
      new S3Client({ ...fixture.served.client, forcePathStyle: true }),
    );
    await expect(gone.passToClean('k', 'v', 'application/pdf')).rejects.toMatchObject({
      kind: 'unavailable',
    });
    await expect(gone.readJson('k')).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

describe('readings and the file', () => {
  it('keeps JSON and says nothing of what is not there', async () => {
    await store.writeJson('readings/doc/reading.json', { parts: [[1]] });
    expect(await store.readJson('readings/doc/reading.json')).toEqual({ parts: [[1]] });
    expect(await store.readJson('readings/doc/other.json')).toBeUndefined();
  });

  it('shows the clean file by a link, typed as declared', async () => {
    const link = await asked();
    const { versionId } = await put(link);
    const copy = await store.passToClean(link.key, versionId, 'application/pdf');
    const reply = await fetch(
      await links.view({ key: link.key, versionId: copy.versionId }, 'application/pdf'),
    );
    expect(reply.headers.get('content-type')).toBe('application/pdf');
    expect(reply.headers.get('cache-control')).toBe('private, no-store');
    expect(Buffer.from(await reply.arrayBuffer())).toEqual(content);
  });
});
