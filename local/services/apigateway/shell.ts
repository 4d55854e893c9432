import type { EngineContext, HttpRequest, HttpResponse, LocalService, ResolvedResource } from '../service.ts';
import { restApi, type LambdaIntegration, type RestApi } from './api-model.ts';
import { gatewayResponse } from './gateway-response.ts';
import { matchRoute, type Route } from './match-route.ts';
import { mockReply } from './mock-reply.ts';
import { proxyEvent } from './proxy-event.ts';
import { proxyReply } from './proxy-reply.ts';
import { tokenAuthorization } from './token-authorization.ts';
import { tokenBucket, type TokenBucket } from './token-bucket.ts';

/** Of a request body, as API Gateway limits it. */
const BODY_LIMIT_BYTES = 10 * 1024 * 1024;

export interface ApiAccess {
  apiName: string;
  stage: string;
  requestId: string;
  method: string;
  /** The resource's pattern, never the path itself. */
  resourcePath: string;
  status: number;
  latencyMs: number;
}

export interface ApiGatewayService extends LocalService {
  /** Answers a request of the REST API itself (as opposed to `handle`, which would manage it). */
  serve(request: HttpRequest): Promise<HttpResponse>;
  /** The REST APIs by id and stage, once started. */
  apis(): { id: string; stage: string }[];
}

const types = [
  'RestApi',
  'Resource',
  'Method',
  'Authorizer',
  'Deployment',
  'Stage',
  'GatewayResponse',
  'Model',
].map((type) => `AWS::ApiGateway::${type}`);

/** API Gateway REST v1 as far as a Lambda proxy API needs it. */
export function createApiGatewayService(
  context: EngineContext,
  onAccess: (access: ApiAccess) => void = () => undefined,
): ApiGatewayService {
  const provisioned: ResolvedResource[] = [];
  let apis: RestApi[] = [];
  const buckets = new Map<string, TokenBucket>();
  const authorization = tokenAuthorization(
    context.clock,
    async (arn, payload) => await context.neighbours.invoke(arn, payload),
  );

  function throttled(api: RestApi, { resource, method }: Route): boolean {
    const key = [`${method.httpMethod} ${resource.path}`, `* /*`].find((candidate) =>
      api.throttles.has(candidate),
    );
    const limits = key === undefined ? undefined : api.throttles.get(key);
    if (key === undefined || limits === undefined) return false;
    const bucket = buckets.get(`${api.id} ${key}`) ?? tokenBucket(context.clock, limits);
    buckets.set(`${api.id} ${key}`, bucket);
    return !bucket.take();
  }

  async function answer(
    api: RestApi,
    path: string,
    route: Route | undefined,
    request: HttpRequest,
    requestId: string,
  ): Promise<HttpResponse> {
    const around = { request, requestId };
    if (route === undefined) return gatewayResponse(api, 'MISSING_AUTHENTICATION_TOKEN', around);
    if (request.body.length > BODY_LIMIT_BYTES) return gatewayResponse(api, 'REQUEST_TOO_LARGE', around);
    if (throttled(api, route)) return gatewayResponse(api, 'THROTTLED', around);
    const { authorizerId, integration } = route.method;
    let authorizer: Record<string, string> | undefined;
    if (authorizerId !== undefined) {
      const rule = api.authorizers.get(authorizerId);
      if (rule === undefined) return gatewayResponse(api, 'AUTHORIZER_CONFIGURATION_ERROR', around);
      const methodArn = `arn:aws:execute-api:${context.region}:${context.account}:${api.id}/${api.stage}/${request.method}${path}`;
      const verdict = await authorization.check(rule, request.headers[rule.header], methodArn);
      if (!verdict.allowed) {
        return gatewayResponse(api, verdict.response, {
          ...around,
          ...(verdict.message !== undefined && { message: verdict.message }),
        });
      }
      authorizer = verdict.context;
    }
    if (integration.kind === 'mock') return mockReply(integration, request);
    const facts = { requestId, epochMs: context.clock.now(), account: context.account, path, authorizer };
    return await callFunction(api, integration, route, request, facts);
  }

  async function callFunction(
    api: RestApi,
    integration: LambdaIntegration,
    route: Route,
    request: HttpRequest,
    facts: Parameters<typeof proxyEvent>[3],
  ): Promise<HttpResponse> {
    const around = { request, requestId: facts.requestId };
    const event = proxyEvent(api, route, request, facts);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), integration.timeoutMs);
    });
    const outcome = await Promise.race([
      context.neighbours.invoke(integration.functionArn, event).catch(() => 'failed' as const),
      late,
    ]);
    clearTimeout(timer);
    if (outcome === 'late') return gatewayResponse(api, 'INTEGRATION_TIMEOUT', around);
    const reply =
      outcome === 'failed' || outcome.functionError !== undefined ? undefined : proxyReply(outcome.payload);
    if (reply === undefined) return gatewayResponse(api, 'MALFORMED_REPLY', around);
    return { ...reply, headers: { 'x-amzn-requestid': facts.requestId, ...reply.headers } };
  }

  return {
    name: 'apigateway',
    types,
    provision: (resource) => void provisioned.push(resource),
    start: () => {
      apis = provisioned
        .filter(({ type }) => type === 'AWS::ApiGateway::RestApi')
        .map((api) => restApi(api, provisioned));
    },
    handle: async () => ({
      status: 501,
      body: JSON.stringify({ message: 'REST APIs come from the templates only' }),
    }),
    apis: () => apis.map(({ id, stage }) => ({ id, stage })),
    serve: async (request) => {
      const startedAt = performance.now();
      const requestId = context.random.uuid();
      const found = apis
        .map((api) => ({ api, ...locate(api, request) }))
        .sort((left, right) => Number(right.route !== undefined) - Number(left.route !== undefined))[0];
      if (found === undefined)
        return { status: 503, body: JSON.stringify({ message: 'No REST API stands in the templates' }) };
      const response = await answer(found.api, found.path, found.route, request, requestId);
      onAccess({
        apiName: found.api.name,
        stage: found.api.stage,
        requestId,
        method: request.method,
        resourcePath: found.route?.resource.path ?? '-',
        status: response.status,
        latencyMs: Math.round(performance.now() - startedAt),
      });
      return response;
    },
  };
}

/** With or without the stage's name before it, so that the base URL may be `/v1` or `/<stage>/v1`. */
function locate(api: RestApi, request: HttpRequest): { path: string; route: Route | undefined } {
  const path = request.url.pathname;
  const direct = matchRoute(api.resources, path, request.method);
  if (direct !== undefined || !path.startsWith(`/${api.stage}/`)) return { path, route: direct };
  const inner = path.slice(api.stage.length + 1);
  return { path: inner, route: matchRoute(api.resources, inner, request.method) };
}
