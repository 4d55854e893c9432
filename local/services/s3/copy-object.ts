import { AwsError } from '../service.ts';
import { getBucket } from './bucket.ts';
import { checksumOf, parseChecksumAlgorithm, type ObjectChecksum } from './checksum.ts';
import { checkCopySource } from './conditions.ts';
import { describedBy, retentionOf, tagsOf } from './object-attributes.ts';
import {
  addVersion,
  encryptionFor,
  eTagOf,
  readBody,
  type S3Parts,
  type WriteRequest,
} from './object-engine.ts';
import { readableVersion, type ObjectVersion } from './object-version.ts';

export interface CopySource {
  bucket: string;
  key: string;
  versionId?: string;
}

/** Reads `x-amz-copy-source`: `[/]bucket/key[?versionId=id]`, percent-encoded. @throws AwsError InvalidArgument */
export function copySourceOf(header: string): CopySource {
  const match = /^\/?([^/]+)\/(.+?)(?:\?versionId=([^?&]+))?$/s.exec(header);
  if (match === null || header.startsWith('arn:'))
    throw new AwsError(
      'InvalidArgument',
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
    );
  const [, bucket = '', key = '', versionId] = match;
  return {
    bucket,
    key: decodeURIComponent(key),
    ...(versionId === undefined ? {} : { versionId: decodeURIComponent(versionId) }),
  };
}

/**
 * CopyObject: bytes by version; metadata and tags kept or replaced as directed; encryption by the target's headers or default.
 * @throws AwsError InvalidRequest for a copy onto itself that changes nothing.
 */
export async function copyObject(
  parts: S3Parts,
  source: CopySource,
  request: Omit<WriteRequest, 'body'>,
): Promise<{ version: ObjectVersion; source: ObjectVersion }> {
  const { context } = parts;
  const { headers } = request;
  getBucket(context.store, source.bucket);
  const bucket = getBucket(context.store, request.bucket);
  const original = readableVersion(context.store, source.bucket, source.key, source.versionId);
  checkCopySource(headers, original);
  const replaces = headers['x-amz-metadata-directive'] === 'REPLACE';
  const itself =
    source.bucket === request.bucket && source.key === request.key && source.versionId === undefined;
  if (itself && !replaces && headers['x-amz-server-side-encryption'] === undefined)
    throw new AwsError(
      'InvalidRequest',
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    );
  const body = await readBody(parts, original);
  const encryption = encryptionFor(parts, bucket, headers);
  const checksum = copiedChecksum(original, headers, body);
  const now = context.clock.now();
  const retention = retentionOf(bucket, headers, now);
  const version = await addVersion(
    parts,
    bucket,
    { ...request, body },
    {
      deleteMarker: false,
      size: body.length,
      eTag: eTagOf(context, body, encryption),
      lastModifiedAt: now,
      ...(replaces ? describedBy(headers) : { headers: original.headers, metadata: original.metadata }),
      tags:
        headers['x-amz-tagging-directive'] === 'REPLACE' ? tagsOf(headers['x-amz-tagging']) : original.tags,
      encryption,
      ...(checksum === undefined ? {} : { checksum }),
      ...(retention === undefined ? {} : { retention }),
    },
  );
  return { version, source: original };
}

/** A full-object checksum travels; a composite one is computed anew over the whole. */
function copiedChecksum(
  original: ObjectVersion,
  headers: Record<string, string>,
  body: Uint8Array,
): ObjectChecksum | undefined {
  const asked = headers['x-amz-checksum-algorithm'];
  const algorithm = asked === undefined ? original.checksum?.algorithm : parseChecksumAlgorithm(asked);
  if (algorithm === undefined) return undefined;
  return { algorithm, value: checksumOf(algorithm, body), type: 'FULL_OBJECT' };
}
