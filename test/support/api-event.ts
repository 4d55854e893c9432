import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import type { Principal } from '../../lambdas/shared/actor.ts';

export interface TestRequest {
  method: string;
  path: string;
  as?: Principal;
  body?: unknown;
  rawBody?: string;
  headers?: Record<string, string>;
  query?: Record<string, string>;
}

/** An API Gateway proxy event, as the gateway sends it after the authorizer. */
export function apiEvent({
  method,
  path,
  as,
  body,
  rawBody,
  headers,
  query,
}: TestRequest): APIGatewayProxyEvent {
  return {
    httpMethod: method,
    path,
    resource: '/v1/{proxy+}',
    headers: { 'content-type': 'application/json', ...headers },
    multiValueHeaders: {},
    queryStringParameters: query ?? null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    body: rawBody ?? (body === undefined ? null : JSON.stringify(body)),
    isBase64Encoded: false,
    requestContext: { requestId: 'req-test-0001', authorizer: as ? { principalId: 'p', ...as } : undefined },
  } as unknown as APIGatewayProxyEvent;
}

export const lambdaContext = {
  awsRequestId: 'req-test-0001',
  functionName: 'under-test',
  getRemainingTimeInMillis: () => 30_000,
} as unknown as Context;
