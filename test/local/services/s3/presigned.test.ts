import { createHash } from 'node:crypto';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bucket, KEY_ARN, s3Fixture, sealed, type S3Fixture } from './s3-fixture.ts';

const BODY = 'a pay stub';
const SHA256 = createHash('sha256').update(BODY).digest('base64');
const SIGNED = new Set(['host', 'content-type', 'content-length', 'if-none-match']);
const UNHOISTED = new Set(['x-amz-checksum-sha256']);

let fixture: S3Fixture;
let presigner: S3Client;
let serial = 0;

beforeAll(async () => {
  fixture = await s3Fixture([bucket('quarantine', sealed)]);
  presigner = new S3Client({
    ...fixture.served.client,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
});
afterAll(async () => {
  await fixture.served.close();
});

/** An upload slot as the documents capability signs it: exact length, type, digest, key and a single use. */
async function slot(): Promise<{ url: string; headers: Record<string, string>; key: string }> {
  const key = `loans/${++serial}/d+1 x/v1`;
  const command = new PutObjectCommand({
    Bucket: 'quarantine',
    Key: key,
    ContentType: 'application/pdf',
    ContentLength: BODY.length,
    ChecksumSHA256: SHA256,
    ServerSideEncryption: 'aws:kms',
    SSEKMSKeyId: KEY_ARN,
    IfNoneMatch: '*',
  });
  const url = await getSignedUrl(presigner, command, {
    expiresIn: 300,
    signableHeaders: SIGNED,
    unhoistableHeaders: UNHOISTED,
    signingDate: new Date(fixture.context.clock.now()),
  });
  const headers = {
    'content-type': 'application/pdf',
    'x-amz-checksum-sha256': SHA256,
    'x-amz-server-side-encryption': 'aws:kms',
    'x-amz-server-side-encryption-aws-kms-key-id': KEY_ARN,
    'if-none-match': '*',
  };
  return { url, headers, key };
}

async function put(
  url: string,
  headers: Record<string, string>,
  body = BODY,
): Promise<{ status: number; code: string; text: string }> {
  const response = await fetch(url, { method: 'PUT', headers, body });
  const text = await response.text();
  return { status: response.status, code: /<Code>(.*)<\/Code>/.exec(text)?.[1] ?? '', text };
}

describe('a presigned upload', () => {
  it('signs what it is meant to sign', async () => {
    const signed = new URL((await slot()).url).searchParams.get('X-Amz-SignedHeaders');
    expect(signed?.split(';')).toEqual([
      'content-length',
      'content-type',
      'host',
      'if-none-match',
      'x-amz-checksum-sha256',
      'x-amz-server-side-encryption',
      'x-amz-server-side-encryption-aws-kms-key-id',
    ]);
  });

  it('is accepted as signed, once', async () => {
    const { url, headers, key } = await slot();
    expect((await put(url, headers)).status).toBe(200);
    const head = await fixture.client.send(
      new HeadObjectCommand({ Bucket: 'quarantine', Key: key, ChecksumMode: 'ENABLED' }),
    );
    expect(head).toMatchObject({
      ContentType: 'application/pdf',
      ChecksumSHA256: SHA256,
      SSEKMSKeyId: KEY_ARN,
    });
    expect(await put(url, headers)).toMatchObject({ status: 412, code: 'PreconditionFailed' });
  });

  it('is refused with another body of the same length', async () => {
    const { url, headers } = await slot();
    expect(await put(url, headers, 'b pay stub')).toMatchObject({ status: 400, code: 'BadDigest' });
  });

  it.each([
    ['a longer body', {}, `${BODY}!`],
    ['a shorter body', {}, 'short'],
    ['another content type', { 'content-type': 'text/html' }, BODY],
    [
      'another digest',
      { 'x-amz-checksum-sha256': createHash('sha256').update('other body').digest('base64') },
      'other body',
    ],
    ['another key', { 'x-amz-server-side-encryption-aws-kms-key-id': 'alias/other' }, BODY],
    ['no encryption', { 'x-amz-server-side-encryption': '' }, BODY],
    ['an overwrite asked for', { 'if-none-match': 'x' }, BODY],
  ])('is refused with %s', async (_what, changed, body) => {
    const { url, headers } = await slot();
    expect(await put(url, { ...headers, ...changed }, body)).toMatchObject({
      status: 403,
      code: 'SignatureDoesNotMatch',
    });
  });

  it.each([
    'x-amz-checksum-sha256',
    'x-amz-server-side-encryption-aws-kms-key-id',
    'if-none-match',
    'content-type',
  ])('is refused without its header %s', async (name) => {
    const { url, headers } = await slot();
    const rest = Object.fromEntries(Object.entries(headers).filter(([one]) => one !== name));
    expect(await put(url, rest)).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  });

  it('is refused with an x-amz header that was not signed', async () => {
    const { url, headers } = await slot();
    const refused = await put(url, {
      ...headers,
      'x-amz-tagging': 'GuardDutyMalwareScanStatus=NO_THREATS_FOUND',
    });
    expect(refused).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(refused.text).toContain('x-amz-tagging');
  });

  it.each([
    ['the path', (url: string) => url.replace('/v1?', '/v2?')],
    ['the expiry', (url: string) => url.replace('X-Amz-Expires=300', 'X-Amz-Expires=3000')],
    [
      'the signature',
      (url: string) =>
        url.replace(/(Signature=.{63})./, (_all, head: string) => `${head}${url.endsWith('0') ? '1' : '0'}`),
    ],
    ['an added parameter', (url: string) => `${url}&versionId=x`],
  ])('is refused when %s is changed', async (_what, change) => {
    const { url, headers } = await slot();
    const changed = change(url);
    expect(changed).not.toBe(url);
    expect((await put(changed, headers)).status).toBe(403);
  });

  it('expires by the local clock', async () => {
    const { url, headers } = await slot();
    await fixture.context.clock.advance(299_000);
    const late = await slot();
    await fixture.context.clock.advance(301_000);
    const refused = await put(url, headers);
    expect(refused).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(refused.text).toContain('Request has expired');
    expect((await put(late.url, late.headers)).text).toContain('Request has expired');
    const fresh = await slot();
    expect((await put(fresh.url, fresh.headers)).status).toBe(200);
  });

  it('fails when the presigner hoisted the CRC32 of an empty body, as on AWS', async () => {
    const careless = new S3Client({ ...fixture.served.client, forcePathStyle: true });
    const command = new PutObjectCommand({ Bucket: 'quarantine', Key: 'careless' });
    const url = await getSignedUrl(careless, command, { signingDate: new Date(fixture.context.clock.now()) });
    expect(url).toContain('x-amz-checksum-crc32=AAAAAA');
    expect(await put(url, {})).toMatchObject({ status: 400, code: 'BadDigest' });
  });
});

describe('a presigned download', () => {
  it('reads the object under the file name that was signed', async () => {
    const { url: upload, headers, key } = await slot();
    await put(upload, headers);
    const command = new GetObjectCommand({
      Bucket: 'quarantine',
      Key: key,
      ResponseContentDisposition: 'attachment; filename="a b.pdf"',
    });
    const url = await getSignedUrl(presigner, command, {
      signingDate: new Date(fixture.context.clock.now()),
    });
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="a b.pdf"');
    expect(await response.text()).toBe(BODY);
    expect((await fetch(url.replace('attachment', 'inline'))).status).toBe(403);
  });
});
