import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { AwsError } from '../service.ts';

export const CHECKSUM_ALGORITHMS = ['CRC32', 'CRC32C', 'SHA1', 'SHA256'] as const;
export type ChecksumAlgorithm = (typeof CHECKSUM_ALGORITHMS)[number];

export interface ObjectChecksum {
  algorithm: ChecksumAlgorithm;
  /** Base64; of a composite, followed by `-<parts>`. */
  value: string;
  type: 'FULL_OBJECT' | 'COMPOSITE';
}

export function checksumOf(algorithm: ChecksumAlgorithm, body: Uint8Array): string {
  switch (algorithm) {
    case 'CRC32':
      return base64Of(crc32(body));
    case 'CRC32C':
      return base64Of(crc32c(body));
    case 'SHA1':
      return createHash('sha1').update(body).digest('base64');
    case 'SHA256':
      return createHash('sha256').update(body).digest('base64');
  }
}

/** The checksum of a multipart object: of its parts' checksums, one after another. */
export function compositeChecksum(algorithm: ChecksumAlgorithm, parts: readonly string[]): ObjectChecksum {
  const joined = Buffer.concat(parts.map((part) => Buffer.from(part, 'base64')));
  return { algorithm, value: `${checksumOf(algorithm, joined)}-${parts.length}`, type: 'COMPOSITE' };
}

export function checksumHeader(algorithm: ChecksumAlgorithm): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`;
}

export function parseChecksumAlgorithm(name: string): ChecksumAlgorithm {
  const found = CHECKSUM_ALGORITHMS.find((algorithm) => algorithm === name.toUpperCase());
  if (found === undefined)
    throw new AwsError(
      'NotImplemented',
      `Checksum algorithm ${name} is not emulated by the local cloud`,
      501,
    );
  return found;
}

/**
 * Checks `Content-MD5` and every `x-amz-checksum-*` given against the body.
 * @returns the checksum to keep with the object, if one was given or asked for.
 * @throws AwsError BadDigest, InvalidDigest, InvalidRequest.
 */
export function verifyChecksums(
  headers: Record<string, string>,
  body: Uint8Array,
): ObjectChecksum | undefined {
  const md5 = headers['content-md5'];
  if (md5 !== undefined) {
    if (Buffer.from(md5, 'base64').length !== 16)
      throw new AwsError('InvalidDigest', 'The Content-MD5 you specified is not valid.');
    if (createHash('md5').update(body).digest('base64') !== md5)
      throw new AwsError('BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
  if (headers['x-amz-checksum-crc64nvme'] !== undefined) parseChecksumAlgorithm('CRC64NVME');
  const given = CHECKSUM_ALGORITHMS.filter((algorithm) => headers[checksumHeader(algorithm)] !== undefined);
  if (given.length > 1)
    throw new AwsError(
      'InvalidRequest',
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  const algorithm = given[0] ?? askedFor(headers);
  if (algorithm === undefined) return undefined;
  const value = checksumOf(algorithm, body);
  const declared = headers[checksumHeader(algorithm)];
  if (declared !== undefined && declared !== value)
    throw new AwsError('BadDigest', `The ${algorithm} you specified did not match the calculated checksum.`);
  return { algorithm, value, type: 'FULL_OBJECT' };
}

function askedFor(headers: Record<string, string>): ChecksumAlgorithm | undefined {
  const name = headers['x-amz-checksum-algorithm'] ?? headers['x-amz-sdk-checksum-algorithm'];
  return name === undefined ? undefined : parseChecksumAlgorithm(name);
}

function base64Of(value: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes.toString('base64');
}

const CASTAGNOLI = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value;
});

function crc32c(body: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of body) value = (value >>> 8) ^ (CASTAGNOLI[(value ^ byte) & 0xff] ?? 0);
  return value ^ 0xffffffff;
}
