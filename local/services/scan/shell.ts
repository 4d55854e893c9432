import * as z from 'zod';
import type { NeighbourObjects } from '../s3/neighbour-objects.ts';
import {
  AwsError,
  type EngineContext,
  type Json,
  type LocalService,
  type ResolvedResource,
  type Timer,
} from '../service.ts';
import { verdictOn, type Verdict } from './verdict.ts';

export interface ScannedObject {
  bucketName: string;
  objectKey: string;
  eTag: string;
  versionId: string;
}

/** What a fault switch may force instead of a look at the object. */
export type ForcedResult = 'FAILED' | 'ACCESS_DENIED' | 'UNSUPPORTED' | 'THREATS_FOUND';

export interface ScanOptions {
  objects: NeighbourObjects;
  /** Asked once for each scan. */
  faults?: (object: ScannedObject) => ForcedResult | undefined;
  /** From the object's creation to its verdict; GuardDuty takes seconds. */
  delayMs?: number;
  /** After each object that was looked into. */
  onScanned?: (bytes: number) => void;
}

interface Plan {
  arn: string;
  bucketName: string;
  prefixes: string[];
  tagging: boolean;
}

interface Pending extends ScannedObject {
  planArn: string;
  tagging: boolean;
  dueAt: number;
}

const PlanProperties = z.object({
  ProtectedResource: z.object({
    S3Bucket: z.object({ BucketName: z.string(), ObjectPrefixes: z.array(z.string()).default([]) }),
  }),
  Actions: z
    .object({ Tagging: z.object({ Status: z.enum(['ENABLED', 'DISABLED']).optional() }).optional() })
    .optional(),
});

const PLANS = 'scan.plans';
const PENDING = 'scan.pending';
const PRINCIPAL = 'malware-protection-plan.guardduty.amazonaws.com';
const RETRY_MS = 1_000;

/**
 * GuardDuty Malware Protection for S3. A scan is recorded in the transaction that made the object, so none is forgotten;
 * tag and event follow at least once. Event: GuardDuty User Guide, "Monitoring S3 object scans with Amazon EventBridge".
 */
export function createScanService(context: EngineContext, options: ScanOptions): LocalService {
  const { store, clock } = context;
  const delayMs = options.delayMs ?? 400;
  const timers = new Set<Timer>();

  options.objects.onObjectCreated(({ bucketName, objectKey, version }) => {
    for (const [, plan] of store.list<Plan>(PLANS)) {
      if (!protects(plan, bucketName, objectKey)) continue;
      const pending: Pending = {
        bucketName,
        objectKey,
        eTag: version.eTag,
        versionId: version.versionId,
        planArn: plan.arn,
        tagging: plan.tagging,
        dueAt: clock.now() + delayMs,
      };
      const id = context.random.uuid();
      store.put(PENDING, id, pending);
      arm(id, pending.dueAt);
    }
  });

  function arm(id: string, at: number): void {
    const timer = context.scheduler.at(at, async () => {
      timers.delete(timer);
      await scan(id);
    });
    timers.add(timer);
  }

  async function scan(id: string): Promise<void> {
    const pending = store.get<Pending>(PENDING, id);
    if (pending === undefined) return;
    try {
      const verdict = await judge(pending);
      if (verdict !== undefined) await report(pending, verdict);
      store.delete(PENDING, id);
    } catch (error) {
      context.log('scan: a scan could not be completed and will be tried again', { error: String(error) });
      arm(id, clock.now() + RETRY_MS);
    }
  }

  async function judge(pending: Pending): Promise<Verdict | { status: ForcedResult } | undefined> {
    const forced = options.faults?.(scannedOf(pending));
    if (forced === 'THREATS_FOUND') return { status: forced, threats: ['Forced by a local fault switch'] };
    if (forced !== undefined) return { status: forced };
    try {
      const { body } = await options.objects.get(addressOf(pending), PRINCIPAL);
      options.onScanned?.(body.length);
      return verdictOn(body);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      if (error.code === 'NoSuchKey' || error.code === 'NoSuchVersion') return undefined; // deleted meanwhile: nothing to scan
      return { status: 'ACCESS_DENIED' };
    }
  }

  async function report(pending: Pending, verdict: Verdict | { status: ForcedResult }): Promise<void> {
    if (pending.tagging)
      await options.objects
        .addTags(addressOf(pending), { GuardDutyMalwareScanStatus: verdict.status }, PRINCIPAL)
        .catch((error: unknown) =>
          context.log('scan: the object could not be tagged', { error: String(error) }),
        );
    await context.neighbours.putEvents([
      {
        source: 'aws.guardduty',
        detailType: 'GuardDuty Malware Protection Object Scan Result',
        busName: 'default',
        resources: [pending.planArn],
        timeEpochMs: clock.now(),
        detail: detailOf(pending, verdict),
      },
    ]);
  }

  return {
    name: 'guardduty',
    types: ['AWS::GuardDuty::MalwareProtectionPlan'],
    provision: (resource) => store.put(PLANS, resource.ref, planOf(context, resource)),
    handle: async () => ({
      status: 501,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        __type: 'NotImplemented',
        message: 'The GuardDuty API is not emulated by the local cloud',
      }),
    }),
    start: () => {
      for (const [id, { dueAt }] of store.list<Pending>(PENDING)) arm(id, dueAt);
    },
    stop: async () => {
      for (const timer of timers) timer.cancel();
    },
  };
}

function planOf(context: EngineContext, resource: ResolvedResource): Plan {
  const { ProtectedResource, Actions } = PlanProperties.parse(resource.properties);
  const { BucketName, ObjectPrefixes } = ProtectedResource.S3Bucket;
  return {
    arn:
      resource.attributes['Arn'] ??
      `arn:aws:guardduty:${context.region}:${context.account}:malware-protection-plan/${resource.ref}`,
    bucketName: BucketName,
    prefixes: ObjectPrefixes,
    tagging: Actions?.Tagging?.Status === 'ENABLED',
  };
}

function protects(plan: Plan, bucketName: string, objectKey: string): boolean {
  return (
    plan.bucketName === bucketName &&
    (plan.prefixes.length === 0 || plan.prefixes.some((prefix) => objectKey.startsWith(prefix)))
  );
}

function detailOf(object: ScannedObject, verdict: Verdict | { status: ForcedResult }): Json {
  const threats = 'threats' in verdict ? verdict.threats.map((name) => ({ name })) : null;
  return {
    schemaVersion: '1.0',
    scanStatus: scanStatusOf(verdict.status),
    resourceType: 'S3_OBJECT',
    s3ObjectDetails: { ...scannedOf(object), s3Throttled: false },
    scanResultDetails: { scanResultStatus: verdict.status, threats, statusReasons: null },
  };
}

function scanStatusOf(result: Verdict['status'] | ForcedResult): 'COMPLETED' | 'SKIPPED' | 'FAILED' {
  if (result === 'FAILED') return 'FAILED';
  return result === 'UNSUPPORTED' || result === 'ACCESS_DENIED' ? 'SKIPPED' : 'COMPLETED';
}

function scannedOf({
  bucketName,
  objectKey,
  eTag,
  versionId,
}: ScannedObject): ScannedObject & { [name: string]: Json } {
  return { bucketName, objectKey, eTag, versionId };
}

function addressOf({ bucketName, objectKey, versionId }: ScannedObject) {
  return { bucket: bucketName, key: objectKey, versionId };
}
