import { AwsError, type HttpResponse } from '../service.ts';
import { checkRead } from './conditions.ts';
import { readBody } from './object-engine.ts';
import { readableVersion, versionsOf, type ObjectVersion } from './object-version.ts';
import type { S3Call } from './s3-call.ts';
import { checksumHeaders, readHeaders, versionIdHeader } from './version-headers.ts';
import { replyXml } from './xml.ts';
import { xmlReply } from './s3-call.ts';

/** GetObject and HeadObject: conditions, ranges, checksums on request, `response-…` overrides. */
export async function readObject(call: S3Call): Promise<HttpResponse> {
  const { parts, operation, headers } = call;
  if (operation.query.has('partNumber'))
    throw new AwsError('NotImplemented', 'Reads by part number are not emulated by the local cloud', 501);
  const version = meantVersion(call);
  if (checkRead(headers, version) === 'not-modified')
    return {
      status: 304,
      headers: { etag: `"${version.eTag}"`, 'last-modified': new Date(version.lastModifiedAt).toUTCString() },
    };
  const range = rangeOf(headers['range'], version.size);
  const body = await readBody(parts, version);
  const described = {
    ...readHeaders(version),
    ...overrides(operation.query),
    ...(range === undefined && headers['x-amz-checksum-mode']?.toUpperCase() === 'ENABLED'
      ? checksumHeaders(version.checksum)
      : {}),
  };
  const wanted = range === undefined ? body : body.subarray(range.from, range.to + 1);
  const partial: Record<string, string> =
    range === undefined ? {} : { 'content-range': `bytes ${range.from}-${range.to}/${version.size}` };
  return {
    status: range === undefined ? 200 : 206,
    headers: { ...described, ...partial, 'content-length': String(wanted.length) },
    ...(operation.name === 'HeadObject' ? {} : { body: wanted }),
  };
}

export function getTagging(call: S3Call): HttpResponse {
  const version = meantVersion(call);
  const tags = Object.entries(version.tags).map(([Key, Value]) => ({ Key, Value }));
  return xmlReply(replyXml('Tagging', { TagSet: { Tag: tags } }), versionIdHeader(version.versionId));
}

export function getRetention(call: S3Call): HttpResponse {
  const { retention } = meantVersion(call);
  if (retention === undefined)
    throw new AwsError(
      'NoSuchObjectLockConfiguration',
      'The specified object does not have a ObjectLock configuration',
      404,
    );
  return xmlReply(
    replyXml('Retention', { Mode: retention.mode, RetainUntilDate: new Date(retention.until).toISOString() }),
  );
}

function meantVersion({ parts, operation }: S3Call): ObjectVersion & { blobId: string } {
  return readableVersion(
    parts.context.store,
    operation.bucket,
    operation.key,
    operation.query.get('versionId'),
  );
}

/** Headers of the error reply to a read that met a delete marker. */
export function markerHeaders({
  parts,
  operation,
}: Pick<S3Call, 'parts' | 'operation'>): Record<string, string> {
  const versionId = operation.query.get('versionId');
  const versions = versionsOf(parts.context.store, operation.bucket, operation.key);
  const met = versionId === undefined ? versions[0] : versions.find((one) => one.versionId === versionId);
  return met?.deleteMarker === true
    ? { 'x-amz-delete-marker': 'true', ...versionIdHeader(met.versionId) }
    : {};
}

/** One satisfiable range, or none; what cannot be parsed, and several ranges, are answered whole. @throws AwsError InvalidRange */
function rangeOf(header: string | undefined, size: number): { from: number; to: number } | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return undefined;
  const [, first = '', last = ''] = match;
  const from = first === '' ? Math.max(0, size - Number.parseInt(last, 10)) : Number.parseInt(first, 10);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number.parseInt(last, 10), size - 1);
  if (first !== '' && last !== '' && Number.parseInt(last, 10) < from) return undefined;
  if (from >= size) throw new AwsError('InvalidRange', 'The requested range is not satisfiable', 416);
  return { from, to };
}

function overrides(query: Map<string, string>): Record<string, string> {
  const names = [
    'content-type',
    'content-language',
    'expires',
    'cache-control',
    'content-disposition',
    'content-encoding',
  ];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = query.get(`response-${name}`);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
