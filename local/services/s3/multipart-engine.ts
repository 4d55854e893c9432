import { createHash } from 'node:crypto';
import { AwsError } from '../service.ts';
import { getBucket } from './bucket.ts';
import {
  compositeChecksum,
  checksumOf,
  parseChecksumAlgorithm,
  verifyChecksums,
  type ChecksumAlgorithm,
  type ObjectChecksum,
} from './checksum.ts';
import { describedBy, retentionOf, tagsOf } from './object-attributes.ts';
import { addVersion, encryptionFor, type S3Parts, type WriteRequest } from './object-engine.ts';
import type { ObjectEncryption, ObjectVersion } from './object-version.ts';

export interface Upload {
  bucket: string;
  key: string;
  initiatedAt: number;
  described: Pick<ObjectVersion, 'headers' | 'metadata' | 'tags' | 'retention'>;
  encryption: ObjectEncryption;
  checksumAlgorithm?: ChecksumAlgorithm;
  checksumType: 'FULL_OBJECT' | 'COMPOSITE';
}

export interface Part {
  blobId: string;
  size: number;
  eTag: string;
  checksum?: ObjectChecksum;
}

const SMALLEST_PART_BYTES = 5 * 1024 ** 2;
/** The local cloud assembles in memory. */
const LARGEST_ASSEMBLED_BYTES = 300 * 1024 ** 2;

export function createUpload(
  parts: S3Parts,
  request: Omit<WriteRequest, 'body' | 'cause'>,
): { uploadId: string; upload: Upload } {
  const { context } = parts;
  const { headers } = request;
  const bucket = getBucket(context.store, request.bucket);
  const algorithm = headers['x-amz-checksum-algorithm'];
  const retention = retentionOf(bucket, headers, context.clock.now());
  const upload: Upload = {
    bucket: request.bucket,
    key: request.key,
    initiatedAt: context.clock.now(),
    described: {
      ...describedBy(headers),
      tags: tagsOf(headers['x-amz-tagging']),
      ...(retention === undefined ? {} : { retention }),
    },
    encryption: encryptionFor(parts, bucket, headers),
    ...(algorithm === undefined ? {} : { checksumAlgorithm: parseChecksumAlgorithm(algorithm) }),
    checksumType: headers['x-amz-checksum-type'] === 'FULL_OBJECT' ? 'FULL_OBJECT' : 'COMPOSITE',
  };
  const uploadId = Buffer.from(context.random.bytes(36)).toString('base64url');
  context.store.put('s3.uploads', uploadId, upload);
  return { uploadId, upload };
}

/** @throws AwsError NoSuchUpload, InvalidArgument (part number), BadDigest */
export async function uploadPart(
  { context, blobs }: S3Parts,
  request: {
    bucket: string;
    key: string;
    uploadId: string;
    partNumber: number;
    body: Uint8Array;
    headers: Record<string, string>;
  },
): Promise<{ part: Part; upload: Upload }> {
  const upload = getUpload({ context }, request);
  if (!Number.isInteger(request.partNumber) || request.partNumber < 1 || request.partNumber > 10_000)
    throw new AwsError('InvalidArgument', 'Part number must be an integer between 1 and 10000, inclusive');
  const checksum = verifyChecksums(request.headers, request.body);
  const part: Part = {
    blobId: context.random.uuid(),
    size: request.body.length,
    eTag: createHash('md5').update(request.body).digest('hex'),
    ...(checksum === undefined ? {} : { checksum }),
  };
  await blobs.put(part.blobId, request.body);
  const id = partId(request.uploadId, request.partNumber);
  const before = context.store.get<Part>('s3.parts', id);
  context.store.put('s3.parts', id, part);
  if (before !== undefined) await blobs.delete(before.blobId);
  return { part, upload };
}

