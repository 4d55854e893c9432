import { createApiGatewayService, type ApiAccess, type ApiGatewayService } from './apigateway/shell.ts';
import { dynamoDataEvent, type DynamoAccess } from './cloudtrail/dynamodb-data-event.ts';
import { createCloudTrailService } from './cloudtrail/shell.ts';
import { createDynamoDbService, type CapacityUse, type DynamoDbService } from './dynamodb/shell.ts';
import type { DynamoBackend } from './dynamodb/dynoxide-process.ts';
import { createEventsService, type EventsService } from './events/shell.ts';
import { createIssuerService } from './issuer/shell.ts';
import { createKmsService } from './kms/shell.ts';
import { createLambdaService, type LambdaService } from './lambda/shell.ts';
import type { Run } from './lambda/engine.ts';
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
  /** The function whose worker sent a request. */
  callerOf: (request: HttpRequest) => string | undefined;
  onCapacity: (use: CapacityUse, request: HttpRequest | undefined) => void;
  onAccess: (access: ApiAccess) => void;
}

/** Every service of the local cloud, by its SigV4 name; those that the host itself asks for also by their own type. */
export interface Registry {
  byName: ReadonlyMap<string, LocalService>;
  dynamodb: DynamoDbService;
  lambda: LambdaService;
  apigateway: ApiGatewayService;
  events: EventsService;
  s3: S3Service;
  ses: SesService;
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
  const kms = createKmsService(context);
  const cloudtrail = createCloudTrailService(context, { objects: () => s3.objects });
  const s3: S3Service = createS3Service(context, {
    blobs: parts.blobs,
    resolveKmsKey: (keyId) => kms.resolveKey(keyId),
    recordDataEvent: cloudtrail.recordDataEvent,
    principalOf: (request) => principalOf(context.account, parts.callerOf(request)),
  });
  const dynamodb = createDynamoDbService(context, {
    backend: parts.backend,
    onCapacity: parts.onCapacity,
    onCall: (call) => {
      const event = dynamoDataEvent({ ...call, ...traced(context, call.request, parts) });
      if (event !== undefined) cloudtrail.recordDataEvent(event);
    },
  });
  const lambda = createLambdaService(context, {
    run: parts.run,
    streamOf: (table) => dynamodb.streamOf(table),
  });
  const apigateway = createApiGatewayService(context, parts.onAccess);
  const events = createEventsService(context);
  const ses = createSesService(context, { faults: faults.mail });
  const states = createStatesService(context);
  const sqs = createSqsService(context, { faults: faults.queues, endpoint: parts.awsEndpoint });
  const scan = createScanService(context, { objects: s3.objects, faults: () => takeScanFault(faults.scan) });
  const textract = createTextractService(context, {
    readObject: async ({ Bucket, Name, Version }) => {
      const address = { bucket: Bucket, key: Name, ...(Version !== undefined && { versionId: Version }) };
      return (await s3.objects.get(address, 'textract.amazonaws.com')).body;
    },
  });
  const all: LocalService[] = [
    dynamodb,
    lambda,
    apigateway,
    events,
    s3,
    ses,
    states,
    sqs,
    textract,
    kms,
    cloudtrail,
    scan,
    createIssuerService(context, { baseUrl: parts.issuerUrl }),
    createSchedulerService(context),
    createSecretsManagerService(context),
    createSsmService(context),
  ];
  return {
    byName: new Map(all.map((service) => [service.name, service])),
    dynamodb,
    lambda,
    apigateway,
    events,
    s3,
    ses,
    states,
    textract,
    faults,
  };
}

function takeScanFault(fault: ScanFault): ForcedResult | undefined {
  if (fault.times < 1) return undefined;
  fault.times -= 1;
  return fault.result;
}

/** Who made a DynamoDB call, as the trail writes it. */
function traced(
  { account, region, random }: EngineContext,
  request: HttpRequest | undefined,
  parts: RegistryParts,
): Pick<DynamoAccess, 'account' | 'region' | 'by' | 'userAgent' | 'requestId'> {
  const principalArn = principalOf(account, request === undefined ? undefined : parts.callerOf(request));
  return {
    account,
    region,
    by:
      request === undefined ? { invokedBy: 'states.amazonaws.com' } : { principalArn, accessKeyId: 'local' },
    userAgent: request?.headers['user-agent'] ?? 'local',
    requestId: random.uuid(),
  };
}

/** A function stands for its role: the local cloud gives all of them one access key. */
function principalOf(account: string, functionName: string | undefined): string {
  return functionName === undefined
    ? `arn:aws:iam::${account}:user/local`
    : `arn:aws:sts::${account}:assumed-role/${functionName}/${functionName}`;
}
