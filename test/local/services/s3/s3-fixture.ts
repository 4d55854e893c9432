import { S3Client } from '@aws-sdk/client-s3';
import { memoryBlobs } from '../../../../local/runtime/blobs.ts';
import type { DataEvent } from '../../../../local/services/cloudtrail/data-event.ts';
import { createS3Service, type S3Options, type S3Service } from '../../../../local/services/s3/shell.ts';
import type { Blobs, EventEntry, Json, ResolvedResource, Store } from '../../../../local/services/service.ts';
import { engineContext, type TestContext } from '../../../support/engine-context.ts';
import { serveService, type ServedService } from '../../../support/serve-service.ts';

export const KEY_ARN = 'arn:aws:kms:us-east-1:000000000000:key/11111111-2222-4333-8444-555555555555';

export interface S3Fixture {
  context: TestContext;
  s3: S3Service;
  served: ServedService;
  client: S3Client;
  blobs: Blobs;
  dataEvents: DataEvent[];
  published: EventEntry[];
}

/** S3 on a loopback port with the real client; the clock starts at the machine's own time, as the client signs with it. */
export async function s3Fixture(
  resources: ResolvedResource[],
  options: Partial<S3Options> & { store?: Store } = {},
): Promise<S3Fixture> {
  const context = engineContext({
    startsAt: new Date().toISOString(),
    ...(options.store === undefined ? {} : { store: options.store }),
  });
  const dataEvents: DataEvent[] = [];
  const blobs = options.blobs ?? memoryBlobs();
  const s3 = createS3Service(context, {
    recordDataEvent: (event) => dataEvents.push(event),
    ...options,
    blobs,
  });
  for (const resource of resources) s3.provision(resource);
  const served = await serveService(s3);
  const client = new S3Client({ ...served.client, forcePathStyle: true });
  return { context, s3, served, client, blobs, dataEvents, published: context.neighbours.published };
}

export function bucket(name: string, properties: Record<string, Json> = {}): ResolvedResource {
  return {
    stack: 'test',
    logicalId: name,
    type: 'AWS::S3::Bucket',
    properties,
    ref: name,
    attributes: { Arn: `arn:aws:s3:::${name}` },
  };
}

export function bucketPolicy(name: string, statements: Json[]): ResolvedResource {
  return {
    stack: 'test',
    logicalId: `${name}Policy`,
    type: 'AWS::S3::BucketPolicy',
    properties: { Bucket: name, PolicyDocument: { Version: '2012-10-17', Statement: statements } },
    ref: name,
    attributes: {},
  };
}

/** What a sealed bucket of ours declares: versions, SSE-KMS with a bucket key, events. */
export const sealed: Record<string, Json> = {
  VersioningConfiguration: { Status: 'Enabled' },
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [
      {
        BucketKeyEnabled: true,
        ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: KEY_ARN },
      },
    ],
  },
  NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
};

/** The code of the error that a client call ends in. */
export async function errorOf(
  work: Promise<unknown>,
): Promise<{ name: string; status: number; message: string }> {
  try {
    await work;
  } catch (error) {
    const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
    return { name, message, status: $metadata?.httpStatusCode ?? 0 };
  }
  throw new Error('the call was expected to fail and did not');
}
