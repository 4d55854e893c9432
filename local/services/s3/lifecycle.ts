import type { Bucket, LifecycleRule } from './bucket.ts';
import { abortUpload, type Upload } from './multipart-engine.ts';
import { deleteObject, isLocked, type S3Parts } from './object-engine.ts';
import type { Cause } from './object-events.ts';
import { keysOf, type ObjectVersion } from './object-version.ts';

const DAY_MS = 86_400_000;

/** The next midnight UTC after an instant: S3 rounds every expiration up to it, and runs its rules then. */
export function nextMidnight(at: number): number {
  return (Math.floor(at / DAY_MS) + 1) * DAY_MS;
}

/**
 * Runs every bucket's rules as of now: expires current objects (a marker where versions are kept), noncurrent versions,
 * lonely delete markers and unfinished uploads. Versions under retention stay.
 */
export async function runLifecycle(parts: S3Parts): Promise<void> {
  const { store } = parts.context;
  for (const [, bucket] of store.list<Bucket>('s3.buckets')) {
    const rules = bucket.lifecycle.filter(({ Status }) => Status === 'Enabled');
    if (rules.length === 0) continue;
    for (const [key, versions] of keysOf(store, bucket.name))
      await expireKey(parts, bucket, rules, key, versions);
    await abortStaleUploads(parts, bucket, rules);
  }
}

async function expireKey(
  parts: S3Parts,
  bucket: Bucket,
  rules: readonly LifecycleRule[],
  key: string,
  versions: readonly ObjectVersion[],
): Promise<void> {
  const now = parts.context.clock.now();
  const covering = (version: ObjectVersion) => rules.filter((rule) => covers(rule, key, version));
  const request = { bucket: bucket.name, key, cause: causeOf(parts) };
  for (const [index, version] of versions.entries()) {
    if (index === 0 || isLocked(version, now)) continue;
    if (covering(version).some((rule) => noncurrentExpired(rule, version, index, now)))
      await deleteObject(parts, { ...request, versionId: version.versionId });
  }
  const current = versions[0];
  if (current === undefined) return;
  if (current.deleteMarker) {
    const lonely =
      (parts.context.store.get<ObjectVersion[]>('s3.objects', `${bucket.name}/${key}`) ?? []).length === 1;
    if (
      lonely &&
      covering(current).some((rule) => rule.ExpiredObjectDeleteMarker || rule.ExpirationInDays !== undefined)
    )
      await deleteObject(parts, { ...request, versionId: current.versionId });
    return;
  }
  const due = covering(current).some((rule) => currentExpired(rule, current, now));
  if (due && !(bucket.versioning === 'Off' && isLocked(current, now))) await deleteObject(parts, request);
}

function covers(rule: LifecycleRule, key: string, version: ObjectVersion): boolean {
  return (
    key.startsWith(rule.Prefix) && rule.TagFilters.every(({ Key, Value }) => version.tags[Key] === Value)
  );
}

function currentExpired(rule: LifecycleRule, version: ObjectVersion, now: number): boolean {
  if (rule.ExpirationDate !== undefined && Date.parse(rule.ExpirationDate) <= now) return true;
  return rule.ExpirationInDays !== undefined && dueAt(version.lastModifiedAt, rule.ExpirationInDays) <= now;
}

function noncurrentExpired(rule: LifecycleRule, version: ObjectVersion, index: number, now: number): boolean {
  const days = rule.NoncurrentVersionExpiration?.NoncurrentDays ?? rule.NoncurrentVersionExpirationInDays;
  const kept = rule.NoncurrentVersionExpiration?.NewerNoncurrentVersions ?? 0;
  if (days === undefined || version.noncurrentSince === undefined || index <= kept) return false;
  return dueAt(version.noncurrentSince, days) <= now;
}

async function abortStaleUploads(
  parts: S3Parts,
  bucket: Bucket,
  rules: readonly LifecycleRule[],
): Promise<void> {
  const now = parts.context.clock.now();
  for (const [uploadId, upload] of parts.context.store.list<Upload>('s3.uploads')) {
    if (upload.bucket !== bucket.name) continue;
    const stale = rules.some(
      ({ Prefix, AbortIncompleteMultipartUpload: rule }) =>
        rule !== undefined &&
        upload.key.startsWith(Prefix) &&
        dueAt(upload.initiatedAt, rule.DaysAfterInitiation) <= now,
    );
    if (stale) await abortUpload(parts, { bucket: bucket.name, key: upload.key, uploadId });
  }
}

/** Days after an instant, rounded up to midnight UTC. */
function dueAt(since: number, days: number): number {
  return nextMidnight(since + days * DAY_MS - 1);
}

function causeOf({ context }: S3Parts): Cause {
  return { reason: 'Lifecycle Expiration', requestId: context.random.uuid(), requester: 's3.amazonaws.com' };
}
