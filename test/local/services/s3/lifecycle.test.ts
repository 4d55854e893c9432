import {
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectRetentionCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { memoryBlobs } from '../../../../local/runtime/blobs.ts';
import type { Json } from '../../../../local/services/service.ts';
import { bucket, errorOf, s3Fixture } from './s3-fixture.ts';

const DAY_MS = 86_400_000;

describe('lifecycle', () => {
  const rules: Record<string, Json> = {
    VersioningConfiguration: { Status: 'Enabled' },
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    LifecycleConfiguration: {
      Rules: [
        {
          Status: 'Enabled',
          Prefix: 'in/',
          ExpirationInDays: 7,
          NoncurrentVersionExpiration: { NoncurrentDays: 2 },
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
        },
        { Status: 'Enabled', TagFilters: [{ Key: 'junk', Value: 'yes' }], ExpirationInDays: 1 },
        { Status: 'Disabled', ExpirationInDays: 1 },
      ],
    },
  };

  it('expires by the local clock at midnight, then removes what was hidden, and says so', async () => {
    const bodies = memoryBlobs();
    let removed = 0;
    const blobs = {
      ...bodies,
      delete: async (id: string) => {
        removed++;
        await bodies.delete(id);
      },
    };
    const { client, served, context, s3, published } = await s3Fixture([bucket('quarantine', rules)], {
      blobs,
    });
    s3.start?.();
    for (const [Key, Tagging] of [
      ['in/a', ''],
      ['in/junk', 'junk=yes'],
      ['kept', ''],
    ] as const)
      await client.send(new PutObjectCommand({ Bucket: 'quarantine', Key, Body: 'x', Tagging }));
    await client.send(new CreateMultipartUploadCommand({ Bucket: 'quarantine', Key: 'in/never' }));
    const current = () =>
      context.store
        .list<{ deleteMarker: boolean }[]>('s3.objects')
        .filter(([, [newest]]) => newest?.deleteMarker === false)
        .map(([name]) => name);
    await context.clock.advance(2 * DAY_MS);
    expect(current()).toEqual(['quarantine/in/a', 'quarantine/kept']);
    expect(context.store.list('s3.uploads')).toEqual([]);
    await context.clock.advance(6 * DAY_MS);
    expect(current()).toEqual(['quarantine/kept']);
    expect(published.filter(({ detailType }) => detailType === 'Object Deleted').at(-1)).toMatchObject({
      detail: {
        requester: 's3.amazonaws.com',
        reason: 'Lifecycle Expiration',
        'deletion-type': expect.any(String),
      },
    });
    await context.clock.advance(8 * DAY_MS);
    expect(context.store.list('s3.objects').map(([name]) => name)).toEqual(['quarantine/kept']);
    expect(removed).toBe(2);
    await served.close();
  });
});

describe('Object Lock', () => {
  const locked = (Mode: string) => ({
    ObjectLockEnabled: true,
    ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode, Days: 30 } } },
  });

  async function lockedVersion(mode: string) {
    const fixture = await s3Fixture([bucket('audit', locked(mode))]);
    const { client } = fixture;
    const { VersionId } = await client.send(new PutObjectCommand({ Bucket: 'audit', Key: 'k', Body: 'x' }));
    return { ...fixture, version: { Bucket: 'audit', Key: 'k', VersionId } };
  }

  it('in compliance mode keeps a version until its retention ends, whoever asks', async () => {
    const { client, context, served, version } = await lockedVersion('COMPLIANCE');
    const { Retention } = await client.send(new GetObjectRetentionCommand(version));
    expect(Retention?.RetainUntilDate?.getTime()).toBe(context.clock.now() + 30 * DAY_MS);
    for (const BypassGovernanceRetention of [false, true]) {
      const command = new DeleteObjectCommand({ ...version, BypassGovernanceRetention });
      expect(await errorOf(client.send(command))).toMatchObject({ name: 'AccessDenied', status: 403 });
    }
    expect((await client.send(new DeleteObjectCommand({ Bucket: 'audit', Key: 'k' }))).DeleteMarker).toBe(
      true,
    );
    expect((await client.send(new HeadObjectCommand(version))).ObjectLockMode).toBe('COMPLIANCE');
    await context.clock.advance(30 * DAY_MS);
    const later = new S3Client({ ...served.client, forcePathStyle: true, systemClockOffset: 30 * DAY_MS });
    await later.send(new DeleteObjectCommand(version));
    expect(await errorOf(later.send(new HeadObjectCommand(version)))).toMatchObject({ status: 404 });
    await served.close();
  });

  it('in governance mode yields to an explicit bypass only', async () => {
    const { client, served, version } = await lockedVersion('GOVERNANCE');
    expect(await errorOf(client.send(new DeleteObjectCommand(version)))).toMatchObject({
      name: 'AccessDenied',
    });
    await client.send(new DeleteObjectCommand({ ...version, BypassGovernanceRetention: true }));
    const left = await client.send(new ListObjectVersionsCommand({ Bucket: 'audit' }));
    expect(left.Versions).toBeUndefined();
    await served.close();
  });
});
