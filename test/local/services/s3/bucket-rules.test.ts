import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../local/runtime/memory-store.ts';
import { memoryBlobs } from '../../../../local/runtime/blobs.ts';
import { AwsError } from '../../../../local/services/service.ts';
import { createS3Service } from '../../../../local/services/s3/shell.ts';
import { engineContext } from '../../../support/engine-context.ts';
import { bucket, bucketPolicy, errorOf, KEY_ARN, s3Fixture, sealed } from './s3-fixture.ts';

describe('bucket policy', () => {
  const everything = {
    Effect: 'Deny',
    Principal: '*',
    Resource: ['arn:aws:s3:::vault', 'arn:aws:s3:::vault/*'],
  };

  it('refuses what its Deny statements describe, and loopback counts as TLS', async () => {
    const { client, served } = await s3Fixture([
      bucketPolicy('vault', [
        { ...everything, Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
        {
          ...everything,
          Action: 's3:PutObject',
          Condition: {
            Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'false' },
            StringNotEquals: { 's3:x-amz-server-side-encryption-aws-kms-key-id': KEY_ARN },
          },
        },
        {
          ...everything,
          Action: 's3:DeleteObject*',
          Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/janitor' } },
        },
      ]),
      bucket('vault', sealed),
    ]);
    const put = (SSEKMSKeyId?: string) =>
      client.send(
        new PutObjectCommand({
          Bucket: 'vault',
          Key: 'k',
          Body: 'x',
          ServerSideEncryption: 'aws:kms',
          SSEKMSKeyId,
        }),
      );
    await put();
    await put(KEY_ARN);
    expect(await errorOf(put('other'))).toMatchObject({ name: 'AccessDenied', status: 403 });
    expect(await errorOf(client.send(new DeleteObjectCommand({ Bucket: 'vault', Key: 'k' })))).toMatchObject({
      name: 'AccessDenied',
    });
    const many = await client.send(
      new DeleteObjectsCommand({ Bucket: 'vault', Delete: { Objects: [{ Key: 'k' }] } }),
    );
    expect(many.Errors).toMatchObject([{ Key: 'k', Code: 'AccessDenied' }]);
    await served.close();
  });

  it('refuses a write that does not ask for encryption, and names a condition it cannot judge', async () => {
    const { client, served, context } = await s3Fixture([
      bucket('vault', sealed),
      bucketPolicy('vault', [
        {
          ...everything,
          Action: 's3:PutObject',
          Condition: { Null: { 's3:x-amz-server-side-encryption': 'true' } },
        },
        {
          ...everything,
          Sid: 'Endpoint',
          Action: 's3:*',
          Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
        },
      ]),
    ]);
    const bare = new PutObjectCommand({ Bucket: 'vault', Key: 'k', Body: 'x' });
    expect(await errorOf(client.send(bare))).toMatchObject({ name: 'AccessDenied' });
    await client.send(
      new PutObjectCommand({ Bucket: 'vault', Key: 'k', Body: 'x', ServerSideEncryption: 'aws:kms' }),
    );
    expect(context.logged).toMatchObject([{ facts: { statement: 'Endpoint' } }]);
    await served.close();
  });
});

describe('CORS', () => {
  const cors = {
    CorsConfiguration: {
      CorsRules: [
        {
          AllowedMethods: ['PUT'],
          AllowedOrigins: ['https://*.keyturn.example'],
          AllowedHeaders: ['content-type', 'x-amz-*'],
          ExposedHeaders: ['ETag'],
          MaxAge: 300,
        },
      ],
    },
  };

  it('answers a preflight by the rules and nothing else', async () => {
    const { served } = await s3Fixture([bucket('uploads', cors), bucket('closed')]);
    const ask = async (
      name: string,
      origin: string,
      method: string,
      headers = 'content-type,x-amz-checksum-sha256',
    ) =>
      await fetch(`${served.url}/${name}/k`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': method,
          'access-control-request-headers': headers,
        },
      });
    const allowed = await ask('uploads', 'https://app.keyturn.example', 'PUT');
    expect(allowed.status).toBe(200);
    expect(Object.fromEntries(allowed.headers)).toMatchObject({
      'access-control-allow-origin': 'https://app.keyturn.example',
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'content-type, x-amz-checksum-sha256',
      'access-control-max-age': '300',
      'access-control-expose-headers': 'ETag',
    });
    for (const refused of [
      await ask('uploads', 'https://evil.example', 'PUT'),
      await ask('uploads', 'https://app.keyturn.example', 'DELETE'),
      await ask('uploads', 'https://app.keyturn.example', 'PUT', 'x-other'),
      await ask('closed', 'https://app.keyturn.example', 'PUT'),
    ]) {
      expect(refused.status).toBe(403);
      expect(refused.headers.get('access-control-allow-origin')).toBeNull();
    }
    const actual = await fetch(`${served.url}/uploads/k`, {
      method: 'PUT',
      headers: { origin: 'https://app.keyturn.example' },
      body: 'x',
    });
    expect(actual.status).toBe(403);
    expect(actual.headers.get('access-control-allow-origin')).toBe('https://app.keyturn.example');
    await served.close();
  });
});

