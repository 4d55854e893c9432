import { operationOf as s3OperationOf } from '../services/s3/operation.ts';
import type { HttpRequest } from '../services/service.ts';

export interface AwsOperation {
  /** The SigV4 credential scope's service name. */
  service: string;
  /** As the API names it; what no table here knows is method and path's first word (`OPTIONS object`). */
  operation: string;
  isWrite: boolean;
}

const readOnly =
  /^(Batch)?(Get|List|Describe|Query|Scan|Head|Receive|Decrypt|Encrypt|GenerateDataKey|GenerateMac|Verify|Sign|Detect|Analyze|TransactGet|Lookup|Filter)/;

/** Which service and operation a request is for. Unsigned requests are S3's: only it has any. */
export function operationOf(request: HttpRequest): AwsOperation {
  const scope = /Credential=[^/]+\/\d{8}\/[^/]+\/([^/]+)\//.exec(request.headers['authorization'] ?? '')?.[1];
  const service = scope ?? request.url.searchParams.get('X-Amz-Credential')?.split('/')[3] ?? 's3';
  const target = request.headers['x-amz-target'];
  if (target !== undefined) {
    const operation = target.split('.').at(-1) ?? '';
    return { service, operation, isWrite: !readOnly.test(operation) };
  }
  const isWrite = request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS';
  const operation = service === 's3' ? ofS3(request) : ofRestJson(service, request);
  return { service, operation, isWrite };
}

function ofS3(request: HttpRequest): string {
  try {
    return s3OperationOf(request).name;
  } catch {
    const onObject = request.url.pathname.split('/').filter((part) => part !== '').length > 1;
    return `${request.method} ${onObject ? 'object' : 'bucket'}`;
  }
}

/** REST-JSON names its operation by method and path only: https://docs.aws.amazon.com/scheduler/latest/APIReference/API_Operations.html and of SES v2 and Lambda. */
const restOperations: readonly [service: string, method: string, path: RegExp, operation: string][] = [
  ['ses', 'POST', /^\/v2\/email\/outbound-emails$/, 'SendEmail'],
  ['ses', 'GET', /^\/v2\/email\/insights\//, 'GetMessageInsights'],
  ['scheduler', 'POST', /^\/schedules\/[^/]+$/, 'CreateSchedule'],
  ['scheduler', 'PUT', /^\/schedules\/[^/]+$/, 'UpdateSchedule'],
  ['scheduler', 'GET', /^\/schedules\/[^/]+$/, 'GetSchedule'],
  ['scheduler', 'DELETE', /^\/schedules\/[^/]+$/, 'DeleteSchedule'],
  ['scheduler', 'GET', /^\/schedules$/, 'ListSchedules'],
  ['lambda', 'POST', /^\/2015-03-31\/functions\/[^/]+\/invocations$/, 'Invoke'],
];

function ofRestJson(service: string, { method, url }: HttpRequest): string {
  const known = restOperations.find(
    ([name, verb, path]) => name === service && verb === method && path.test(url.pathname),
  );
  return known?.[3] ?? `${method} ${/[a-z][a-z0-9-]{0,23}/.exec(url.pathname)?.[0] ?? ''}`.trim();
}
