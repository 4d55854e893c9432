import middy, { type MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { actorOf, AuthorizerContext, type Principal } from './actor.ts';
import {
  authorize,
  authorizeReplay,
  permitOn,
  recordAccess,
  Refused,
  refusalError,
  subjectOf,
} from './authorization.ts';
import { DomainError, invalid } from './errors.ts';
import { AlreadyRecorded, claimOf, type IdempotencyClaim, recordedReply } from './idempotency.ts';
import { bodyOf, correlationOf, headerOf, ifMatchOf, textOf, toResult } from './gateway-event.ts';
import type { Kernel } from './kernel.ts';
import { bugFacts, logContext, logLine } from './observability.ts';
import { parseAs } from './parse.ts';
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

/** The types of `Stories` have held each story to its route; here all of them are read alike. */
function storyOf<Deps>(stories: object, operationId: string): Story<Route, Deps> | undefined {
  return Reflect.get(stories, operationId);
}

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
    const { route, params } = find(event.httpMethod, event.path);
    deps ??= wire();
    if (route.permission === 'public') return run(route, event, params, undefined, deps);
    const principal = principalOf(event);
    try {
      return await run(route, event, params, principal, deps);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const facts = { operation: route.operationId, reason: error.message };
      const subject = subjectOf(params, table.capability);
      await recordAccess(deps, {
        subject,
        principal,
        action: 'AccessRefused',
        correlationId: correlationOf(event),
        facts,
      });
      throw error instanceof Refused ? refusalError(error) : error;
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
    const claim = route.idempotent ? await claimFor(event, route, path, actor, body, kernel) : undefined;
    const before = claim && (await recordedReply(kernel.storage, claim));
    if (before) {
      if (principal) await authorizeReplay(route, principal, path, kernel);
      return replay(before);
    }

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
        return claim && { claim, reply: listed(route, reply) };
      },
    };
    const story = storyOf<Deps>(stories, route.operationId);
    if (!story) throw new Error(`no story for ${route.operationId}`);
    const outcome = await replyOnce(() => story(request, kernel), claim, kernel);
    if ('recorded' in outcome) return replay(outcome.recorded);
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
    return listed(route, outcome.told);
  }

  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>()
    .use(requestLog())
    .use(problems())
    .handler(async (event) => toResult(event, await serve(event)));
}

/**
 * Another request with the same key may commit between our look and our write. What the story then meets is that
 * request's own work (a need that is closed, a loan that has moved), so its reply is ours.
 */
async function replyOnce(
  story: () => Promise<Reply>,
  claim: IdempotencyClaim | undefined,
  { storage }: Kernel,
): Promise<{ told: Reply } | { recorded: Reply }> {
  try {
    return { told: await story() };
  } catch (error) {
    const mayBeOurOwn =
      error instanceof AlreadyRecorded || (error instanceof DomainError && error.kind === 'conflict');
    if (!mayBeOurOwn || !claim) throw error;
    const recorded = await recordedReply(storage, claim);
    if (!recorded) throw error;
    return { recorded };
  }
}

const isRefusal = (error: unknown): error is Refused | DomainError =>
  error instanceof Refused || (error instanceof DomainError && error.kind === 'forbidden');

const replay = (reply: Reply): Reply => ({
  ...reply,
  headers: { ...reply.headers, 'idempotency-replayed': 'true' },
});

/** Only what the route lists leaves: the body is parsed by the status's schema; a status without one has no body. */
function listed(route: Route, reply: Reply): Reply {
  const known = route.replies[reply.status];
  if (!known) throw new Error(`${route.operationId} answered ${reply.status}, which its route does not list`);
  return { ...reply, body: known.schema?.parse(reply.body) };
}

async function claimFor(
  event: APIGatewayProxyEvent,
  route: Route,
  path: Record<string, string>,
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
  // By the route's own spelling: a slash at the end or an encoded letter asks for nothing else.
  const spelled = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '');
  return claimOf(await macs.subkey('idempotency'), actor, `${route.operationId} ${spelled}`, key, body);
}

function principalOf(event: APIGatewayProxyEvent): Principal {
  const { principalId: _, integrationLatency: __, ...context } = event.requestContext.authorizer ?? {};
  return AuthorizerContext.parse(context);
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
    const headers: Record<string, string> = {
      ...(problem.status === 503 ? { 'retry-after': '2' } : {}),
      ...(problem.status === 405 ? { allow: String(problem.facts?.['allow']) } : {}),
    };
    request.response = toResult(event, { status: problem.status, body: problem, headers });
  },
});
