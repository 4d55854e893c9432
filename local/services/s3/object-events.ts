import type { EngineContext, EventEntry, Json } from '../service.ts';
import type { Bucket } from './bucket.ts';
import type { ObjectVersion } from './object-version.ts';

/** Who and what caused a change, for the event. */
export interface Cause {
  /** `PutObject`, `CopyObject`, `CompleteMultipartUpload`, `DeleteObject`, `Lifecycle Expiration` */
  reason: string;
  requestId: string;
  /** Account id, or a service principal. */
  requester: string;
  sourceIp?: string;
}

export type ObjectCreatedListener = (object: {
  bucketName: string;
  objectKey: string;
  version: ObjectVersion;
}) => void;

type Detail = { [name: string]: Json };

/**
 * S3's notifications: recorded in the transaction of the change, delivered after it, in order, at least once.
 * Shapes: Amazon S3 User Guide, "EventBridge event message structure".
 */
export interface ObjectEvents {
  created(bucket: Bucket, key: string, version: ObjectVersion, cause: Cause): void;
  deleted(
    bucket: Bucket,
    key: string,
    version: { versionId: string; eTag?: string },
    kind: DeletionType,
    cause: Cause,
  ): void;
  tagged(bucket: Bucket, key: string, version: ObjectVersion, cause: Cause): void;
  onCreated(listener: ObjectCreatedListener): void;
  /** Sends what waits; safe to call at any time. */
  drain(): void;
}

export type DeletionType = 'Permanently Deleted' | 'Delete Marker Created';

const OUTBOX = 's3.outbox';
const RETRY_MS = 1_000;

export function objectEvents(context: EngineContext): ObjectEvents {
  const { store, clock } = context;
  const listeners: ObjectCreatedListener[] = [];
  let draining = false;
  let again = false;

  function record(bucket: Bucket, detailType: string, cause: Cause, object: Detail, rest: Detail = {}): void {
    if (!bucket.eventBridge) return;
    const entry: EventEntry = {
      source: 'aws.s3',
      detailType,
      busName: 'default',
      resources: [bucket.arn],
      timeEpochMs: clock.now(),
      detail: {
        version: '0',
        bucket: { name: bucket.name },
        object,
        'request-id': cause.requestId,
        requester: cause.requester,
        ...(cause.sourceIp === undefined ? {} : { 'source-ip-address': cause.sourceIp }),
        ...rest,
      },
    };
    store.put(OUTBOX, nextSequence(context), entry);
  }

  async function send(): Promise<void> {
    for (;;) {
      const [waiting] = store.list<EventEntry>(OUTBOX, { limit: 1 });
      if (waiting === undefined) return;
      await context.neighbours.putEvents([waiting[1]]);
      store.delete(OUTBOX, waiting[0]);
    }
  }

  function drain(): void {
    if (draining) {
      again = true;
      return;
    }
    draining = true;
    send()
      .catch((error: unknown) => {
        context.log('s3: an event could not be delivered and will be tried again', { error: String(error) });
        context.scheduler.at(clock.now() + RETRY_MS, drain);
      })
      .finally(() => {
        draining = false;
        if (!again) return;
        again = false;
        drain();
      });
  }

  return {
    created: (bucket, key, version, cause) => {
      record(
        bucket,
        'Object Created',
        cause,
        {
          key,
          size: version.size,
          etag: version.eTag,
          ...versionIdOf(version),
          sequencer: nextSequence(context),
        },
        { reason: cause.reason },
      );
      for (const listener of listeners) listener({ bucketName: bucket.name, objectKey: key, version });
    },
    deleted: (bucket, key, version, kind, cause) =>
      record(
        bucket,
        'Object Deleted',
        cause,
        {
          key,
          ...(version.eTag === undefined ? {} : { etag: version.eTag }),
          ...versionIdOf(version),
          sequencer: nextSequence(context),
        },
        { reason: cause.reason, 'deletion-type': kind },
      ),
    tagged: (bucket, key, version, cause) =>
      record(bucket, 'Object Tags Added', cause, { key, etag: version.eTag, ...versionIdOf(version) }),
    onCreated: (listener) => {
      listeners.push(listener);
    },
    drain,
  };
}

function versionIdOf(version: { versionId: string }): Detail {
  return version.versionId === 'null' ? {} : { 'version-id': version.versionId };
}

/** 18 hexadecimal digits that only grow, like S3's sequencer. */
function nextSequence({ store }: EngineContext): string {
  const next = (store.get<number>('s3.counters', 'sequence') ?? 0) + 1;
  store.put('s3.counters', 'sequence', next);
  return next.toString(16).toUpperCase().padStart(18, '0');
}
