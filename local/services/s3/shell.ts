import type { RecordDataEvent } from '../cloudtrail/data-event.ts';
import type { Blobs, EngineContext, HttpRequest, HttpResponse, LocalService, Timer } from '../service.ts';
import { AwsError } from '../service.ts';
import { actionOf, authorizeBy } from './authorize.ts';
import { getBucket, provisionBucket, provisionBucketPolicy, type Bucket } from './bucket.ts';
import { unjudged } from './bucket-policy.ts';
import * as buckets from './bucket-replies.ts';
import { queryOf } from './canonical-query.ts';
import { corsHeaders, preflight } from './cors.ts';
import { localCredential, type FindCredential } from './credential.ts';
import { s3DataEvent } from './data-events.ts';
import { nextMidnight, runLifecycle } from './lifecycle.ts';
import { neighbourObjects, requestIdOf, type NeighbourObjects } from './neighbour-objects.ts';
import type { ResolveKmsKey } from './object-attributes.ts';
import type { S3Parts } from './object-engine.ts';
import { objectEvents } from './object-events.ts';
import { addressOf, operationOf, type Operation, type OperationName } from './operation.ts';
import { getRetention, getTagging, markerHeaders, readObject } from './read-replies.ts';
import { receiveBody, refuseTooLarge } from './request-body.ts';
import type { S3Call, S3Reply } from './s3-call.ts';
import { authenticate, type Caller } from './signature.ts';
import * as writes from './write-replies.ts';
import { errorXml } from './xml.ts';

export interface S3Options {
  blobs: Blobs;
  /** Default: `local` / `local-secret`. */
  findCredential?: FindCredential;
  /** Default: every key id stands for an enabled key. */
  resolveKmsKey?: ResolveKmsKey;
  /** Who really called, where a host can tell it better than the one shared access key; else the credential's ARN. */
  principalOf?: (request: HttpRequest) => string | undefined;
  recordDataEvent?: RecordDataEvent;
}

export interface S3Service extends LocalService {
  /** For the local cloud's own services. */
  readonly objects: NeighbourObjects;
  /** Judges a request by its headers alone: a reply means that its body need not be read. */
  refuseUpload(request: Pick<HttpRequest, 'url' | 'headers'>): HttpResponse | undefined;
}

const REPLIES: Record<OperationName, S3Reply> = {
  ListBuckets: buckets.listBucketsReply,
  HeadBucket: buckets.headBucketReply,
  GetBucketLocation: buckets.locationReply,
  GetBucketVersioning: buckets.versioningReply,
  ListObjectsV2: buckets.listObjectsReply,
  ListObjectVersions: buckets.listVersionsReply,
  DeleteObjects: buckets.deleteObjectsReply,
  PutObject: writes.putReply,
  CopyObject: writes.copyReply,
  GetObject: readObject,
  HeadObject: readObject,
  DeleteObject: writes.deleteReply,
  GetObjectTagging: getTagging,
  PutObjectTagging: writes.putTaggingReply,
  DeleteObjectTagging: writes.deleteTaggingReply,
  GetObjectRetention: getRetention,
  CreateMultipartUpload: writes.createUploadReply,
  UploadPart: writes.uploadPartReply,
  CompleteMultipartUpload: writes.completeUploadReply,
  AbortMultipartUpload: writes.abortUploadReply,
  ListParts: writes.listPartsReply,
};