/** @throws AwsError InvalidPart, InvalidPartOrder, EntityTooSmall, NoSuchUpload, PreconditionFailed */
export async function completeUpload(
  parts: S3Parts,
  request: Omit<WriteRequest, 'body'> & { uploadId: string; listed: { partNumber: number; eTag: string }[] },
): Promise<ObjectVersion> {
  const { context, blobs } = parts;
  const upload = getUpload(parts, request);
  const chosen = chosenParts(parts, request.uploadId, request.listed);
  const total = chosen.reduce((sum, { size }) => sum + size, 0);
  if (total > LARGEST_ASSEMBLED_BYTES)
    throw new AwsError(
      'EntityTooLarge',
      `The local cloud assembles at most ${LARGEST_ASSEMBLED_BYTES} bytes`,
    );
  const bodies: Uint8Array[] = [];
  for (const { blobId } of chosen) bodies.push(await blobs.get(blobId));
  const body = Buffer.concat(bodies);
  const checksum = assembledChecksum(upload, chosen, body);
  const all = partsOf(parts, request.uploadId);
  const md5s = Buffer.concat(chosen.map(({ eTag }) => Buffer.from(eTag, 'hex')));
  const version = await addVersion(
    parts,
    getBucket(context.store, request.bucket),
    { ...request, body },
    {
      deleteMarker: false,
      size: body.length,
      eTag: `${createHash('md5').update(md5s).digest('hex')}-${chosen.length}`,
      lastModifiedAt: context.clock.now(),
      ...upload.described,
      encryption: upload.encryption,
      partCount: chosen.length,
      ...(checksum === undefined ? {} : { checksum }),
    },
    () => {
      getUpload(parts, request); // somebody else may have completed or aborted it meanwhile
      forget(parts, request.uploadId, all);
    },
  );
  for (const [, { blobId }] of all) await blobs.delete(blobId);
  return version;
}

export async function abortUpload(
  parts: S3Parts,
  request: { bucket: string; key: string; uploadId: string },
): Promise<void> {
  getUpload(parts, request);
  const all = partsOf(parts, request.uploadId);
  parts.context.store.transaction(() => forget(parts, request.uploadId, all));
  for (const [, { blobId }] of all) await parts.blobs.delete(blobId);
}

/** Parts received so far, by number. */
export function listParts(
  parts: S3Parts,
  request: { bucket: string; key: string; uploadId: string },
): { partNumber: number; part: Part }[] {
  getUpload(parts, request);
  return partsOf(parts, request.uploadId).map(([id, part]) => ({
    partNumber: Number(id.split('/')[1]),
    part,
  }));
}

function getUpload(
  { context }: Pick<S3Parts, 'context'>,
  request: { bucket: string; key: string; uploadId: string },
): Upload {
  const upload = context.store.get<Upload>('s3.uploads', request.uploadId);
  if (upload === undefined || upload.bucket !== request.bucket || upload.key !== request.key)
    throw new AwsError(
      'NoSuchUpload',
      'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
      404,
    );
  return upload;
}

function chosenParts(
  { context }: S3Parts,
  uploadId: string,
  listed: { partNumber: number; eTag: string }[],
): Part[] {
  if (listed.some(({ partNumber }, index) => index > 0 && partNumber <= (listed[index - 1]?.partNumber ?? 0)))
    throw new AwsError(
      'InvalidPartOrder',
      'The list of parts was not in ascending order. Parts must be ordered by part number.',
    );
  return listed.map(({ partNumber, eTag }, index) => {
    const part = context.store.get<Part>('s3.parts', partId(uploadId, partNumber));
    if (part === undefined || part.eTag !== eTag.replaceAll('"', ''))
      throw new AwsError(
        'InvalidPart',
        "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
      );
    if (index < listed.length - 1 && part.size < SMALLEST_PART_BYTES)
      throw new AwsError('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
    return part;
  });
}

function assembledChecksum(
  upload: Upload,
  chosen: readonly Part[],
  body: Uint8Array,
): ObjectChecksum | undefined {
  const algorithm = upload.checksumAlgorithm;
  if (algorithm === undefined) return undefined;
  if (upload.checksumType === 'FULL_OBJECT')
    return { algorithm, value: checksumOf(algorithm, body), type: 'FULL_OBJECT' };
  const values = chosen.map(({ checksum }) =>
    checksum?.algorithm === algorithm ? checksum.value : undefined,
  );
  if (values.some((value) => value === undefined))
    throw new AwsError(
      'InvalidRequest',
      `The upload was created using a ${algorithm.toLowerCase()} checksum. The complete request must include the checksum for each part.`,
    );
  return compositeChecksum(
    algorithm,
    values.filter((value) => value !== undefined),
  );
}

function partsOf({ context }: S3Parts, uploadId: string): [string, Part][] {
  return context.store.list<Part>('s3.parts', { prefix: `${uploadId}/` });
}

function forget({ context }: S3Parts, uploadId: string, all: readonly [string, Part][]): void {
  context.store.delete('s3.uploads', uploadId);
  for (const [id] of all) context.store.delete('s3.parts', id);
}

function partId(uploadId: string, partNumber: number): string {
  return `${uploadId}/${String(partNumber).padStart(5, '0')}`;
}
