import middy, { type MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { actorOf, AuthorizerContext, type Principal } from './actor.ts';
import { authorize, permitOn, recordAccess, Refused, refusalError, subjectOf } from './authorization.ts';
import { DomainError, invalid } from './errors.ts';
import { AlreadyRecorded, claimOf, type IdempotencyClaim, recordedReply } from './idempotency.ts';
import type { Kernel } from './kernel.ts';
import { bugFacts, logContext, logLine } from './observability.ts';
import { parseAs, parseJson } from './parse.ts';
import { problemOf } from './problem.ts';
import type { ApiRequest, Reply, Story } from './request.ts';
import { type Route, type RouteTable } from './route.ts';
import { routerOf } from './router.ts';

/** Stories by operation id, each typed by its own route. */
export type Stories<Routes extends readonly Route[], Deps> = {
  [R in Routes[number] as R['operationId']]: Story<R, Deps>;
};

export interface ApiFunction<Table extends RouteTable, Deps extends Kernel> {
  table: Table;
  stories: Stories<Table['routes'], Deps>;
  /** Runs once, on the first request, never at import. */
  wire: () => Deps;
}

const largestBodyBytes = 1_000_000;
const correlationPattern = /^[A-Za-z0-9_.:-]{8,100}$/;

/**
 * The shell of a capability's API function: correlation id, the authorizer's context, the policy, parsing by schema,
 * the story, idempotency, the trail of reads, and the one mapping of errors to problem+json.
 */
export function apiFunction<Table extends RouteTable, Deps extends Kernel>({
  table,
  stories,
  wire,
}: ApiFunction<Table, Deps>) {
  const find = routerOf(table.routes);
  let deps: Deps | undefined;

  async function serve(event: APIGatewayProxyEvent): Promise<Reply> {
    const { route, params } = find(event.httpMethod, decodedPath(event.path));
    deps ??= wire();
    if (route.permission === 'public') return run(route, event, params, undefined, deps);
    const principal = principalOf(event);
    try {
      return await run(route, event, params, principal, deps);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const facts = { operation: route.operationId, reason: error.message };
      const subject = subjectOf(params, table.capability);
      await recordAccess(deps, {
        subject,
        principal,
        action: 'AccessRefused',
        correlationId: correlationOf(event),
        facts,
      });
      throw refusalError(error);
    }
  }

  async function run(
    route: Route,
    event: APIGatewayProxyEvent,
    path: Record<string, string>,
    principal: Principal | undefined,
    kernel: Deps,
  ) {
    const actor = principal ? actorOf(principal) : ('system:public' as const);
    const params = route.params ? parseAs(route.params, path, 'path') : undefined;
    const access = principal ? await authorize(route, principal, path, kernel) : undefined;
    const query = route.query ? parseAs(route.query, event.queryStringParameters ?? {}, 'query') : undefined;
    const body = route.body ? parseAs(route.body, bodyOf(event), 'body') : undefined;
    const claim = route.idempotent ? await claimFor(event, route, actor, body, kernel) : undefined;
    const before = claim && (await recordedReply(kernel.storage, claim));
    if (before) return replay(before);

    const asked = { permit: route.authorization !== 'story', recorded: claim === undefined };
    const request: ApiRequest<Route> = {
      params,
      query,
      body,
      principal: principal as Principal,
      actor,
      correlationId: correlationOf(event),
      access,
      ifMatch: ifMatchOf(event),
      header: (name) => headerOf(event, name),
      rawBody: () => textOf(event),
      permit(loanAccess, owner) {
        asked.permit = true;
        if (principal && route.permission !== 'public')
          permitOn(principal, route.permission)(loanAccess, owner);
      },
      recorded(reply) {
        asked.recorded = true;
        return claim && { claim, reply };
      },
    };
    const story = (stories as unknown as Record<string, Story<Route, Deps>>)[route.operationId];
    if (!story) throw new Error(`no story for ${route.operationId}`);
    const reply = await replyOnce(() => story(request, kernel), claim, kernel);
    if (!asked.permit || !asked.recorded)
      throw new Error(`${route.operationId} left out its permit or its idempotency record`);
    if (route.readAction && principal) {
      const facts = {
        operation: route.operationId,
        ...(path['documentId'] === undefined ? {} : { documentId: path['documentId'] }),
      };
      const { correlationId } = request;
      await recordAccess(kernel, {
        subject: subjectOf(path, table.capability),
        principal,
        action: route.readAction,
        correlationId,
        facts,
      });
    }
    return listed(route, reply);
  }

  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>()
    .use(requestLog())
    .use(problems())
    .handler(async (event) => toResult(event, await serve(event)));
}

/** Another request with the same key may commit between our look and our write; its reply is then ours. */
async function replyOnce(
  story: () => Promise<Reply>,
  claim: IdempotencyClaim | undefined,
  { storage }: Kernel,
): Promise<Reply> {
  try {
    return await story();
  } catch (error) {
    if (!(error instanceof AlreadyRecorded) || !claim) throw error;
    const reply = await recordedReply(storage, claim);
    if (!reply) throw error;
    return replay(reply);
  }
}

const replay = (reply: Reply): Reply => ({
  ...reply,
  headers: { ...reply.headers, 'idempotency-replayed': 'true' },
});

/** Only what the route lists leaves: the body is parsed by the status's schema. */
function listed(route: Route, reply: Reply): Reply {
  const schema = route.replies[reply.status]?.schema;
  return schema ? { ...reply, body: schema.parse(reply.body) } : reply;
}

async function claimFor(
  event: APIGatewayProxyEvent,
  route: Route,
  actor: string,
  body: unknown,
  { macs }: Kernel,
) {
  const key = headerOf(event, 'idempotency-key');
  if (key === undefined || !/^[\x21-\x7e]{8,200}$/.test(key)) {
    const problems = [
      { field: 'Idempotency-Key', rule: 'this request needs one: 8 to 200 printable characters' },
    ];
    throw invalid('MissingIdempotencyKey', 'the request has no usable Idempotency-Key', {}, problems);
  }
  return claimOf(await macs.subkey('idempotency'), actor, `${route.operationId} ${event.path}`, key, body);
}

function principalOf(event: APIGatewayProxyEvent): Principal {
  const { principalId: _, integrationLatency: __, ...context } = event.requestContext.authorizer ?? {};
  return AuthorizerContext.parse(context);
}

const bodyOf = (event: APIGatewayProxyEvent): unknown => parseJson(textOf(event));

function textOf(event: APIGatewayProxyEvent): string {
  const text = event.isBase64Encoded
    ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
    : (event.body ?? '');
  if (Buffer.byteLength(text) > largestBodyBytes)
    throw invalid('RequestTooLarge', `a body holds at most ${largestBodyBytes} bytes`);
  return text;
}

function ifMatchOf(event: APIGatewayProxyEvent): number | undefined {
  const header = headerOf(event, 'if-match');
  if (header === undefined) return undefined;
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (version !== undefined) return Number.parseInt(version, 10);
  throw invalid('InvalidIfMatch', 'If-Match is not an ETag of this API', {}, [
    { field: 'If-Match', rule: 'must be an ETag as given' },
  ]);
}

function headerOf(event: APIGatewayProxyEvent, name: string): string | undefined {
  return Object.entries(event.headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
}

function correlationOf(event: APIGatewayProxyEvent): string {
  const given = headerOf(event, 'x-correlation-id');
  return given !== undefined && correlationPattern.test(given) ? given : event.requestContext.requestId;
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function toResult(event: APIGatewayProxyEvent, { status, body, headers }: Reply): APIGatewayProxyResult {
  const contentType = status >= 400 ? 'application/problem+json' : 'application/json';
  const ours = {
    'content-type': contentType,
    'cache-control': 'no-store',
    'x-correlation-id': correlationOf(event),
    ...corsOf(event),
  };
  return {
    statusCode: status,
    headers: { ...ours, ...headers },
    body: body === undefined ? '' : JSON.stringify(body),
  };
}

/** The gateway answers preflights from the stage's list of origins; a reply names the asking origin, tokens travel in a header, never a cookie. */
function corsOf(event: APIGatewayProxyEvent): Record<string, string> {
  const origin = headerOf(event, 'origin');
  return origin === undefined
    ? {}
    : {
        'access-control-allow-origin': origin,
        vary: 'origin',
        'access-control-expose-headers': 'etag,location,x-correlation-id',
      };
}

type ApiMiddleware = MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult>;

const requestLog = (): ApiMiddleware => ({
  before: ({ event, context }) =>
    logContext({ correlationId: correlationOf(event), functionName: context.functionName }),
  after: ({ event, response }) =>
    logLine('info', 'RequestServed', 'request served', {
      method: event.httpMethod,
      resource: event.resource,
      status: response?.statusCode ?? 0,
    }),
});

const problems = (): ApiMiddleware => ({
  onError: (request) => {
    const { event, error } = request;
    const problem = problemOf(error, correlationOf(event));
    if (error instanceof DomainError)
      logLine('info', problem.code, 'request refused', { status: problem.status, resource: event.resource });
    else logLine('error', 'InternalError', 'request failed', bugFacts(error));
    const headers = problem.status === 503 ? { 'retry-after': '2' } : undefined;
    request.response = toResult(event, {
      status: problem.status,
      body: problem,
      ...(headers ? { headers } : {}),
    });
  },
});
