import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';

interface GatewayProblem {
  type: ResponseType;
  status: number;
  code: string;
  title: string;
}

const problems: readonly GatewayProblem[] = [
  { type: ResponseType.UNAUTHORIZED, status: 401, code: 'Unauthorized', title: 'Sign in to do this' },
  { type: ResponseType.ACCESS_DENIED, status: 403, code: 'Forbidden', title: 'This is not allowed' },
  { type: ResponseType.EXPIRED_TOKEN, status: 401, code: 'Unauthorized', title: 'Sign in again' },
  // What API Gateway calls a missing token is a path that no prefix covers.
  {
    type: ResponseType.MISSING_AUTHENTICATION_TOKEN,
    status: 404,
    code: 'NotFound',
    title: 'There is nothing at this path',
  },
  {
    type: ResponseType.REQUEST_TOO_LARGE,
    status: 413,
    code: 'RequestTooLarge',
    title: 'The request is too large',
  },
  {
    type: ResponseType.UNSUPPORTED_MEDIA_TYPE,
    status: 415,
    code: 'UnsupportedMediaType',
    title: 'This media type is not taken',
  },
  {
    type: ResponseType.THROTTLED,
    status: 429,
    code: 'TooManyRequests',
    title: 'Too many requests; try again shortly',
  },
  { type: ResponseType.WAF_FILTERED, status: 403, code: 'Forbidden', title: 'This request was refused' },
  {
    type: ResponseType.INTEGRATION_FAILURE,
    status: 502,
    code: 'Unavailable',
    title: 'The service did not answer',
  },
  {
    type: ResponseType.INTEGRATION_TIMEOUT,
    status: 504,
    code: 'Timeout',
    title: 'The service did not answer in time',
  },
  {
    type: ResponseType.AUTHORIZER_FAILURE,
    status: 503,
    code: 'Unavailable',
    title: 'Sign-in could not be checked; try again',
  },
];

/** What the gateway answers by itself, in the same problem+json (RFC 9457) as the functions answer. */
export function answerProblems(api: RestApi, allowedOrigin: string): void {
  const headers = {
    'Content-Type': "'application/problem+json'",
    'Cache-Control': "'no-store'",
    'Access-Control-Allow-Origin': `'${allowedOrigin}'`,
    'Access-Control-Expose-Headers': "'x-correlation-id,retry-after'",
    'X-Correlation-Id': 'context.requestId',
  };
  for (const { type, status, code, title } of problems) {
    api.addGatewayResponse(code + type.responseType, {
      type,
      statusCode: String(status),
      responseHeaders: status === 429 || status === 503 ? { ...headers, 'Retry-After': "'2'" } : headers,
      templates: { 'application/json': problem(title, status, code) },
    });
  }
  api.addGatewayResponse('Other4xx', {
    type: ResponseType.DEFAULT_4XX,
    responseHeaders: headers,
    templates: { 'application/json': problem('The request was refused', undefined, 'BadRequest') },
  });
  api.addGatewayResponse('Other5xx', {
    type: ResponseType.DEFAULT_5XX,
    responseHeaders: headers,
    templates: { 'application/json': problem('The service failed', undefined, 'InternalError') },
  });
}

/** `$context.error.message` is left out: for an authorizer it quotes what the function threw. */
function problem(title: string, status: number | undefined, code: string): string {
  return JSON.stringify({
    type: `urn:keyturn:problem:${code}`,
    title,
    ...(status === undefined ? {} : { status }),
    code,
    correlationId: '$context.requestId',
  });
}
