import { AwsError } from '../service.ts';
import type { Bucket } from './bucket.ts';
import type { ObjectEncryption, ObjectVersion } from './object-version.ts';

/** What S3 needs of KMS: the key behind an id, ARN or alias. */
export type ResolveKmsKey = (keyId: string) => { arn: string; enabled: boolean } | undefined;

const KEPT_HEADERS = [
  'content-type',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'expires',
];
const LARGEST_METADATA_BYTES = 2048;
const MOST_TAGS = 10;
const DAY_MS = 86_400_000;

/** Content headers and `x-amz-meta-*` of a request. @throws AwsError MetadataTooLarge */
export function describedBy(headers: Record<string, string>): Pick<ObjectVersion, 'headers' | 'metadata'> {
  const kept: Record<string, string> = { 'content-type': 'binary/octet-stream' };
  for (const name of KEPT_HEADERS) {
    const value = name === 'content-encoding' ? withoutChunking(headers[name]) : headers[name];
    if (value !== undefined && value !== '') kept[name] = value;
  }
  const metadata: Record<string, string> = {};
  let bytes = 0;
  for (const [name, value] of Object.entries(headers)) {
    if (!name.startsWith('x-amz-meta-')) continue;
    metadata[name.slice('x-amz-meta-'.length)] = value;
    bytes += name.length - 'x-amz-meta-'.length + Buffer.byteLength(value);
  }
  if (bytes > LARGEST_METADATA_BYTES)
    throw new AwsError('MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size');
  return { headers: kept, metadata };
}

/** The `x-amz-tagging` header: tags as a query string. @throws AwsError InvalidArgument, BadRequest, InvalidTag */
export function tagsOf(header: string | undefined): Record<string, string> {
  if (header === undefined || header === '') return {};
  return checkTags([...new URLSearchParams(header)]);
}

export function checkTags(pairs: readonly [string, string][]): Record<string, string> {
  const tags = new Map(pairs);
  if (pairs.length > MOST_TAGS) throw new AwsError('BadRequest', 'Object tags cannot be greater than 10');
  if (tags.size !== pairs.length)
    throw new AwsError('InvalidTag', 'Cannot provide multiple Tags with the same key');
  for (const [key, value] of pairs) {
    if (key === '' || key.length > 128)
      throw new AwsError('InvalidTag', 'The TagKey you have provided is invalid');
    if (value.length > 256) throw new AwsError('InvalidTag', 'The TagValue you have provided is invalid');
  }
  return Object.fromEntries(tags);
}

/** Encryption asked for by the request's headers, else the bucket's default. @throws AwsError InvalidArgument, KMS.NotFoundException, KMS.DisabledException */
export function encryptionOf(
  bucket: Bucket,
  headers: Record<string, string>,
  resolve: ResolveKmsKey,
  managedKeyArn: string,
): ObjectEncryption {
  const asked = headers['x-amz-server-side-encryption'];
  const askedKey = headers['x-amz-server-side-encryption-aws-kms-key-id'];
  if (asked !== undefined && !['AES256', 'aws:kms', 'aws:kms:dsse'].includes(asked))
    throw new AwsError('InvalidArgument', 'The encryption method specified is not supported');
  if (askedKey !== undefined && !(asked ?? '').startsWith('aws:kms'))
    throw new AwsError(
      'InvalidArgument',
      'Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms',
    );
  if (headers['x-amz-server-side-encryption-customer-algorithm'] !== undefined)
    throw new AwsError('NotImplemented', 'Customer-provided keys are not emulated by the local cloud', 501);
  const algorithm = asked ?? bucket.encryption.algorithm;
  if (!algorithm.startsWith('aws:kms')) return { algorithm, bucketKey: false };
  const keyId = askedKey ?? bucket.encryption.kmsKeyId;
  const bucketKeyHeader = headers['x-amz-server-side-encryption-bucket-key-enabled'];
  return {
    algorithm,
    kmsKeyArn: keyId === undefined ? managedKeyArn : usableKey(keyId, resolve),
    bucketKey:
      bucketKeyHeader === undefined ? bucket.encryption.bucketKey : bucketKeyHeader.toLowerCase() === 'true',
  };
}

/** @throws AwsError KMS.NotFoundException, KMS.DisabledException as S3 passes them on. */
export function usableKey(keyId: string, resolve: ResolveKmsKey): string {
  const key = resolve(keyId);
  if (key === undefined) throw new AwsError('KMS.NotFoundException', `Invalid keyId '${keyId}'`);
  if (!key.enabled) throw new AwsError('KMS.DisabledException', `${key.arn} is disabled.`);
  return key.arn;
}

/** Retention asked for, else the bucket's default. @throws AwsError InvalidRequest, InvalidArgument */
export function retentionOf(
  bucket: Bucket,
  headers: Record<string, string>,
  now: number,
): ObjectVersion['retention'] {
  const mode = headers['x-amz-object-lock-mode'];
  const until = headers['x-amz-object-lock-retain-until-date'];
  if (mode === undefined && until === undefined) {
    const rule = bucket.defaultRetention;
    if (rule === undefined) return undefined;
    return { mode: rule.Mode, until: now + (rule.Days ?? (rule.Years ?? 0) * 365) * DAY_MS };
  }
  if (!bucket.objectLock) throw new AwsError('InvalidRequest', 'Bucket is missing Object Lock Configuration');
  const instant = Date.parse(until ?? '');
  if ((mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE') || Number.isNaN(instant))
    throw new AwsError(
      'InvalidArgument',
      'x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied',
    );
  if (instant <= now) throw new AwsError('InvalidArgument', 'The retain until date must be in the future!');
  return { mode, until: instant };
}

function withoutChunking(encoding: string | undefined): string | undefined {
  return encoding
    ?.split(',')
    .map((one) => one.trim())
    .filter((one) => one !== 'aws-chunked' && one !== '')
    .join(',');
}
