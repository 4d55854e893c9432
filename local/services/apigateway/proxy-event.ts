import type { HttpRequest, Json } from '../service.ts';
import type { RestApi } from './api-model.ts';
import type { Route } from './match-route.ts';

export interface RequestFacts {
  requestId: string;
  epochMs: number;
  account: string;
  /** Without the stage. */
  path: string;
  authorizer: Record<string, string> | undefined;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The Lambda proxy integration's input, format 1.0 (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html). */
export function proxyEvent(api: RestApi, route: Route, request: HttpRequest, facts: RequestFacts): Json {
  const query = [...request.url.searchParams];
  const isBinary = isBinaryType(request.headers['content-type'] ?? '', api.binaryTypes);
  const body = Buffer.from(request.body);
  return {
    resource: route.resource.path,
    path: facts.path,
    httpMethod: request.method,
    headers: { ...request.headers, 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' },
    multiValueHeaders: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value]]),
    ),
    queryStringParameters: query.length === 0 ? null : Object.fromEntries(query),
    multiValueQueryStringParameters:
      query.length === 0
        ? null
        : Object.fromEntries(query.map(([name]) => [name, request.url.searchParams.getAll(name)])),
    pathParameters: route.pathParameters,
    stageVariables: api.variables,
    requestContext: requestContext(api, route, request, facts),
    body: body.length === 0 ? null : body.toString(isBinary ? 'base64' : 'utf8'),
    isBase64Encoded: body.length > 0 && isBinary,
  };
}

function requestContext(api: RestApi, route: Route, request: HttpRequest, facts: RequestFacts): Json {
  return {
    accountId: facts.account,
    apiId: api.id,
    ...(facts.authorizer && { authorizer: facts.authorizer }),
    domainName: request.headers['host'] ?? '',
    domainPrefix: api.id,
    extendedRequestId: facts.requestId,
    httpMethod: request.method,
    identity: {
      accessKey: null,
      accountId: null,
      apiKey: null,
      apiKeyId: null,
      caller: null,
      cognitoAuthenticationProvider: null,
      cognitoAuthenticationType: null,
      cognitoIdentityId: null,
      cognitoIdentityPoolId: null,
      principalOrgId: null,
      sourceIp: '127.0.0.1',
      user: null,
      userAgent: request.headers['user-agent'] ?? null,
      userArn: null,
    },
    path: `/${api.stage}${facts.path}`,
    protocol: 'HTTP/1.1',
    requestId: facts.requestId,
    requestTime: requestTime(facts.epochMs),
    requestTimeEpoch: facts.epochMs,
    resourceId: route.resource.id,
    resourcePath: route.resource.path,
    stage: api.stage,
  };
}

/** `02/Mar/2026:15:00:00 +0000` */
function requestTime(epochMs: number): string {
  const [date = '', time = ''] = new Date(epochMs).toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `${day}/${months[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`;
}

function isBinaryType(contentType: string, binaryTypes: readonly string[]): boolean {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return binaryTypes.some(
    (pattern) =>
      pattern === '*/*' ||
      pattern === type ||
      (pattern.endsWith('/*') && type.startsWith(pattern.slice(0, -1))),
  );
}
