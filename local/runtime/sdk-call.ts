import type { Json } from '../services/service.ts';
import { AwsError } from '../services/service.ts';

/** Services whose wire is not plain JSON: signing name -> the SDK package and its client class. */
const packages: Record<string, [module: string, client: string]> = {
  s3: ['@aws-sdk/client-s3', 'S3Client'],
  scheduler: ['@aws-sdk/client-scheduler', 'SchedulerClient'],
  ses: ['@aws-sdk/client-sesv2', 'SESv2Client'],
  kms: ['@aws-sdk/client-kms', 'KMSClient'],
  textract: ['@aws-sdk/client-textract', 'TextractClient'],
  secretsmanager: ['@aws-sdk/client-secrets-manager', 'SecretsManagerClient'],
  ssm: ['@aws-sdk/client-ssm', 'SSMClient'],
  monitoring: ['@aws-sdk/client-cloudwatch', 'CloudWatchClient'],
};

interface Client {
  send(command: unknown): Promise<{ [key: string]: Json }>;
}
type Module = Record<string, new (input: object) => unknown>;

const clients = new Map<string, Client>();

/** One call over HTTP with the real client, for a service that takes no calls in the process. Rejects with an `AwsError`. */
export async function callBySdk(
  service: string,
  operation: string,
  input: Json,
  at: { awsEndpoint: string; region: string },
): Promise<Json> {
  const [module, clientName] = packages[service] ?? [];
  if (module === undefined || clientName === undefined)
    throw new AwsError('UnknownOperationException', `${service} takes no calls here`);
  const sdk = (await import(module)) as Module;
  const Client = sdk[clientName];
  const Command = sdk[`${operation}Command`];
  if (Client === undefined || Command === undefined)
    throw new AwsError('UnknownOperationException', `${service} has no ${operation}`);
  const key = `${service} ${at.awsEndpoint}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local-secret' };
  const client =
    clients.get(key) ??
    (new Client({ endpoint: at.awsEndpoint, region: at.region, credentials, maxAttempts: 2 }) as Client);
  clients.set(key, client);
  try {
    const output = { ...(await client.send(new Command(input as object))) };
    delete output['$metadata'];
    return JSON.parse(JSON.stringify(output)) as Json;
  } catch (error) {
    const {
      name = 'InternalFailure',
      message = '',
      $metadata,
    } = error as { name?: string; message?: string; $metadata?: { httpStatusCode?: number } };
    throw new AwsError(name, message, $metadata?.httpStatusCode ?? 500);
  }
}