describe('KMS keys', () => {
  it('that are unknown or disabled stop writing and reading', async () => {
    let enabled = true;
    const { client, served } = await s3Fixture([bucket('vault', sealed)], {
      resolveKmsKey: (id) => (id === KEY_ARN ? { arn: KEY_ARN, enabled } : undefined),
    });
    const put = (SSEKMSKeyId?: string) =>
      client.send(
        new PutObjectCommand({
          Bucket: 'vault',
          Key: 'k',
          Body: 'x',
          ServerSideEncryption: 'aws:kms',
          SSEKMSKeyId,
        }),
      );
    await put();
    expect(await errorOf(put('nobody'))).toMatchObject({ name: 'KMS.NotFoundException' });
    enabled = false;
    expect(await errorOf(put())).toMatchObject({ name: 'KMS.DisabledException' });
    expect(await errorOf(client.send(new GetObjectCommand({ Bucket: 'vault', Key: 'k' })))).toMatchObject({
      name: 'KMS.DisabledException',
    });
    await served.close();
  });
});

describe('events', () => {
  it('carry the exact shape of S3 for each change, in order', async () => {
    const { client, served, published } = await s3Fixture([bucket('vault', sealed), bucket('silent')]);
    await client.send(new PutObjectCommand({ Bucket: 'silent', Key: 'k', Body: 'x' }));
    const put = await client.send(new PutObjectCommand({ Bucket: 'vault', Key: 'a b', Body: 'hello' }));
    await client.send(new CopyObjectCommand({ Bucket: 'vault', Key: 'c', CopySource: 'vault/a%20b' }));
    await client.send(new PutObjectTaggingCommand({ Bucket: 'vault', Key: 'a b', Tagging: { TagSet: [] } }));
    const marker = await client.send(new DeleteObjectCommand({ Bucket: 'vault', Key: 'a b' }));
    await client.send(new DeleteObjectCommand({ Bucket: 'vault', Key: 'a b', VersionId: put.VersionId }));
    expect(published[0]).toEqual({
      source: 'aws.s3',
      detailType: 'Object Created',
      busName: 'default',
      resources: ['arn:aws:s3:::vault'],
      timeEpochMs: expect.any(Number),
      detail: {
        version: '0',
        bucket: { name: 'vault' },
        object: {
          key: 'a b',
          size: 5,
          etag: put.ETag?.replaceAll('"', ''),
          'version-id': put.VersionId,
          sequencer: expect.stringMatching(/^[0-9A-F]{18}$/),
        },
        'request-id': expect.stringMatching(/^[0-9A-F]{16}$/),
        requester: '000000000000',
        'source-ip-address': '127.0.0.1',
        reason: 'PutObject',
      },
    });
    expect(
      published.map(({ detailType, detail }) => [detailType, (detail as { reason?: string }).reason]),
    ).toEqual([
      ['Object Created', 'PutObject'],
      ['Object Created', 'CopyObject'],
      ['Object Tags Added', undefined],
      ['Object Deleted', 'DeleteObject'],
      ['Object Deleted', 'DeleteObject'],
    ]);
    expect(published[3]).toMatchObject({
      detail: { 'deletion-type': 'Delete Marker Created', object: { 'version-id': marker.VersionId } },
    });
    expect(published[4]).toMatchObject({
      detail: { 'deletion-type': 'Permanently Deleted', object: { 'version-id': put.VersionId } },
    });
    await served.close();
  });

  it('that could not be delivered are delivered after a restart', async () => {
    const store = memoryStore();
    const blobs = memoryBlobs();
    const failing = engineContext({
      store,
      answers: { putEvents: () => Promise.reject(new AwsError('InternalException', 'down', 500)) },
    });
    const before = createS3Service(failing, { blobs });
    before.provision(bucket('vault', sealed));
    await before.objects.put({ bucket: 'vault', key: 'k', body: Buffer.from('x') }, 'test.amazonaws.com');
    await failing.clock.advance(0);
    const working = engineContext({ store });
    const after = createS3Service(working, { blobs });
    after.start?.();
    await working.clock.advance(0);
    expect(working.neighbours.published).toMatchObject([
      { detailType: 'Object Created', detail: { object: { key: 'k' } } },
    ]);
    expect(store.list('s3.outbox')).toEqual([]);
    const { body } = await after.objects.get({ bucket: 'vault', key: 'k' }, 'test.amazonaws.com');
    expect(Buffer.from(body).toString()).toBe('x');
  });
});