/** S3 over REST-XML, path style: bucket in the first path segment. */
export function createS3Service(context: EngineContext, options: S3Options): S3Service {
  const findCredential = options.findCredential ?? localCredential(context.account);
  const recordDataEvent = options.recordDataEvent ?? (() => undefined);
  const anyKey: ResolveKmsKey = (keyId) => ({
    arn: keyId.startsWith('arn:') ? keyId : `arn:aws:kms:${context.region}:${context.account}:key/${keyId}`,
    enabled: true,
  });
  const parts: S3Parts = {
    context,
    blobs: options.blobs,
    resolveKmsKey: options.resolveKmsKey ?? anyKey,
    events: objectEvents(context),
  };
  let lifecycleTimer: Timer | undefined;

  async function handle(request: HttpRequest): Promise<HttpResponse> {
    const requestId = requestIdOf(context.random.bytes(8));
    const reply =
      request.method === 'OPTIONS'
        ? preflight(rulesOf(context, request), request)
        : await answer(request, requestId).catch((error: unknown) =>
            failureReply(error, request, requestId, context),
          );
    return {
      ...reply,
      headers: {
        date: new Date(context.clock.now()).toUTCString(),
        server: 'AmazonS3',
        'x-amz-request-id': requestId,
        'x-amz-id-2': requestId,
        ...(request.method === 'OPTIONS' ? {} : corsHeaders(rulesOf(context, request), request)),
        ...reply.headers,
      },
    };
  }

  async function answer(request: HttpRequest, requestId: string): Promise<HttpResponse> {
    const now = context.clock.now();
    const signer = authenticate(request, { now, region: context.region, findCredential });
    const caller = { ...signer, arn: options.principalOf?.(request) ?? signer.arn };
    const operation = operationOf(request);
    try {
      const reply = await REPLIES[operation.name](admit(request, requestId, caller, operation));
      note(request, requestId, caller, operation);
      return reply;
    } catch (error) {
      note(request, requestId, caller, operation, error);
      const reads = operation.name === 'GetObject' || operation.name === 'HeadObject';
      return failureReply(
        error,
        request,
        requestId,
        context,
        reads ? markerHeaders({ parts, operation }) : {},
      );
    }
  }

  function admit(request: HttpRequest, requestId: string, caller: Caller, operation: Operation): S3Call {
    refuseTooLarge(request.headers);
    if (operation.bucket !== '') getBucket(context.store, operation.bucket);
    const owner = request.headers['x-amz-expected-bucket-owner'];
    if (owner !== undefined && owner !== context.account)
      throw new AwsError('AccessDenied', 'Access Denied', 403);
    const received = receiveBody(request, caller);
    const headers = { ...hoisted(request, caller), ...received.headers };
    const authorize = authorizeBy(parts, caller, operation, headers);
    if (operation.name !== 'DeleteObjects') authorize(actionOf(operation), operation.bucket, operation.key);
    return {
      parts,
      operation,
      headers,
      body: received.body,
      requestId,
      authorize,
      cause: (reason) => ({ reason, requestId, requester: context.account, sourceIp: '127.0.0.1' }),
    };
  }

  function note(
    request: HttpRequest,
    requestId: string,
    caller: Caller,
    operation: Operation,
    error?: unknown,
  ): void {
    const { bucket, key, query } = operation;
    const versionId = query.get('versionId');
    const event = s3DataEvent({
      operation: operation.name,
      bucket,
      key,
      ...(versionId === undefined ? {} : { versionId }),
      requestId,
      userAgent: request.headers['user-agent'] ?? '',
      by: { principalArn: caller.arn, accessKeyId: caller.accessKeyId },
      ...(error === undefined ? {} : { failure: failureOf(error) }),
    });
    if (event !== undefined) recordDataEvent(event);
  }

  function armLifecycle(): void {
    lifecycleTimer = context.scheduler.at(nextMidnight(context.clock.now()), async () => {
      armLifecycle();
      await runLifecycle(parts);
    });
  }

  return {
    name: 's3',
    types: ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
    objects: neighbourObjects(parts, recordDataEvent),
    provision: (resource) => {
      if (resource.type === 'AWS::S3::Bucket')
        return provisionBucket(context.store, resource, context.clock.now());
      for (const { Sid } of unjudged(provisionBucketPolicy(context.store, resource)))
        context.log('s3: a Deny statement uses conditions that are not emulated and is not enforced', {
          policy: resource.logicalId,
          statement: Sid ?? null,
        });
    },
    handle,
    refuseUpload: (request) => {
      try {
        refuseTooLarge(request.headers);
        return undefined;
      } catch (error) {
        return failureReply(error, request, requestIdOf(context.random.bytes(8)), context);
      }
    },
    start: () => {
      parts.events.drain();
      armLifecycle();
      void runLifecycle(parts).catch((error: unknown) =>
        context.log('s3: lifecycle failed', { error: String(error) }),
      );
    },
    stop: async () => lifecycleTimer?.cancel(),
  };
}

/** `x-amz-…` parameters that a presigner moved into the query; a moved SHA-256 is ignored, as S3 does. */
function hoisted(request: HttpRequest, caller: Caller): Record<string, string> {
  if (caller.authType !== 'REST-QUERY-STRING') return {};
  const moved = queryOf(request.url.search).filter(
    ([name]) => name.startsWith('x-amz-') && !['x-amz-checksum-sha256', 'x-amz-checksum-sha1'].includes(name),
  );
  return Object.fromEntries(moved);
}

function rulesOf({ store }: EngineContext, request: HttpRequest): Bucket['cors'] {
  try {
    return store.get<Bucket>('s3.buckets', addressOf(request.url).bucket)?.cors ?? [];
  } catch {
    return [];
  }
}

function failureOf(error: unknown): { code: string; message: string } {
  return error instanceof AwsError
    ? { code: error.code, message: error.message }
    : { code: 'InternalError', message: 'We encountered an internal error. Please try again.' };
}

function failureReply(
  error: unknown,
  request: Pick<HttpRequest, 'url'>,
  requestId: string,
  context: EngineContext,
  extra: Record<string, string> = {},
): HttpResponse {
  if (!(error instanceof AwsError)) context.log('s3: internal error', { error: String(error) });
  const { code, message } = failureOf(error);
  return {
    status: error instanceof AwsError ? error.status : 500,
    headers: { 'content-type': 'application/xml', ...extra },
    body: errorXml({
      Code: code,
      Message: message,
      Resource: request.url.pathname,
      RequestId: requestId,
      HostId: requestId,
    }),
  };
}
