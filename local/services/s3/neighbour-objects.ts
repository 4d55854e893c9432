import type { RecordDataEvent } from '../cloudtrail/data-event.ts';
import { s3DataEvent } from './data-events.ts';
import { getObject, putObject, type S3Parts } from './object-engine.ts';
import type { ObjectCreatedListener } from './object-events.ts';
import type { ObjectVersion } from './object-version.ts';
import type { OperationName } from './operation.ts';
import { putTagging } from './tagging.ts';

export interface ObjectAddress {
  bucket: string;
  key: string;
  versionId?: string;
}

/** S3 for the local cloud's own services (scanning, trail, text reading): no signature, but the same engine and data events. */
export interface NeighbourObjects {
  /** @throws AwsError NoSuchBucket, NoSuchKey, NoSuchVersion, KMS.DisabledException */
  get(address: ObjectAddress, invokedBy: string): Promise<{ body: Uint8Array; version: ObjectVersion }>;
  /** Headers as in PutObject, lower-case. */
  put(
    request: { bucket: string; key: string; body: Uint8Array; headers?: Record<string, string> },
    invokedBy: string,
  ): Promise<ObjectVersion>;
  /** Adds to the tags that are there, replacing those of the same key. */
  addTags(address: ObjectAddress, tags: Record<string, string>, invokedBy: string): Promise<void>;
  /** Called inside the transaction that made the object: what the listener stores commits with it. */
  onObjectCreated(listener: ObjectCreatedListener): void;
}

export function neighbourObjects(parts: S3Parts, recordDataEvent: RecordDataEvent): NeighbourObjects {
  const { context } = parts;

  function note(operation: OperationName, address: ObjectAddress, invokedBy: string): string {
    const requestId = requestIdOf(context.random.bytes(8));
    const event = s3DataEvent({ operation, ...address, requestId, userAgent: invokedBy, by: { invokedBy } });
    if (event !== undefined) recordDataEvent(event);
    return requestId;
  }

  return {
    get: async (address, invokedBy) => {
      const found = await getObject(parts, address.bucket, address.key, address.versionId);
      note('GetObject', address, invokedBy);
      return found;
    },
    put: async ({ bucket, key, body, headers }, invokedBy) => {
      const requestId = note('PutObject', { bucket, key }, invokedBy);
      return await putObject(parts, {
        bucket,
        key,
        body,
        headers: { 'x-amz-checksum-algorithm': 'SHA256', ...headers },
        cause: { reason: 'PutObject', requestId, requester: invokedBy },
      });
    },
    addTags: async (address, tags, invokedBy) => {
      const requestId = note('PutObjectTagging', address, invokedBy);
      const { version } = await getObject(parts, address.bucket, address.key, address.versionId);
      putTagging(parts, {
        ...address,
        tags: { ...version.tags, ...tags },
        cause: { reason: 'PutObjectTagging', requestId, requester: invokedBy },
      });
    },
    onObjectCreated: (listener) => parts.events.onCreated(listener),
  };
}

/** 16 upper-case hexadecimal digits, as S3's request ids are. */
export function requestIdOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex').toUpperCase();
}
