import type { HttpRequest, HttpResponse, Json, LocalService } from '../services/service.ts';
import type { FaultRule, Faults } from './faults.ts';
import { items, members } from './json-text.ts';
import type { Meter } from './meter.ts';
import { operationOf, type AwsOperation } from './operation-of.ts';

/** The worker that a call came from. */
export interface Caller {
  functionName: string;
  /** Of the invocation under way. */
  invocationId: string;
  kill(): void;
}

export interface AwsHostParts {
  services: ReadonlyMap<string, LocalService>;
  faults: Faults;
  meter: Meter;
  /** By the id in the SDK's user agent. */
  findCaller(appId: string): Caller | undefined;
}

/** One endpoint for all services: finds the service by the signature's scope, counts the call, lets faults happen. */
export function awsHost(parts: AwsHostParts): (request: HttpRequest) => Promise<HttpResponse> {
  return async (request) => {
    const operation = operationOf(request);
    const caller = callerOf(request, parts);
    const service = parts.services.get(operation.service);
    if (service === undefined)
      return refusal(operation, 'UnknownOperationException', `${operation.service} is not emulated`, 400);
    parts.meter.call(operation.service, operation.operation, caller?.functionName);
    if (operation.operation === 'PutEvents') parts.meter.busEvents(entriesIn(request));
    const { functionName, invocationId } = caller ?? {};
    const fault = parts.faults.take({ ...operation, functionName, invocationId });
    if (fault === undefined) return await service.handle(request);
    return await withFault(fault, operation, caller, request, service);
  };
}

/** What is no JSON is refused by the service itself and counts nothing. */
function entriesIn(request: HttpRequest): number {
  try {
    return items(members(JSON.parse(Buffer.from(request.body).toString('utf8')) as Json)['Entries']).length;
  } catch {
    return 0;
  }
}

/** The function whose worker sent this request, by `app/<id>` in the SDK's user agent. */
export function callerOf(request: HttpRequest, parts: Pick<AwsHostParts, 'findCaller'>): Caller | undefined {
  const agent = `${request.headers['user-agent'] ?? ''} ${request.headers['x-amz-user-agent'] ?? ''}`;
  const appId = /app\/(w\d+)/.exec(agent)?.[1];
  return appId === undefined ? undefined : parts.findCaller(appId);
}

async function withFault(
  fault: FaultRule,
  operation: AwsOperation,
  caller: Caller | undefined,
  request: HttpRequest,
  service: LocalService,
): Promise<HttpResponse> {
  switch (fault.effect) {
    case 'throttle':
      return operation.service === 'dynamodb'
        ? refusal(operation, 'ProvisionedThroughputExceededException', 'Throttled by a fault rule', 400)
        : refusal(
            operation,
            operation.service === 's3' ? 'SlowDown' : 'ThrottlingException',
            'Throttled by a fault rule',
            operation.service === 's3' ? 503 : 400,
          );
    case 'conflict':
      return conflict(operation, request);
    case 'error':
      return refusal(operation, 'InternalServerError', 'Failed by a fault rule', 500);
    case 'timeout': {
      const response = await service.handle(request);
      await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
      return response;
    }
    case 'crash': {
      const response = await service.handle(request);
      caller?.kill();
      return response;
    }
    case 'crashBefore':
      caller?.kill();
      return refusal(operation, 'InternalServerError', 'The caller was killed by a fault rule', 500);
    default:
      return await service.handle(request);
  }
}

function conflict(operation: AwsOperation, request: HttpRequest): HttpResponse {
  const message = 'Transaction is ongoing for the item';
  if (operation.operation !== 'TransactWriteItems')
    return refusal(operation, 'TransactionConflictException', message, 400);
  const { TransactItems = [] } = JSON.parse(Buffer.from(request.body).toString('utf8')) as {
    TransactItems?: unknown[];
  };
  const CancellationReasons = TransactItems.map((_, index) =>
    index === 0 ? { Code: 'TransactionConflict', Message: message } : { Code: 'None' },
  );
  return {
    status: 400,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify({
      __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
      Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${CancellationReasons.map(({ Code }) => Code).join(', ')}]`,
      CancellationReasons,
    }),
  };
}

function refusal(operation: AwsOperation, code: string, message: string, status: number): HttpResponse {
  if (operation.service === 's3') {
    return {
      status,
      headers: { 'content-type': 'application/xml' },
      body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
    };
  }
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': code },
    body: JSON.stringify({ __type: code, message }),
  };
}
