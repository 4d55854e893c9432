import { createApiGatewayService, type ApiAccess, type ApiGatewayService } from './apigateway/shell.ts';
import { createCloudTrailService } from './cloudtrail/shell.ts';
import { traceDynamoDb } from './cloudtrail/traced-dynamodb.ts';
import type { DynamoBackend } from './dynamodb/dynoxide-process.ts';
import { createDynamoDbService, type CapacityUse, type DynamoDbService } from './dynamodb/shell.ts';
import { createEventsService, type EventsService } from './events/shell.ts';
import { createIssuerService } from './issuer/shell.ts';
import { createKmsService } from './kms/shell.ts';
import type { Run } from './lambda/engine.ts';
import { createLambdaService, type LambdaService } from './lambda/shell.ts';
import { queueGauge } from './monitoring/queue-gauge.ts';
import { createMonitoringService, type MonitoringService } from './monitoring/shell.ts';
import { createSnsService, type SnsService } from './monitoring/sns.ts';
import { createS3Service, type S3Service } from './s3/shell.ts';
import { createScanService, type ForcedResult } from './scan/shell.ts';
import { createSchedulerService } from './scheduler/shell.ts';
import { createSecretsManagerService } from './secretsmanager/shell.ts';
import type { Blobs, EngineContext, HttpRequest, LocalService } from './service.ts';
import { noSesFaults, type SesFaults } from './ses/engine.ts';
import { createSesService, type SesService } from './ses/shell.ts';
import { noSqsFaults, type SqsFaults } from './sqs/faults.ts';
import { createSqsService } from './sqs/shell.ts';
import { createSsmService } from './ssm/shell.ts';
import { createStatesService, type StatesService } from './states/shell.ts';
import { createTextractService, type TextractService } from './textract/shell.ts';

export interface RegistryParts {
  backend: DynamoBackend;
  blobs: Blobs;
  run: Run;
  awsEndpoint: string;
  /** Base of the token issuers, e.g. `http://127.0.0.1:4571/_local/issuer`. */
  issuerUrl: string;
  /** ARN under which the trail and bucket policies see a call; absent where the host cannot tell. */
  principalOf: (request: HttpRequest) => string | undefined;
  onCapacity: (use: CapacityUse, request: HttpRequest | undefined) => void;
  onAccess: (access: ApiAccess) => void;
  onScanned: (bytes: number) => void;
}

/** Every service of the local cloud, by its SigV4 name; those that the host itself asks for also by their own type. */
export interface Registry {
  byName: ReadonlyMap<string, LocalService>;
  dynamodb: DynamoDbService;
  lambda: LambdaService;
  apigateway: ApiGatewayService;
  events: EventsService;
  monitoring: MonitoringService;
  s3: S3Service;
  ses: SesService;
  sns: SnsService;
  states: StatesService;
  textract: TextractService;
  /** Kept by reference by the services: changing them changes what the services do. */
  faults: { queues: SqsFaults; mail: SesFaults; scan: ScanFault };
}

/** What the next scans find, whatever is in the object. */
export interface ScanFault {
  result: ForcedResult | undefined;
  /** Scans that are forced yet. */
  times: number;
}

/** The one list of what is emulated. */
export function createRegistry(context: EngineContext, parts: RegistryParts): Registry {
  const faults: Registry['faults'] = {
    queues: noSqsFaults(),
    mail: noSesFaults(),
    scan: { result: undefined, times: 0 },
  };
  const { s3, cloudtrail, ...sealed } = objectServices(context, parts, faults);
  const dynamodb = traceDynamoDb(
    createDynamoDbService(context, { backend: parts.backend, onCapacity: parts.onCapacity }),
    {
      recordDataEvent: cloudtrail.recordDataEvent,
      isTraced: () => context.store.list('cloudtrail.trails', { limit: 1 }).length > 0,
      principalOf: (request) => parts.principalOf(request) ?? `arn:aws:iam::${context.account}:user/local`,
      requestId: () => context.random.uuid(),
      account: context.account,
      region: context.region,
    },
  );
  const sqs = createSqsService(context, { faults: faults.queues, endpoint: parts.awsEndpoint });
  const named = {
    dynamodb,
    lambda: createLambdaService(context, { run: parts.run, streamOf: (table) => dynamodb.streamOf(table) }),
    apigateway: createApiGatewayService(context, parts.onAccess),
    events: createEventsService(context),
    monitoring: createMonitoringService(context, { gauges: [queueGauge(() => sqs.engine.readings())] }),
    sns: createSnsService(context),
    s3,
    ses: createSesService(context, { faults: faults.mail }),
    states: createStatesService(context),
    textract: createTextractService(context, {
      readObject: async ({ Bucket, Name, Version }) => {
        const address = { bucket: Bucket, key: Name, ...(Version !== undefined && { versionId: Version }) };
        return (await s3.objects.get(address, 'textract.amazonaws.com')).body;
      },
    }),
  };
  const all: LocalService[] = [
    ...Object.values(named),
    cloudtrail,
    ...Object.values(sealed),
    sqs,
    createSchedulerService(context),
    createIssuerService(context, { baseUrl: parts.issuerUrl, clientId: (pool) => `local-${pool}` }),
    createSecretsManagerService(context),
    createSsmService(context),
  ];
  return { byName: new Map(all.map((service) => [service.name, service])), ...named, faults };
}

/** Buckets, their keys, their scans and their trail, which know each other. */
function objectServices(context: EngineContext, parts: RegistryParts, faults: Registry['faults']) {
  const kms = createKmsService(context);
  const cloudtrail = createCloudTrailService(context, { objects: () => s3.objects });
  const s3: S3Service = createS3Service(context, {
    blobs: parts.blobs,
    resolveKmsKey: (keyId) => kms.resolveKey(keyId),
    recordDataEvent: cloudtrail.recordDataEvent,
    principalOf: parts.principalOf,
  });
  const scan = createScanService(context, {
    objects: s3.objects,
    faults: () => takeScanFault(faults.scan),
    onScanned: parts.onScanned,
  });
  return { kms, cloudtrail, s3, scan };
}

function takeScanFault(fault: ScanFault): ForcedResult | undefined {
  if (fault.times < 1) return undefined;
  fault.times -= 1;
  return fault.result;
}
