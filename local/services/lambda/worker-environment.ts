import type { FunctionConfig } from './function-config.ts';

/** Service ids whose clients are sent to the local endpoint one by one, besides `AWS_ENDPOINT_URL` for the rest. */
const services = [
  'CLOUDWATCH',
  'CLOUDWATCH_LOGS',
  'DYNAMODB',
  'DYNAMODB_STREAMS',
  'EVENTBRIDGE',
  'KMS',
  'LAMBDA',
  'S3',
  'SCHEDULER',
  'SECRETS_MANAGER',
  'SESV2',
  'SFN',
  'SNS',
  'SQS',
  'SSM',
  'STS',
  'TEXTRACT',
];

export interface WorkerSurroundings {
  region: string;
  awsEndpoint: string;
  clockOffsetMs: number;
  /** Folder for compiled code. */
  compileCache?: string | undefined;
  /**
   * Stands in the SDK's user agent as `app/<id>`: how the host knows which worker a call came from. At most
   * 6 characters: the SDK warns beyond 50, and Powertools appends 44.
   */
  appId: string;
}

/** Everything a worker process sees in its environment: the template's variables and what Lambda itself sets, no more. */
export function workerEnvironment(
  config: FunctionConfig,
  around: WorkerSurroundings,
): Record<string, string> {
  return {
    ...config.environment,
    ...Object.fromEntries(services.map((service) => [`AWS_ENDPOINT_URL_${service}`, around.awsEndpoint])),
    AWS_ENDPOINT_URL: around.awsEndpoint,
    AWS_REGION: around.region,
    AWS_DEFAULT_REGION: around.region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local-secret',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_UA_APP_ID: around.appId,
    AWS_EXECUTION_ENV: `AWS_Lambda_${config.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: config.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(config.memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${config.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: `local/[$LATEST]${around.appId}`,
    ...(around.compileCache !== undefined && { KEYTURN_LOCAL_COMPILE_CACHE: around.compileCache }),
    KEYTURN_LOCAL_CLOCK_OFFSET_MS: String(around.clockOffsetMs),
    LAMBDA_TASK_ROOT: config.folder,
    LANG: 'en_US.UTF-8',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    TZ: 'UTC',
    _HANDLER: config.handler,
  };
}
