import { checksumHeader, type ObjectChecksum } from './checksum.ts';
import type { ObjectEncryption, ObjectVersion } from './object-version.ts';

/** What S3 says about encryption in every reply on an object. */
export function encryptionHeaders(encryption: ObjectEncryption | undefined): Record<string, string> {
  if (encryption === undefined) return {};
  return {
    'x-amz-server-side-encryption': encryption.algorithm,
    ...(encryption.kmsKeyArn === undefined
      ? {}
      : { 'x-amz-server-side-encryption-aws-kms-key-id': encryption.kmsKeyArn }),
    ...(encryption.bucketKey ? { 'x-amz-server-side-encryption-bucket-key-enabled': 'true' } : {}),
  };
}

export function checksumHeaders(checksum: ObjectChecksum | undefined): Record<string, string> {
  if (checksum === undefined) return {};
  return { [checksumHeader(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type };
}

export function versionIdHeader(versionId: string | undefined): Record<string, string> {
  return versionId === undefined || versionId === 'null' ? {} : { 'x-amz-version-id': versionId };
}

/** Reply headers of a write. */
export function writtenHeaders(version: ObjectVersion): Record<string, string> {
  return {
    etag: `"${version.eTag}"`,
    ...versionIdHeader(version.versionId),
    ...encryptionHeaders(version.encryption),
    ...checksumHeaders(version.checksum),
  };
}

/** Reply headers of a read, lengths aside. */
export function readHeaders(version: ObjectVersion): Record<string, string> {
  const tagCount = Object.keys(version.tags).length;
  const metadata = Object.entries(version.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value]);
  return {
    ...version.headers,
    ...(Object.fromEntries(metadata) as Record<string, string>),
    etag: `"${version.eTag}"`,
    'last-modified': new Date(version.lastModifiedAt).toUTCString(),
    'accept-ranges': 'bytes',
    ...versionIdHeader(version.versionId),
    ...encryptionHeaders(version.encryption),
    ...(tagCount > 0 ? { 'x-amz-tagging-count': String(tagCount) } : {}),
    ...(version.retention === undefined
      ? {}
      : {
          'x-amz-object-lock-mode': version.retention.mode,
          'x-amz-object-lock-retain-until-date': new Date(version.retention.until).toISOString(),
        }),
  };
}
