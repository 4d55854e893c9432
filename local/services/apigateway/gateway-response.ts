import type { HttpRequest, HttpResponse } from '../service.ts';
import type { RestApi } from './api-model.ts';

/** What API Gateway itself answers: type -> status and message (https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html). */
const defaults = {
  ACCESS_DENIED: [403, 'User is not authorized to access this resource', 'AccessDeniedException'],
  AUTHORIZER_CONFIGURATION_ERROR: [500, 'Internal server error', 'AuthorizerConfigurationException'],
  AUTHORIZER_FAILURE: [500, 'Internal server error', 'AuthorizerFailureException'],
  INTEGRATION_FAILURE: [504, 'Internal server error', 'InternalServerErrorException'],
  INTEGRATION_TIMEOUT: [504, 'Endpoint request timed out', 'IntegrationTimeoutException'],
  MALFORMED_REPLY: [502, 'Internal server error', 'InternalServerErrorException'],
  MISSING_AUTHENTICATION_TOKEN: [403, 'Missing Authentication Token', 'MissingAuthenticationTokenException'],
  REQUEST_TOO_LARGE: [413, 'Request Entity Too Large', 'RequestTooLargeException'],
  THROTTLED: [429, 'Too Many Requests', 'TooManyRequestsException'],
  UNAUTHORIZED: [401, 'Unauthorized', 'UnauthorizedException'],
} as const satisfies Record<string, readonly [number, string, string]>;

export type GatewayResponseType = keyof typeof defaults;

/** The template's own response for this type, or for all 4XX or 5XX, or API Gateway's default. */
export function gatewayResponse(
  api: RestApi,
  type: GatewayResponseType,
  around: { request: HttpRequest; requestId: string; message?: string },
): HttpResponse {
  const [defaultStatus, defaultMessage, errorType] = defaults[type];
  const exact = api.gatewayResponses.get(type);
  const family = api.gatewayResponses.get(defaultStatus < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX');
  const status = exact?.status ?? (exact === undefined ? family?.status : undefined) ?? defaultStatus;
  const chosen = exact ?? family;
  const message = around.message ?? defaultMessage;
  const variables: Record<string, string> = {
    'context.error.messageString': JSON.stringify(message),
    'context.error.message': message,
    'context.error.responseType': type === 'MALFORMED_REPLY' ? 'DEFAULT_5XX' : type,
    'context.requestId': around.requestId,
    'context.extendedRequestId': around.requestId,
    'context.httpMethod': around.request.method,
    'context.path': around.request.url.pathname,
    'context.status': String(status),
    'context.identity.sourceIp': '127.0.0.1',
  };
  const template = chosen?.template ?? '{"message":$context.error.messageString}';
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': around.requestId,
      'x-amzn-errortype': errorType,
      ...Object.fromEntries(
        Object.entries(chosen?.headers ?? {}).map(([name, value]) => [
          name,
          headerOf(value, around.request, variables),
        ]),
      ),
    },
    body: template.replaceAll(
      /\$(?:\{(context(?:\.[A-Za-z]+)+)\}|(context(?:\.[A-Za-z]+)+))/g,
      (_, braced?: string, bare?: string) => variables[braced ?? bare ?? ''] ?? '',
    ),
  };
}

/** `'literal'`, `method.request.header.Name` or `context.name`. */
export function headerOf(
  expression: string,
  request: HttpRequest,
  variables: Record<string, string> = {},
): string {
  const literal = /^'(.*)'$/s.exec(expression)?.[1];
  if (literal !== undefined) return literal;
  const header = /^method\.request\.header\.(.+)$/.exec(expression)?.[1];
  if (header !== undefined) return request.headers[header.toLowerCase()] ?? '';
  return variables[expression] ?? '';
}
