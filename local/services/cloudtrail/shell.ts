import type { NeighbourObjects } from '../s3/neighbour-objects.ts';
import {
  AwsError,
  type EngineContext,
  type HttpRequest,
  type HttpResponse,
  type Json,
  type LocalService,
  type Timer,
} from '../service.ts';
import type { RecordDataEvent } from './data-event.ts';
import { deliverDigest } from './deliver-digest.ts';
import { CLOUDTRAIL, deliverLogs } from './deliver-logs.ts';
import { digestKey } from './signing-key.ts';
import { trailRecord } from './trail-record.ts';
import { provisionTrail, selects, type Trail } from './trail.ts';

export interface CloudTrailService extends LocalService {
  /** Called by S3's shell and by the DynamoDB proxy for every data call. Never throws to its caller's harm: it only stores. */
  readonly recordDataEvent: RecordDataEvent;
  /** Whether any trail is logging at all. */
  isLogging(): boolean;
  /** Writes what waits now, without waiting for the five minutes. */
  deliver(): Promise<void>;
}

const DELIVERY_MS = 5 * 60_000;
const HOUR_MS = 3_600_000;

/** CloudTrail: data events of the selected resources into log files every five minutes, a signed digest every hour. */
export function createCloudTrailService(
  context: EngineContext,
  options: {
    /** Late, because S3 is made with this service's `recordDataEvent`. */
    objects: () => NeighbourObjects;
  },
): CloudTrailService {
  const { store, clock } = context;
  let deliveryTimer: Timer | undefined;
  let digestTimer: Timer | undefined;
  let running: Promise<void> = Promise.resolve();

  /** Read once: every data call asks for them. */
  let known: Trail[] | undefined;
  const trails = (): Trail[] => (known ??= store.list<Trail>('cloudtrail.trails').map(([, trail]) => trail));

  const recordDataEvent: RecordDataEvent = (event) => {
    if (event.invokedBy === CLOUDTRAIL) return; // else each log file would be an event for the next
    const asking = trails().filter((trail) => trail.isLogging && selects(trail, event));
    if (asking.length === 0) return;
    const record = trailRecord(context, event);
    store.transaction(() => {
      for (const { name } of asking)
        store.put('cloudtrail.pending', `${name}/${nextSequence(context)}`, record);
    });
    armDelivery();
  };

  function armDelivery(): void {
    deliveryTimer ??= context.scheduler.at(clock.now() + DELIVERY_MS, async () => {
      deliveryTimer = undefined;
      await deliver();
    });
  }

  function armDigest(): void {
    const next = (Math.floor(clock.now() / HOUR_MS) + 1) * HOUR_MS;
    digestTimer = context.scheduler.at(next, async () => {
      armDigest();
      await digest(Math.floor(clock.now() / HOUR_MS) * HOUR_MS);
    });
  }

  /** One at a time: files and digests of a trail are a chain. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    running = running.then(work).catch((error: unknown) => {
      context.log('cloudtrail: a file could not be delivered and will be tried again', {
        error: String(error),
      });
      armDelivery();
    });
    return running;
  }

  function deliver(): Promise<void> {
    return inTurn(async () => {
      for (const trail of trails()) await deliverLogs(context, options.objects(), trail);
    });
  }

  function digest(endAt: number): Promise<void> {
    return inTurn(async () => {
      for (const trail of trails().filter(({ validates, isLogging }) => validates && isLogging)) {
        await deliverLogs(context, options.objects(), trail);
        await deliverDigest(context, options.objects(), trail, endAt);
      }
    });
  }

  return {
    name: 'cloudtrail',
    types: ['AWS::CloudTrail::Trail'],
    recordDataEvent,
    isLogging: () => trails().some(({ isLogging }) => isLogging),
    deliver,
    provision: (resource) => {
      provisionTrail(context, resource);
      known = undefined;
    },
    handle: async (request) => answer(context, request, trails()),
    start: () => {
      if (trails().length === 0) return;
      armDelivery();
      armDigest();
    },
    stop: async () => {
      deliveryTimer?.cancel();
      digestTimer?.cancel();
      await running;
    },
  };
}

/** The few calls that a verifier of digests makes, over AWS JSON 1.1. */
function answer(context: EngineContext, request: HttpRequest, trails: readonly Trail[]): HttpResponse {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': context.random.uuid() };
  const action = (request.headers['x-amz-target'] ?? '').split('.').at(-1);
  if (action === 'ListPublicKeys') {
    const { publicKey, fingerprint, createdAt } = digestKey(context);
    const validity = { ValidityStartTime: Math.floor(createdAt / 1000), ValidityEndTime: 4_102_444_800 };
    const PublicKeyList = [{ Value: publicKey, Fingerprint: fingerprint, ...validity }];
    return { status: 200, headers, body: JSON.stringify({ PublicKeyList }) };
  }
  if (action === 'DescribeTrails')
    return {
      status: 200,
      headers,
      body: JSON.stringify({ trailList: trails.map((trail) => described(context, trail)) }),
    };
  const refusal = new AwsError(
    'UnsupportedOperationException',
    `${action ?? ''} is not emulated by the local cloud`,
  );
  return { status: 400, headers, body: JSON.stringify({ __type: refusal.code, message: refusal.message }) };
}

function described(context: EngineContext, trail: Trail): Json {
  return {
    Name: trail.name,
    TrailARN: trail.arn,
    S3BucketName: trail.bucketName,
    ...(trail.keyPrefix === '' ? {} : { S3KeyPrefix: trail.keyPrefix.slice(0, -1) }),
    HomeRegion: context.region,
    LogFileValidationEnabled: trail.validates,
    ...(trail.kmsKeyId === undefined ? {} : { KmsKeyId: trail.kmsKeyId }),
  };
}

function nextSequence({ store }: EngineContext): string {
  const next = (store.get<number>('cloudtrail.counters', 'sequence') ?? 0) + 1;
  store.put('cloudtrail.counters', 'sequence', next);
  return String(next).padStart(16, '0');
}
