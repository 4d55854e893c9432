import { createApiGatewayService, type ApiAccess, type ApiGatewayService } from './apigateway/shell.ts';
import { createDynamoDbService, type CapacityUse, type DynamoDbService } from './dynamodb/shell.ts';
import type { DynamoBackend } from './dynamodb/dynoxide-process.ts';
import { createEventsService, type EventsService } from './events/shell.ts';
import { createLambdaService, type LambdaService } from './lambda/shell.ts';
import type { Run } from './lambda/engine.ts';
import { createS3Service, type S3Service } from './s3/shell.ts';
import { createSecretsManagerService } from './secretsmanager/shell.ts';
import type { Blobs, EngineContext, HttpRequest, LocalService } from './service.ts';
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
  sqsFaults: SqsFaults;
}

/** The one list of what is emulated. */
export function createRegistry(context: EngineContext, parts: RegistryParts): Registry {
  const dynamodb = createDynamoDbService(context, { backend: parts.backend, onCapacity: parts.onCapacity });
  const lambda = createLambdaService(context, {
    run: parts.run,
    streamOf: (table) => dynamodb.streamOf(table),
  });
  const apigateway = createApiGatewayService(context, parts.onAccess);
  const events = createEventsService(context);
  const s3 = createS3Service(context, { blobs: parts.blobs });
  const ses = createSesService(context);
  const states = createStatesService(context);
  const sqsFaults = noSqsFaults();
  const sqs = createSqsService(context, { faults: sqsFaults, endpoint: parts.awsEndpoint });
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
    sqsFaults,
  };
}
