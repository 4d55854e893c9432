import * as z from 'zod';
import type { HttpResponse } from '../service.ts';
import { AwsError } from '../service.ts';
import { copyObject, copySourceOf } from './copy-object.ts';
import { abortUpload, completeUpload, createUpload, listParts, uploadPart } from './multipart-engine.ts';
import { deleteObject, putObject } from './object-engine.ts';
import { xmlReply, type S3Call } from './s3-call.ts';
import { parseTagging, putTagging } from './tagging.ts';
import { checksumHeaders, encryptionHeaders, versionIdHeader, writtenHeaders } from './version-headers.ts';
import { malformedXml, parseXml, replyXml } from './xml.ts';

export async function putReply(call: S3Call): Promise<HttpResponse> {
  const { bucket, key } = call.operation;
  const { headers, body } = call;
  const version = await putObject(call.parts, { bucket, key, body, headers, cause: call.cause('PutObject') });
  return { status: 200, headers: writtenHeaders(version) };
}

export async function copyReply(call: S3Call): Promise<HttpResponse> {
  const { bucket, key } = call.operation;
  const from = copySourceOf(call.headers['x-amz-copy-source'] ?? '');
  call.authorize(
    from.versionId === undefined ? 's3:GetObject' : 's3:GetObjectVersion',
    from.bucket,
    from.key,
  );
  const request = { bucket, key, headers: call.headers, cause: call.cause('CopyObject') };
  const { version, source } = await copyObject(call.parts, from, request);
  const { checksum } = version;
  return xmlReply(
    replyXml('CopyObjectResult', {
      LastModified: new Date(version.lastModifiedAt).toISOString(),
      ETag: `"${version.eTag}"`,
      ...(checksum === undefined
        ? {}
        : { [`Checksum${checksum.algorithm}`]: checksum.value, ChecksumType: checksum.type }),
    }),
    {
      ...versionIdHeader(version.versionId),
      ...encryptionHeaders(version.encryption),
      ...(source.versionId === 'null' ? {} : { 'x-amz-copy-source-version-id': source.versionId }),
    },
  );
}

export async function deleteReply(call: S3Call): Promise<HttpResponse> {
  const { bucket, key, query } = call.operation;
  const versionId = query.get('versionId');
  const outcome = await deleteObject(call.parts, {
    bucket,
    key,
    headers: call.headers,
    cause: call.cause('DeleteObject'),
    bypassGovernance: call.headers['x-amz-bypass-governance-retention'] === 'true',
    ...(versionId === undefined ? {} : { versionId }),
  });
  return {
    status: 204,
    headers: {
      ...versionIdHeader(outcome.versionId),
      ...(outcome.deleteMarker ? { 'x-amz-delete-marker': 'true' } : {}),
    },
  };
}

export function putTaggingReply(call: S3Call): HttpResponse {
  return retag(call, parseTagging(call.body), 200);
}

export function deleteTaggingReply(call: S3Call): HttpResponse {
  return retag(call, {}, 204);
}

function retag(call: S3Call, tags: Record<string, string>, status: number): HttpResponse {
  const { bucket, key, query } = call.operation;
  const versionId = query.get('versionId');
  const named = versionId === undefined ? {} : { versionId };
  const version = putTagging(call.parts, {
    bucket,
    key,
    tags,
    cause: call.cause('PutObjectTagging'),
    ...named,
  });
  return { status, headers: versionIdHeader(version.versionId) };
}

export function createUploadReply(call: S3Call): HttpResponse {
  const { bucket, key } = call.operation;
  const { uploadId, upload } = createUpload(call.parts, { bucket, key, headers: call.headers });
  return xmlReply(
    replyXml('InitiateMultipartUploadResult', { Bucket: bucket, Key: key, UploadId: uploadId }),
    {
      ...encryptionHeaders(upload.encryption),
      ...(upload.checksumAlgorithm === undefined
        ? {}
        : {
            'x-amz-checksum-algorithm': upload.checksumAlgorithm,
            'x-amz-checksum-type': upload.checksumType,
          }),
    },
  );
}

export async function uploadPartReply(call: S3Call): Promise<HttpResponse> {
  const { part, upload } = await uploadPart(call.parts, {
    ...uploadOf(call),
    partNumber: Number(call.operation.query.get('partNumber')),
    body: call.body,
    headers: call.headers,
  });
  const { 'x-amz-checksum-type': _, ...checksum } = checksumHeaders(part.checksum);
  return {
    status: 200,
    headers: { etag: `"${part.eTag}"`, ...encryptionHeaders(upload.encryption), ...checksum },
  };
}

const Completion = z.object({
  CompleteMultipartUpload: z.object({
    Part: z.array(z.object({ PartNumber: z.coerce.number().int(), ETag: z.string() })).min(1),
  }),
});

export async function completeUploadReply(call: S3Call): Promise<HttpResponse> {
  const { bucket, key } = call.operation;
  const parsed = Completion.safeParse(parseXml(call.body));
  if (!parsed.success) throw malformedXml();
  const listed = parsed.data.CompleteMultipartUpload.Part.map(({ PartNumber, ETag }) => ({
    partNumber: PartNumber,
    eTag: ETag,
  }));
  const request = {
    ...uploadOf(call),
    listed,
    headers: call.headers,
    cause: call.cause('CompleteMultipartUpload'),
  };
  const version = await completeUpload(call.parts, request);
  const { checksum } = version;
  return xmlReply(
    replyXml('CompleteMultipartUploadResult', {
      Location: `/${bucket}/${key}`,
      Bucket: bucket,
      Key: key,
      ETag: `"${version.eTag}"`,
      ...(checksum === undefined
        ? {}
        : { [`Checksum${checksum.algorithm}`]: checksum.value, ChecksumType: checksum.type }),
    }),
    { ...versionIdHeader(version.versionId), ...encryptionHeaders(version.encryption) },
  );
}

export async function abortUploadReply(call: S3Call): Promise<HttpResponse> {
  await abortUpload(call.parts, uploadOf(call));
  return { status: 204 };
}

export function listPartsReply(call: S3Call): HttpResponse {
  const upload = uploadOf(call);
  const Part = listParts(call.parts, upload).map(({ partNumber, part }) => ({
    PartNumber: partNumber,
    ETag: `"${part.eTag}"`,
    Size: part.size,
  }));
  return xmlReply(
    replyXml('ListPartsResult', {
      Bucket: upload.bucket,
      Key: upload.key,
      UploadId: upload.uploadId,
      IsTruncated: false,
      Part,
    }),
  );
}

function uploadOf({ operation }: S3Call): { bucket: string; key: string; uploadId: string } {
  const uploadId = operation.query.get('uploadId');
  if (uploadId === undefined)
    throw new AwsError('InvalidArgument', 'This operation does not accept a query-string without uploadId.');
  return { bucket: operation.bucket, key: operation.key, uploadId };
}
