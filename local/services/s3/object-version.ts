import type { Store } from '../service.ts';
import { AwsError } from '../service.ts';
import type { ObjectChecksum } from './checksum.ts';

export interface ObjectEncryption {
  algorithm: string;
  kmsKeyArn?: string;
  bucketKey: boolean;
}

/** One version of one key, newest first in its record; a delete marker has no body. */
export interface ObjectVersion {
  /** `null` in a bucket without versioning, as S3 names it. */
  versionId: string;
  deleteMarker: boolean;
  blobId?: string;
  size: number;
  /** Without its quotes. */
  eTag: string;
  lastModifiedAt: number;
  /** When a newer version took its place. */
  noncurrentSince?: number;
  /** content-type, cache-control and the like, lower-case. */
  headers: Record<string, string>;
  metadata: Record<string, string>;
  tags: Record<string, string>;
  encryption?: ObjectEncryption;
  checksum?: ObjectChecksum;
  retention?: { mode: 'GOVERNANCE' | 'COMPLIANCE'; until: number };
  partCount?: number;
}

const COLLECTION = 's3.objects';

/** Versions of a key, newest first; none for a key that never was. */
export function versionsOf(store: Store, bucket: string, key: string): ObjectVersion[] {
  return store.get<ObjectVersion[]>(COLLECTION, `${bucket}/${key}`) ?? [];
}

export function saveVersions(store: Store, bucket: string, key: string, versions: ObjectVersion[]): void {
  if (versions.length === 0) store.delete(COLLECTION, `${bucket}/${key}`);
  else store.put(COLLECTION, `${bucket}/${key}`, versions);
}

/** Keys of a bucket in order, read in pages so that a large bucket is never held whole. */
export function* keysOf(
  store: Store,
  bucket: string,
  options: { prefix?: string; after?: string } = {},
): Generator<[key: string, versions: ObjectVersion[]]> {
  const prefix = `${bucket}/${options.prefix ?? ''}`;
  let after = options.after === undefined ? undefined : `${bucket}/${options.after}`;
  for (;;) {
    const page = store.list<ObjectVersion[]>(COLLECTION, {
      prefix,
      limit: 500,
      ...(after === undefined ? {} : { after }),
    });
    for (const [name, versions] of page) yield [name.slice(bucket.length + 1), versions];
    if (page.length < 500) return;
    after = page.at(-1)?.[0];
  }
}

/**
 * The version a read means: the named one, else the newest.
 * @throws AwsError NoSuchKey, NoSuchVersion, MethodNotAllowed (a delete marker named by its id).
 */
export function readableVersion(
  store: Store,
  bucket: string,
  key: string,
  versionId?: string,
): ObjectVersion & { blobId: string } {
  const versions = versionsOf(store, bucket, key);
  const found = versionId === undefined ? versions[0] : versions.find((one) => one.versionId === versionId);
  if (versionId !== undefined && found === undefined)
    throw new AwsError('NoSuchVersion', 'The specified version does not exist.', 404);
  if (versionId !== undefined && found?.deleteMarker === true)
    throw new AwsError('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405);
  if (found?.blobId === undefined) throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404);
  return { ...found, blobId: found.blobId };
}
