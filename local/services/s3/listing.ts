import type { Store } from '../service.ts';
import { AwsError } from '../service.ts';
import { keysOf, type ObjectVersion } from './object-version.ts';

export interface ListRequest {
  bucket: string;
  prefix: string;
  delimiter: string;
  maxKeys: number;
  /** Exclusive: a key, or a common prefix that was already listed. */
  after?: string;
}

export interface Listed<Entry> {
  entries: Entry[];
  commonPrefixes: string[];
  /** What to continue after; absent at the end. */
  next?: string;
}

/** ListObjectsV2: current objects in key order, rolled up at the delimiter. */
export function listObjects(
  store: Store,
  request: ListRequest,
): Listed<{ key: string; version: ObjectVersion }> {
  const listed: Listed<{ key: string; version: ObjectVersion }> = { entries: [], commonPrefixes: [] };
  if (request.maxKeys === 0) return listed;
  let last: string | undefined;
  for (const [key, versions] of keysOf(store, request.bucket, startOf(request))) {
    const version = versions[0];
    if (version === undefined || version.deleteMarker) continue;
    const common = commonPrefix(key, request);
    if (common !== undefined && (common === last || common === request.after)) continue;
    if (listed.entries.length + listed.commonPrefixes.length >= request.maxKeys) {
      if (last !== undefined) listed.next = last;
      return listed;
    }
    if (common === undefined) listed.entries.push({ key, version });
    else listed.commonPrefixes.push(common);
    last = common ?? key;
  }
  return listed;
}

export interface VersionEntry {
  key: string;
  version: ObjectVersion;
  isLatest: boolean;
}

/** ListObjectVersions: every version and marker, keys in order, newest first; continues after a version id. */
export function listVersions(
  store: Store,
  request: ListRequest & { afterVersionId?: string },
): Listed<VersionEntry> & { nextVersionId?: string } {
  const listed: Listed<VersionEntry> & { nextVersionId?: string } = { entries: [], commonPrefixes: [] };
  if (request.maxKeys === 0) return listed;
  let last: { key: string; versionId?: string } | undefined;
  for (const { key, version, isLatest } of versionsFrom(store, request)) {
    const common = commonPrefix(key, request);
    if (common !== undefined && (common === last?.key || common === request.after)) continue;
    if (listed.entries.length + listed.commonPrefixes.length >= request.maxKeys) {
      if (last === undefined) return listed;
      return {
        ...listed,
        next: last.key,
        ...(last.versionId === undefined ? {} : { nextVersionId: last.versionId }),
      };
    }
    if (common === undefined) {
      listed.entries.push({ key, version, isLatest });
      last = { key, versionId: version.versionId };
    } else {
      listed.commonPrefixes.push(common);
      last = { key: common };
    }
  }
  return listed;
}

/** A continuation token says where the page before ended. @throws AwsError InvalidArgument */
export function readToken(token: string): string {
  const text = Buffer.from(token, 'base64url').toString('utf8');
  if (!text.startsWith('after:'))
    throw new AwsError('InvalidArgument', 'The continuation token provided is incorrect');
  return text.slice('after:'.length);
}

export function writeToken(after: string): string {
  return Buffer.from(`after:${after}`).toString('base64url');
}

function* versionsFrom(
  store: Store,
  request: ListRequest & { afterVersionId?: string },
): Generator<VersionEntry> {
  const { bucket, prefix, after, afterVersionId } = request;
  const whole = (versions: ObjectVersion[], key: string): VersionEntry[] =>
    versions.map((version, index) => ({ key, version, isLatest: index === 0 }));
  if (after !== undefined && afterVersionId !== undefined) {
    const entries = [...whole(store.get<ObjectVersion[]>('s3.objects', `${bucket}/${after}`) ?? [], after)];
    const at = entries.findIndex(({ version }) => version.versionId === afterVersionId);
    yield* entries.slice(at + 1);
  }
  for (const [key, versions] of keysOf(store, bucket, startOf({ ...request, prefix })))
    yield* whole(versions, key);
}

/** Past a common prefix means past everything under it. */
function startOf({ prefix, delimiter, after }: ListRequest): { prefix: string; after?: string } {
  if (after === undefined) return { prefix };
  const rolledUp = delimiter !== '' && after.endsWith(delimiter) && after.length > prefix.length;
  return { prefix, after: rolledUp ? `${after}\u{10ffff}` : after };
}

function commonPrefix(key: string, { prefix, delimiter }: ListRequest): string | undefined {
  if (delimiter === '') return undefined;
  const cut = key.indexOf(delimiter, prefix.length);
  return cut < 0 ? undefined : key.slice(0, cut + delimiter.length);
}
