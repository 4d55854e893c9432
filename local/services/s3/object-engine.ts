import { createHash } from 'node:crypto';
import type { Blobs, EngineContext } from '../service.ts';
import { AwsError } from '../service.ts';
import { getBucket, type Bucket } from './bucket.ts';
import { verifyChecksums } from './checksum.ts';
import { checkWrite } from './conditions.ts';
import {
  describedBy,
  encryptionOf,
  retentionOf,
  tagsOf,
  usableKey,
  type ResolveKmsKey,
} from './object-attributes.ts';
import type { Cause, ObjectEvents } from './object-events.ts';
import {
  readableVersion,
  saveVersions,
  versionsOf,
  type ObjectEncryption,
  type ObjectVersion,
} from './object-version.ts';

export interface S3Parts {
  context: EngineContext;
  blobs: Blobs;
  resolveKmsKey: ResolveKmsKey;
  events: ObjectEvents;
}

export interface WriteRequest {
  bucket: string;
  key: string;
  body: Uint8Array;
  /** Lower-case request headers: content, metadata, tags, encryption, lock, conditions. */
  headers: Record<string, string>;
  cause: Cause;
}

export interface DeleteOutcome {
  /** Of the marker made, or of the version removed; absent in a bucket without versioning. */
  versionId?: string;
  deleteMarker: boolean;
}

const LONGEST_KEY_BYTES = 1024;

/** PutObject: body first, then the version, its event and its listeners in one transaction. */
export async function putObject(parts: S3Parts, request: WriteRequest): Promise<ObjectVersion> {
  const { context } = parts;
  const bucket = getBucket(context.store, request.bucket);
  const now = context.clock.now();
  const checksum = verifyChecksums(request.headers, request.body);
  const retention = retentionOf(bucket, request.headers, now);
  if (retention !== undefined && checksum === undefined && request.headers['content-md5'] === undefined)
    throw new AwsError(
      'InvalidRequest',
      'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters',
    );
  const encryption = encryptionFor(parts, bucket, request.headers);
  return await addVersion(parts, bucket, request, {
    deleteMarker: false,
    size: request.body.length,
    eTag: eTagOf(context, request.body, encryption),
    lastModifiedAt: now,
    ...describedBy(request.headers),
    tags: tagsOf(request.headers['x-amz-tagging']),
    encryption,
    ...(checksum === undefined ? {} : { checksum }),
    ...(retention === undefined ? {} : { retention }),
  });
}

/** Stores a body and makes it the newest version of its key; conditions are judged in the same transaction. */
export async function addVersion(
  { context, blobs, events }: S3Parts,
  bucket: Bucket,
  { key, body, headers, cause }: WriteRequest,
  described: Omit<ObjectVersion, 'versionId' | 'blobId'>,
  also: () => void = () => undefined,
): Promise<ObjectVersion> {
  if (key === '' || Buffer.byteLength(key) > LONGEST_KEY_BYTES)
    throw new AwsError('KeyTooLongError', 'Your key is too long');
  const blobId = context.random.uuid();
  const versionId = bucket.versioning === 'Enabled' ? newVersionId(context) : 'null';
  const version: ObjectVersion = { ...described, versionId, blobId };
  checkWrite(headers, versionsOf(context.store, bucket.name, key)[0]);
  await blobs.put(blobId, body);
  let replaced: ObjectVersion[] = [];
  try {
    replaced = context.store.transaction(() => {
      checkWrite(headers, versionsOf(context.store, bucket.name, key)[0]);
      const gone = insertNewest(context, bucket, key, version);
      also();
      events.created(bucket, key, version, cause);
      return gone;
    });
  } catch (error) {
    await blobs.delete(blobId);
    throw error;
  }
  events.drain();
  await dropBodies(blobs, replaced);
  return version;
}

/** GetObject's bytes; reading is refused while the object's KMS key cannot be used. */
export async function readBody(
  parts: S3Parts,
  version: ObjectVersion & { blobId: string },
): Promise<Uint8Array> {
  const arn = version.encryption?.kmsKeyArn;
  if (arn !== undefined && arn !== managedKeyArn(parts.context)) usableKey(arn, parts.resolveKmsKey);
  return await parts.blobs.get(version.blobId);
}

/** GetObject for neighbours inside the local cloud. @throws AwsError NoSuchBucket, NoSuchKey, NoSuchVersion */
export async function getObject(
  parts: S3Parts,
  bucketName: string,
  key: string,
  versionId?: string,
): Promise<{ version: ObjectVersion; body: Uint8Array }> {
  getBucket(parts.context.store, bucketName);
  const version = readableVersion(parts.context.store, bucketName, key, versionId);
  return { version, body: await readBody(parts, version) };
}

/**
 * DeleteObject: a marker where the bucket keeps versions, for ever where a version is named.
 * @throws AwsError AccessDenied for a version under retention.
 */
