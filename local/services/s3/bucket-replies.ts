import * as z from 'zod';
import { AwsError, type HttpResponse } from '../service.ts';
import { getBucket, type Bucket } from './bucket.ts';
import { awsEncode } from './canonical-query.ts';
import { listObjects, listVersions, readToken, writeToken, type ListRequest } from './listing.ts';
import { deleteObject } from './object-engine.ts';
import type { ObjectVersion } from './object-version.ts';
import { xmlReply, type S3Call } from './s3-call.ts';
import { malformedXml, parseXml, replyXml, type XmlValue } from './xml.ts';

export function listBucketsReply({ parts }: S3Call): HttpResponse {
  const buckets = parts.context.store.list<Bucket>('s3.buckets').map(([, { name, createdAt }]) => ({
    Name: name,
    CreationDate: new Date(createdAt).toISOString(),
  }));
  return xmlReply(
    replyXml('ListAllMyBucketsResult', {
      Owner: { ID: parts.context.account },
      Buckets: { Bucket: buckets },
    }),
  );
}

export function headBucketReply({ parts }: S3Call): HttpResponse {
  return { status: 200, headers: { 'x-amz-bucket-region': parts.context.region } };
}

/** us-east-1 is told by an empty constraint, as it always was. */
export function locationReply({ parts }: S3Call): HttpResponse {
  const { region } = parts.context;
  const inner = region === 'us-east-1' ? '' : region;
  return xmlReply(
    `<?xml version="1.0" encoding="UTF-8"?>\n<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${inner}</LocationConstraint>`,
  );
}

export function versioningReply({ parts, operation }: S3Call): HttpResponse {
  const { versioning } = getBucket(parts.context.store, operation.bucket);
  return xmlReply(replyXml('VersioningConfiguration', versioning === 'Off' ? {} : { Status: versioning }));
}

export function listObjectsReply({ parts, operation }: S3Call): HttpResponse {
  const { query } = operation;
  const token = query.get('continuation-token');
  const after = token === undefined ? query.get('start-after') : readToken(token);
  const request = listRequest(operation.bucket, query, after);
  const listed = listObjects(parts.context.store, request);
  const encode = encoderOf(query);
  return xmlReply(
    replyXml('ListBucketResult', {
      Name: operation.bucket,
      Prefix: encode(request.prefix),
      ...(request.delimiter === '' ? {} : { Delimiter: encode(request.delimiter) }),
      ...(token === undefined ? {} : { ContinuationToken: token }),
      ...(query.get('start-after') === undefined
        ? {}
        : { StartAfter: encode(query.get('start-after') ?? '') }),
      MaxKeys: request.maxKeys,
      ...(query.has('encoding-type') ? { EncodingType: 'url' } : {}),
      KeyCount: listed.entries.length + listed.commonPrefixes.length,
      IsTruncated: listed.next !== undefined,
      ...(listed.next === undefined ? {} : { NextContinuationToken: writeToken(listed.next) }),
      Contents: listed.entries.map(({ key, version }) => ({ Key: encode(key), ...entryOf(version) })),
      CommonPrefixes: listed.commonPrefixes.map((prefix) => ({ Prefix: encode(prefix) })),
    }),
  );
}

export function listVersionsReply({ parts, operation }: S3Call): HttpResponse {
  const { query } = operation;
  const request = listRequest(operation.bucket, query, query.get('key-marker'));
  const marker = query.get('version-id-marker');
  const listed = listVersions(parts.context.store, {
    ...request,
    ...(marker === undefined || marker === '' ? {} : { afterVersionId: marker }),
  });
  const encode = encoderOf(query);
  const shown = listed.entries.map(({ key, version, isLatest }) => ({
    marker: version.deleteMarker,
    content: {
      Key: encode(key),
      VersionId: version.versionId,
      IsLatest: isLatest,
      ...(version.deleteMarker
        ? { LastModified: new Date(version.lastModifiedAt).toISOString() }
        : entryOf(version)),
    },
  }));
  return xmlReply(
    replyXml('ListVersionsResult', {
      Name: operation.bucket,
      Prefix: encode(request.prefix),
      KeyMarker: encode(request.after ?? ''),
      VersionIdMarker: marker ?? '',
      MaxKeys: request.maxKeys,
      IsTruncated: listed.next !== undefined,
      ...(listed.next === undefined ? {} : { NextKeyMarker: encode(listed.next) }),
      ...(listed.nextVersionId === undefined ? {} : { NextVersionIdMarker: listed.nextVersionId }),
      Version: shown.filter(({ marker }) => !marker).map(({ content }) => content),
      DeleteMarker: shown.filter(({ marker }) => marker).map(({ content }) => content),
      CommonPrefixes: listed.commonPrefixes.map((prefix) => ({ Prefix: encode(prefix) })),
    }),
  );
}

const Deletion = z.object({
  Delete: z.object({
    Object: z
      .array(z.object({ Key: z.string(), VersionId: z.string().optional() }))
      .min(1)
      .max(1000),
    Quiet: z.stringbool().default(false),
  }),
});

/** DeleteObjects: each key alone; what is refused is listed and the rest goes on. */
export async function deleteObjectsReply(call: S3Call): Promise<HttpResponse> {
  const parsed = Deletion.safeParse(parseXml(call.body));
  if (!parsed.success) throw malformedXml();
  const { bucket } = call.operation;
  const deleted: XmlValue[] = [];
  const errors: XmlValue[] = [];
  for (const { Key, VersionId } of parsed.data.Delete.Object) {
    const named = VersionId === undefined ? {} : { VersionId };
    try {
      call.authorize(VersionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion', bucket, Key);
      const outcome = await deleteObject(call.parts, {
        bucket,
        key: Key,
        cause: call.cause('DeleteObject'),
        bypassGovernance: call.headers['x-amz-bypass-governance-retention'] === 'true',
        ...(VersionId === undefined ? {} : { versionId: VersionId }),
      });
      const marker = outcome.deleteMarker
        ? { DeleteMarker: true, DeleteMarkerVersionId: outcome.versionId }
        : {};
      deleted.push({ Key, ...named, ...marker });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      errors.push({ Key, ...named, Code: error.code, Message: error.message });
    }
  }
  return xmlReply(
    replyXml('DeleteResult', { Deleted: parsed.data.Delete.Quiet ? [] : deleted, Error: errors }),
  );
}

function listRequest(bucket: string, query: Map<string, string>, after: string | undefined): ListRequest {
  const asked = query.get('max-keys') ?? '1000';
  if (!/^\d{1,9}$/.test(asked))
    throw new AwsError('InvalidArgument', 'Provided max-keys not an integer or within integer range');
  return {
    bucket,
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    maxKeys: Math.min(Number.parseInt(asked, 10), 1000),
    ...(after === undefined || after === '' ? {} : { after }),
  };
}

function entryOf(version: ObjectVersion): { [name: string]: XmlValue } {
  return {
    LastModified: new Date(version.lastModifiedAt).toISOString(),
    ETag: `"${version.eTag}"`,
    ...(version.checksum === undefined
      ? {}
      : { ChecksumAlgorithm: version.checksum.algorithm, ChecksumType: version.checksum.type }),
    Size: version.size,
    StorageClass: 'STANDARD',
  };
}

function encoderOf(query: Map<string, string>): (text: string) => string {
  return query.get('encoding-type') === 'url'
    ? (text) => awsEncode(text).replaceAll('%2F', '/')
    : (text) => text;
}