export async function deleteObject(
  { context, blobs, events }: S3Parts,
  request: {
    bucket: string;
    key: string;
    versionId?: string;
    bypassGovernance?: boolean;
    headers?: Record<string, string>;
    cause: Cause;
  },
): Promise<DeleteOutcome> {
  const bucket = getBucket(context.store, request.bucket);
  const { key, cause } = request;
  const { outcome, gone } = context.store.transaction(() => {
    const versions = versionsOf(context.store, bucket.name, key);
    const ifMatch = request.headers?.['if-match'];
    if (ifMatch !== undefined) checkWrite({ 'if-match': ifMatch }, versions[0]);
    if (request.versionId !== undefined || bucket.versioning === 'Off') {
      const removed = versions.find((one) => one.versionId === (request.versionId ?? 'null'));
      if (removed !== undefined) {
        refuseLocked(removed, context.clock.now(), request.bypassGovernance ?? false);
        removeVersion(context, bucket, key, removed);
        events.deleted(bucket, key, removed, 'Permanently Deleted', cause);
      }
      return {
        outcome: removedOutcome(request.versionId, removed),
        gone: removed === undefined ? [] : [removed],
      };
    }
    const marker = newMarker(context, bucket);
    const replaced = insertNewest(context, bucket, key, marker);
    events.deleted(bucket, key, { versionId: marker.versionId }, 'Delete Marker Created', cause);
    return { outcome: { versionId: marker.versionId, deleteMarker: true }, gone: replaced };
  });
  events.drain();
  await dropBodies(blobs, gone);
  return outcome;
}

export function encryptionFor(
  parts: S3Parts,
  bucket: Bucket,
  headers: Record<string, string>,
): ObjectEncryption {
  return encryptionOf(bucket, headers, parts.resolveKmsKey, managedKeyArn(parts.context));
}

/** MD5 of the body; under SSE-KMS S3 promises only that it identifies the content, so it is salted there. */
export function eTagOf(context: EngineContext, body: Uint8Array, encryption: ObjectEncryption): string {
  const hash = createHash('md5').update(body);
  if (encryption.kmsKeyArn !== undefined) hash.update(context.random.bytes(16));
  return hash.digest('hex');
}

/** Takes a version out; the next newest becomes current again. */
export function removeVersion(
  context: EngineContext,
  bucket: Bucket,
  key: string,
  version: ObjectVersion,
): void {
  const rest = versionsOf(context.store, bucket.name, key).filter(
    (one) => one.versionId !== version.versionId,
  );
  const [newest, ...older] = rest;
  if (newest === undefined) return saveVersions(context.store, bucket.name, key, []);
  const { noncurrentSince: _, ...current } = newest;
  saveVersions(context.store, bucket.name, key, [current, ...older]);
}

export async function dropBodies(blobs: Blobs, versions: readonly ObjectVersion[]): Promise<void> {
  for (const { blobId } of versions) if (blobId !== undefined) await blobs.delete(blobId);
}

export function isLocked(version: ObjectVersion, now: number): boolean {
  return version.retention !== undefined && version.retention.until > now;
}

/** @returns versions that the newest one replaced for good (a `null` version is overwritten). */
function insertNewest(
  context: EngineContext,
  bucket: Bucket,
  key: string,
  version: ObjectVersion,
): ObjectVersion[] {
  const versions = versionsOf(context.store, bucket.name, key);
  const replaced = version.versionId === 'null' ? versions.filter((one) => one.versionId === 'null') : [];
  const kept = versions
    .filter((one) => !replaced.includes(one))
    .map((one) =>
      one.noncurrentSince === undefined ? { ...one, noncurrentSince: context.clock.now() } : one,
    );
  saveVersions(context.store, bucket.name, key, [version, ...kept]);
  return replaced;
}

export function newMarker(context: EngineContext, bucket: Bucket): ObjectVersion {
  return {
    versionId: bucket.versioning === 'Enabled' ? newVersionId(context) : 'null',
    deleteMarker: true,
    size: 0,
    eTag: '',
    lastModifiedAt: context.clock.now(),
    headers: {},
    metadata: {},
    tags: {},
  };
}

function removedOutcome(versionId: string | undefined, removed: ObjectVersion | undefined): DeleteOutcome {
  return { ...(versionId === undefined ? {} : { versionId }), deleteMarker: removed?.deleteMarker ?? false };
}

function refuseLocked(version: ObjectVersion, now: number, bypassGovernance: boolean): void {
  if (!isLocked(version, now)) return;
  if (version.retention?.mode === 'GOVERNANCE' && bypassGovernance) return;
  throw new AwsError('AccessDenied', 'Access Denied because object protected by object lock.', 403);
}

function newVersionId(context: EngineContext): string {
  return Buffer.from(context.random.bytes(24)).toString('base64url').replaceAll('-', '.');
}

function managedKeyArn({ region, account }: EngineContext): string {
  return `arn:aws:kms:${region}:${account}:alias/aws/s3`;
}
